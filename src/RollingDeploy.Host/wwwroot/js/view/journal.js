// The journal of a deployment in sentences.
import { h } from "../dom.js";
import { clockTime } from "../time.js";
import { card } from "./parts.js";

/** @typedef {import("../types.js").JournalEntry} JournalEntry */

const TONES = new Map([
  ["alarmTripped", "bad"], ["rollbackStarted", "warn"], ["rollbackFailed", "bad"], ["launchFailed", "bad"], ["timedOut", "bad"],
  ["instanceCrashed", "bad"], ["quarantined", "bad"], ["succeeded", "good"], ["rolledBack", "good"],
]);

// A long deployment has thousands of entries. A replay shows all of them one by one.
const MOST = 200;

/**
 * @param {JournalEntry[]} entries
 * @param {number} [present] The index of the entry that a replay shows.
 * @param {(index: number) => void} [choose] Shows another entry.
 */
export function journal(entries, present, choose) {
  const first = present === undefined ? Math.max(0, entries.length - MOST)
    : Math.max(0, Math.min(present - MOST / 2, entries.length - MOST));
  const items = entries.slice(first, first + MOST).map((entry, i) => item(entry, first + i, present, choose));
  const isLive = present === undefined;
  return card("Journal", h("span", { class: "hint" }, isLive ? "newest first, in UTC" : "in UTC"),
    h("div", { class: "journal", tabindex: 0, "aria-label": "Journal", role: isLive ? "log" : "group" },
      h("ol", {}, isLive ? items.reverse() : items)));
}

/** @param {JournalEntry} entry @param {number} index @param {number} [present] @param {(index: number) => void} [choose] */
function item(entry, index, present, choose) {
  const text = [h("time", {}, clockTime(Date.parse(entry.time))), h("span", { class: "sentence" }, entry.sentence)];
  const isPresent = index === present;
  return h("li", {
    key: index, class: `${TONES.get(entry.event) ?? ""}${isPresent ? " present" : ""}`, "aria-current": isPresent ? "true" : null,
    after: isPresent ? keepVisible : undefined,
  }, choose ? h("button", { type: "button", onClick: () => choose(index) }, text) : text);
}

/** Scrolls only the list, never the page. @param {HTMLElement} item */
function keepVisible(item) {
  const list = item.closest(".journal");
  if (list && (item.offsetTop < list.scrollTop || item.offsetTop + item.offsetHeight > list.scrollTop + list.clientHeight)) {
    list.scrollTop = item.offsetTop - list.clientHeight / 2;
  }
}
