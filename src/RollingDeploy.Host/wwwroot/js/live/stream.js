// Reads server-sent events with fetch. EventSource would need the name of each kind in advance, and does not say why it failed.

/**
 * @typedef {object} Message
 * @property {string} id The place after the event; empty for a message that is not an event.
 * @property {string} kind
 * @property {string} data JSON.
 */

/** Splits the text of a stream into messages. */
export class MessageReader {
  #text = "";

  /** @param {string} part @returns {Message[]} The messages that are complete. */
  add(part) {
    const parts = (this.#text + part).split("\n\n");
    this.#text = parts.pop() ?? "";
    return parts.map(parse).filter(message => message.data !== "");
  }
}

/** @param {string} text @returns {Message} */
function parse(text) {
  const message = { id: "", kind: "", data: "" };
  for (const line of text.split("\n")) {
    if (line.startsWith("data: ")) {
      message.data += line.slice(6);
    } else if (line.startsWith("event: ")) {
      message.kind = line.slice(7);
    } else if (line.startsWith("id: ")) {
      message.id = line.slice(4);
    }
  }

  return message;
}

/**
 * Reads a stream until it ends. Rejects if it ends in any way.
 * @param {string} url
 * @param {string} after The place after which to begin; empty for the present.
 * @param {AbortSignal} signal
 * @param {() => void} opened Called when nothing from now on is missed.
 * @param {(messages: Message[]) => void} heard Called for everything that arrives, also for a heartbeat, which is empty.
 */
export async function readStream(url, after, signal, opened, heard) {
  /** @type {Record<string, string>} */
  const headers = after === "" ? {} : { "Last-Event-ID": after };
  const response = await fetch(url, { headers, signal, cache: "no-store" });
  if (!response.ok || !response.body) {
    throw new Error(`The server answers ${response.status}.`);
  }

  opened();
  const decoder = new TextDecoder();
  const messages = new MessageReader();
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    heard(messages.add(decoder.decode(part.value, { stream: true })));
  }

  throw new Error("The server has closed the stream.");
}
