// Reads a model or its alarms again when that is needed: not at every event, and not more often than a person can see.

/** @typedef {import("./live/feed.js").Feed} Feed */

const BETWEEN_READS = 500;
const BETWEEN_ALARMS = 1000;

export class Refresh {
  #feed;
  #clock;
  #draw;
  #read = 0;
  #alarmsRead = 0;
  #timer = 0;
  #period = 0;

  /** @param {Feed} feed @param {import("./time.js").VirtualClock} clock @param {() => void} draw */
  constructor(feed, clock, draw) {
    this.#feed = feed;
    this.#clock = clock;
    this.#draw = draw;
  }

  /** Looks at whether a model must be read again. @param {any} model */
  look(model) {
    if (!this.#feed.isReady || this.#timer) {
      return;
    }

    const needs = model.isStale || this.#needsAlarms(model);
    if (!needs) {
      return;
    }

    const due = model.isStale ? this.#read + BETWEEN_READS : this.#alarmsRead + BETWEEN_ALARMS;
    this.#timer = setTimeout(() => void this.#again(model), Math.max(0, due - performance.now()));
  }

  // The data of an alarm changes when a period of virtual time has passed.
  /** @param {any} model */
  #needsAlarms(model) {
    if (!model.alarms?.length) {
      return false;
    }

    const seconds = Math.min(...model.alarms.map((/** @type {any} */ alarm) => alarm.periodSeconds ?? 60), 60);
    return model.areAlarmsStale || Math.floor(this.#clock.now / 1000 / seconds) !== this.#period;
  }

  /** @param {any} model */
  async #again(model) {
    const seconds = Math.min(...model.alarms?.map((/** @type {any} */ alarm) => alarm.periodSeconds ?? 60) ?? [], 60);
    this.#period = Math.floor(this.#clock.now / 1000 / seconds);
    try {
      if (model.isStale) {
        this.#read = performance.now();
        await this.#feed.sync();
      } else {
        await model.loadAlarms();
      }

      this.#alarmsRead = performance.now();
    } catch {
      // The stream says that the server is gone, and everything is read again when it is back.
    }

    this.#timer = 0;
    this.#draw();
  }
}
