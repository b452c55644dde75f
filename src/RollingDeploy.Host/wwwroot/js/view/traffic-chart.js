// The traffic shares of both fleets over time, as steps, with what happened as marks.
import { h } from "../dom.js";
import { clockTime, percent } from "../time.js";
import { chart } from "./chart.js";

/** @typedef {import("../types.js").JournalEntry} JournalEntry */

/** @type {Record<string, { sign: string, text: string }>} */
const MARKS = {
  alarmTripped: { sign: "▲", text: "alarm" },
  rollbackStarted: { sign: "↶", text: "rollback" },
  succeeded: { sign: "✓", text: "succeeded" },
  rolledBack: { sign: "✓", text: "rolled back" },
  rollbackFailed: { sign: "✕", text: "rollback failed" },
  timedOut: { sign: "✕", text: "timeout" },
  launchFailed: { sign: "✕", text: "launch failed" },
};

// The width of a sign.
const SIGN = 16;

/**
 * @param {JournalEntry[]} journal
 * @param {number} to The end of the chart.
 * @param {number} [cursor] The time to mark.
 */
export function trafficChart(journal, to, cursor) {
  const from = Date.parse(journal[0].time);
  const end = Math.max(to, from + 1000);
  const points = journal.map(entry => ({ time: Date.parse(entry.time), share: entry.new?.trafficShare ?? 0 }));
  const last = points[points.length - 1];
  const label = `Traffic share of the new fleet from ${clockTime(from)} to ${clockTime(end)} UTC; now ${percent(last.share)}`;
  return h("figure", { class: "figure" },
    h("figcaption", { class: "chart-legend" },
      h("span", {}, h("i", { class: "swatch old" }), "Old fleet"), h("span", {}, h("i", { class: "swatch new" }), "New fleet"),
      marks(journal).map(mark => h("span", { key: mark.text }, h("b", { class: "sign" }, mark.sign), mark.text))),
    chart("traffic", label, {
      height: 190, from, to: end, min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], format: value => `${value * 100}`,
      unit: "% of traffic (UTC)",
    }, frame => {
      const line = stepLine(points, end, frame);
      const [left, right] = [frame.x(from), frame.x(end)];
      return [
        h("rect", {
          class: "area-old", x: left, y: frame.top, width: Math.max(0, right - left), height: frame.bottom - frame.top,
        }),
        h("path", { class: "area-new", d: `${line} L ${right} ${frame.bottom} L ${left} ${frame.bottom} Z` }),
        h("path", { class: "line-new", d: line }),
        marksOver(journal, frame),
        cursor !== undefined && h("line", {
          class: "cursor", x1: frame.x(cursor), x2: frame.x(cursor), y1: frame.top - 6, y2: frame.bottom,
        }),
      ];
    }));
}

/** @param {{ time: number, share: number }[]} points @param {number} end @param {import("./chart.js").Frame} frame */
function stepLine(points, end, frame) {
  let line = `M ${frame.x(points[0].time)} ${frame.y(points[0].share)}`;
  for (const point of points.slice(1)) {
    line += ` H ${frame.x(point.time)} V ${frame.y(point.share)}`;
  }

  return `${line} H ${frame.x(end)}`;
}

/** @param {JournalEntry[]} journal */
const marks = journal => [...new Set(journal.map(entry => MARKS[entry.event]).filter(Boolean))];

// Signs that would cover each other stand side by side.
/** @param {JournalEntry[]} journal @param {import("./chart.js").Frame} frame */
function marksOver(journal, frame) {
  const entries = journal.filter(entry => MARKS[entry.event]);
  let place = -Infinity;
  return entries.map((entry, i) => {
    const x = frame.x(Date.parse(entry.time));
    place = Math.min(Math.max(x, place + SIGN), frame.right - (entries.length - 1 - i) * SIGN);
    return h("g", { key: entry.event, class: `mark ${entry.event}` },
      h("line", { x1: x, x2: x, y1: frame.top - 4, y2: frame.bottom }),
      h("text", { x: place, y: frame.top - 8, "text-anchor": "middle" }, MARKS[entry.event].sign));
  });
}
