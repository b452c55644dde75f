// The shared worker: all pages of this origin are connected to the same one.
import { Hub } from "./hub.js";

const hub = new Hub();

/** @type {any} */ (self).onconnect = (/** @type {MessageEvent} */ event) => {
  const port = event.ports[0];
  const say = hub.join(heard => port.postMessage(heard));
  port.onmessage = message => say(message.data);
};
