import { Line } from "./line.js";

/** @typedef {import("./line.js").Heard} Heard */

/**
 * What a page says: that it listens to a stream, that it is hidden, that it is still there, or that it is closed.
 * @typedef {{ type: "listen", url: string } | { type: "hide" } | { type: "ping" } | { type: "bye" }} Said
 */

/** @typedef {{ url: string, isAwake: boolean, seen: number, post: (heard: Heard) => void }} Client */

// A page says every 20 seconds that it is there. A browser may slow the timers of hidden pages down to one a minute.
const GONE_AFTER = 180000;

/**
 * Shares one stream of an account among all pages that show it, because a browser opens at most six connections to a server. A
 * stream is closed while all of its pages are hidden.
 */
export class Hub {
  /** @type {Map<string, Line>} */
  #lines = new Map();

  /** @type {Set<Client>} */
  #clients = new Set();

  /** @param {(heard: Heard) => void} post @returns {(said: Said) => void} What to call with all that the page says. */
  join(post) {
    /** @type {Client} */
    const client = { url: "", isAwake: false, seen: Date.now(), post };
    return said => {
      client.seen = Date.now();
      this.#clients.add(client);
      if (said.type === "listen") {
        this.#listen(client, said.url);
      } else if (said.type === "hide") {
        client.isAwake = false;
      } else if (said.type === "bye") {
        this.#clients.delete(client);
      }

      this.#tidy();
    };
  }

  /** @param {Client} client @param {string} url */
  #listen(client, url) {
    client.url = url;
    client.isAwake = true;
    const line = this.#lines.get(url) ?? new Line(url, heard => this.#tell(url, heard));
    this.#lines.set(url, line);
    if (line.isLive) {
      client.post({ type: "open", generation: line.generation });
      if (line.clock) {
        client.post({ type: "messages", messages: [line.clock.message], age: performance.now() - line.clock.at });
      }
    }

    line.start();
  }

  /** @param {string} url @param {Heard} heard */
  #tell(url, heard) {
    for (const client of this.#clients) {
      if (client.isAwake && client.url === url) {
        client.post(heard);
      }
    }
  }

  #tidy() {
    for (const client of this.#clients) {
      if (client.seen < Date.now() - GONE_AFTER) {
        this.#clients.delete(client);
      }
    }

    for (const [url, line] of this.#lines) {
      if (![...this.#clients].some(client => client.isAwake && client.url === url)) {
        line.stop();
      }
    }
  }
}
