// Keeps a model up to date: it is read once with its position in the log, and then follows the events after this position.
import { comparePlaces, epochOf } from "./place.js";

/** @typedef {import("../types.js").WorldEvent} WorldEvent */
/** @typedef {import("./line.js").Heard} Heard */

/**
 * @typedef {object} Model
 * @property {() => Promise<{ position: string, now: string }>} load
 * @property {(event: WorldEvent) => void} apply
 */

// When to read a model again that could not be read, in milliseconds.
const AGAIN = 2000;

export class Feed {
  #model;
  #changed;
  #clock;
  #position = "";
  #load = 0;

  /** The events that arrive while the model is read. @type {WorldEvent[] | null} */
  #waiting = null;

  /** @type {"connecting" | "live" | "lost"} */
  state = "connecting";

  /** Why the model could not be read; empty if it was. */
  problem = "";

  /**
   * @param {Model} model
   * @param {import("../time.js").VirtualClock} clock
   * @param {() => void} changed
   */
  constructor(model, clock, changed) {
    this.#model = model;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Whether the model has been read. */
  get isReady() {
    return this.#position !== "";
  }

  /** Shows another model. @param {Model} model */
  show(model) {
    this.#model = model;
    this.#position = "";
    return this.sync();
  }

  /** @param {Heard} heard */
  hear(heard) {
    if (heard.type === "open") {
      void this.sync();
    } else if (heard.type === "lost") {
      this.state = "lost";
    } else {
      for (const message of heard.messages) {
        this.#take(message, heard.age ?? 0);
      }
    }

    this.#changed();
  }

  /** @param {import("./stream.js").Message} message @param {number} age */
  #take(message, age) {
    if (message.kind === "clock") {
      this.#clock.set(JSON.parse(message.data), age);
    } else if (message.kind === "missed") {
      void this.sync();
    } else {
      this.#apply(JSON.parse(message.data));
    }
  }

  /** @param {WorldEvent} event */
  #apply(event) {
    const place = `${event.epoch}-${event.sequence}`;
    if (this.#waiting) {
      this.#waiting.push(event);
    } else if (this.#position !== "" && epochOf(place) !== epochOf(this.#position)) {
      void this.sync();
    } else if (this.#position !== "" && comparePlaces(place, this.#position) > 0) {
      this.#position = place;
      this.#clock.see(Date.parse(event.time));
      this.#model.apply(event);
    }
  }

  /** Reads the model again, and goes on with the events after it. */
  async sync() {
    const load = ++this.#load;
    const waiting = this.#waiting ??= [];
    try {
      const { position } = await this.#model.load();
      if (load !== this.#load) {
        return;
      }

      [this.#waiting, this.#position, this.state, this.problem] = [null, position || this.#position || "0-0", "live", ""];
      for (const event of waiting) {
        if (epochOf(this.#position) <= event.epoch) {
          this.#apply(event);
        }
      }
    } catch (error) {
      if (load === this.#load) {
        [this.#waiting, this.problem] = [null, error instanceof Error ? error.message : String(error)];
        this.state = "lost";
        setTimeout(() => load === this.#load && void this.sync(), AGAIN);
      }
    }

    this.#changed();
  }
}
