import { Hub } from "./hub.js";

/** @typedef {import("./line.js").Heard} Heard */
/** @typedef {import("./hub.js").Said} Said */

const BETWEEN_PINGS = 20000;

/**
 * Connects this page to the stream that all pages share. A browser without shared workers has a stream for each page, which is
 * closed while the page is hidden too.
 * @param {string} url
 * @param {(heard: Heard) => void} hear
 */
export function connect(url, hear) {
  const say = reach(hear);
  const listen = () => say(document.visibilityState === "hidden" ? { type: "hide" } : { type: "listen", url });
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", event => event.persisted && listen());
  addEventListener("pagehide", () => say({ type: "bye" }));
  setInterval(() => say({ type: "ping" }), BETWEEN_PINGS);
  listen();
}

/** @param {(heard: Heard) => void} hear @returns {(said: Said) => void} */
function reach(hear) {
  if (typeof SharedWorker === "undefined") {
    return new Hub().join(hear);
  }

  const worker = new SharedWorker(new URL("./worker.js", import.meta.url), { type: "module", name: "RollingDeploy" });
  /** @type {Said | null} */
  let last = null;
  let say = (/** @type {Said} */ said) => worker.port.postMessage(said);
  worker.port.onmessage = event => hear(event.data);
  worker.onerror = () => {
    say = new Hub().join(hear);
    last && say(last);
  };
  return said => {
    last = said.type === "ping" ? last : said;
    say(said);
  };
}
