import { readStream } from "./stream.js";

/** @typedef {import("./stream.js").Message} Message */

/**
 * What pages hear. After `open`, which has a number that grows, they read everything again. `age` is how old the messages are, in
 * milliseconds.
 * @typedef {{ type: "open", generation: number }
 *   | { type: "lost", reason: string }
 *   | { type: "messages", messages: Message[], age?: number }} Heard
 */

const FIRST_WAIT = 250;
const LONGEST_WAIT = 2000;

// The server sends a heartbeat every 15 seconds. Without three of them, the connection is gone.
const SILENCE = 45000;

/** The stream of one account. It is open while somebody listens, and goes on after the last event when it is opened again. */
export class Line {
  #url;
  #tell;
  #last = "";
  #wait = FIRST_WAIT;
  #generation = 0;
  #silence = 0;

  /** @type {AbortController | null} */
  #open = null;

  /** The last message about the clock, and when it came. @type {{ message: Message, at: number } | null} */
  clock = null;

  /** Whether the stream is open now. */
  isLive = false;

  /** @param {string} url @param {(heard: Heard) => void} tell */
  constructor(url, tell) {
    this.#url = url;
    this.#tell = tell;
  }

  get generation() {
    return this.#generation;
  }

  /** Opens the stream, if it is not open. */
  start() {
    if (!this.#open) {
      this.#open = new AbortController();
      void this.#run(this.#open);
    }
  }

  /** Closes the stream. */
  stop() {
    this.#open?.abort();
    this.#open = null;
    this.isLive = false;
  }

  /** @param {AbortController} open */
  async #run(open) {
    while (this.#open === open) {
      const connection = new AbortController();
      open.signal.addEventListener("abort", () => connection.abort(), { once: true });
      try {
        await readStream(this.#url, this.#last, connection.signal, () => this.#opened(), messages => {
          this.#heard(messages, connection);
        });
      } catch (error) {
        clearTimeout(this.#silence);
        if (this.#open !== open) {
          return;
        }

        this.isLive = false;
        this.#tell({ type: "lost", reason: error instanceof Error ? error.message : String(error) });
      }

      await new Promise(resolve => setTimeout(resolve, this.#wait));
      this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    }
  }

  #opened() {
    this.isLive = true;
    this.#wait = FIRST_WAIT;
    this.#generation++;
    this.#tell({ type: "open", generation: this.#generation });
  }

  /** @param {Message[]} messages @param {AbortController} connection */
  #heard(messages, connection) {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => connection.abort(), SILENCE);
    if (messages.length > 0) {
      const clock = messages.findLast(message => message.kind === "clock");
      this.clock = clock ? { message: clock, at: performance.now() } : this.clock;
      this.#last = messages.findLast(message => message.id !== "")?.id ?? this.#last;
      this.#tell({ type: "messages", messages });
    }
  }
}
