// The data of an alarm: a line with its threshold, and the periods that decide its state.
import { h } from "../dom.js";
import { clockTime, duration } from "../time.js";
import { chart, shortNumber, valueTicks } from "./chart.js";

/** @typedef {import("../types.js").Alarm} Alarm */
/** @typedef {import("../types.js").AlarmPoint} AlarmPoint */

/** @param {Alarm} alarm */
export function alarmChart(alarm) {
  const points = alarm.points ?? [];
  if (points.length === 0) {
    return h("p", { class: "hint" }, "This alarm evaluates several time series, which are not drawn.");
  }

  const period = (alarm.periodSeconds ?? 60) * 1000;
  const values = points.flatMap(point => [point.value, point.lower, point.upper].filter(each => each !== undefined));
  const all = [...values, alarm.threshold ?? 0, 0].map(Number);
  const ticks = valueTicks(Math.min(...all), Math.max(...all) * 1.1);
  const [from, to] = [Date.parse(points[0].time), Date.parse(points[points.length - 1].time) + period];
  return chart(`alarm ${alarm.name}`, labelOf(alarm, points), {
    height: 170, from, to, min: ticks[0], max: ticks[ticks.length - 1], ticks, format: shortNumber,
    unit: `${alarm.metric ?? ""}${alarm.unit ? ` in ${alarm.unit}` : ""}, ${duration(period / 1000)} periods (UTC)`,
  }, frame => {
    const middle = (/** @type {AlarmPoint} */ point) => frame.x(Date.parse(point.time) + period / 2);
    return [
      evaluationWindow(alarm, frame),
      alarm.threshold !== undefined && threshold(alarm.threshold, alarm.comparison ?? "", frame),
      runs(points).map(run => h("path", {
        class: "line-metric", d: `M ${run.map(point => `${middle(point)} ${frame.y(point.value ?? 0)}`).join(" L ")}`,
      })),
      points.filter(point => point.value !== undefined).map(point =>
        dot(middle(point), frame.y(point.value ?? 0), point.breaching === true)),
    ];
  });
}

/** @param {Alarm} alarm @param {AlarmPoint[]} points */
function labelOf(alarm, points) {
  const last = points.findLast(point => point.value !== undefined);
  const value = last ? `last value ${shortNumber(last.value ?? 0)} at ${clockTime(Date.parse(last.time))} UTC` : "no data";
  return `${alarm.metric}: ${value}; threshold ${alarm.comparison} ${alarm.threshold}`;
}

/** The last N periods. @param {Alarm} alarm @param {import("./chart.js").Frame} frame */
function evaluationWindow(alarm, frame) {
  const from = Math.max(frame.left, frame.x(Date.parse(alarm.evaluatedFrom ?? "")));
  const width = Math.max(0, frame.x(Date.parse(alarm.evaluatedTo ?? "")) - from);
  return h("rect", { class: "evaluated", x: from, y: frame.top, width, height: frame.bottom - frame.top });
}

/** @param {number} value @param {string} comparison @param {import("./chart.js").Frame} frame */
function threshold(value, comparison, frame) {
  const y = frame.y(value);
  return h("g", { class: "threshold" },
    h("line", { x1: frame.left, x2: frame.right, y1: y, y2: y }),
    h("text", { x: frame.left + 6, y: y < frame.top + 16 ? y + 14 : y - 5 }, `ALARM if ${comparison} ${shortNumber(value)}`));
}

/** Parts of the line without gaps. @param {AlarmPoint[]} points @returns {AlarmPoint[][]} */
function runs(points) {
  /** @type {AlarmPoint[][]} */
  const all = [[]];
  for (const point of points) {
    if (point.value === undefined) {
      all.push([]);
    } else {
      all[all.length - 1].push(point);
    }
  }

  return all.filter(run => run.length > 1);
}

// A value that breaches the threshold is a triangle.
/** @param {number} x @param {number} y @param {boolean} isBreaching */
const dot = (x, y, isBreaching) => isBreaching
  ? h("path", { class: "breaching", d: `M ${x} ${y - 5} L ${x + 5} ${y + 4} L ${x - 5} ${y + 4} Z` })
  : h("circle", { class: "dot", cx: x, cy: y, r: 2.5 });

/** What the parts of the charts mean. */
export const alarmLegend = () => h("p", { class: "chart-legend" },
  h("span", {}, h("b", { class: "sign" }, "●"), "value of a period"),
  h("span", {}, h("b", { class: "sign bad" }, "▲"), "breaching"),
  h("span", {}, h("i", { class: "swatch dashed" }), "threshold"),
  h("span", {}, h("i", { class: "swatch evaluated" }), "evaluation periods"));
