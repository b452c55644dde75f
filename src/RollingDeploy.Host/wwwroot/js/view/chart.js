// What all charts share: their width on the page, scales, axes and ticks.
import { h } from "../dom.js";
import { clockTime, date } from "../time.js";

/** The measured widths of charts, by their names. @type {Map<string, number>} */
const widths = new Map();

/** @type {WeakMap<Element, string>} */
const names = new WeakMap();

/** Called when the width of a chart has changed. */
let redraw = () => {};

/** @param {() => void} again */
export const whenResized = again => { redraw = again; };

const observer = new ResizeObserver(entries => {
  for (const { target, contentRect } of entries) {
    const name = names.get(target) ?? "";
    if (target.isConnected && contentRect.width > 0 && Math.abs((widths.get(name) ?? 0) - contentRect.width) > 1) {
      widths.set(name, contentRect.width);
      redraw();
    }
  }
});

/** @param {string} name @param {Element} element */
function measure(name, element) {
  if (names.get(element) !== name) {
    names.set(element, name);
    observer.observe(element);
  }
}

/**
 * @typedef {object} Axes
 * @property {number} height
 * @property {number} from
 * @property {number} to
 * @property {number} min
 * @property {number} max
 * @property {number[]} ticks
 * @property {(value: number) => string} format
 * @property {string} unit
 */

/**
 * @typedef {object} Frame
 * @property {number} width
 * @property {number} height
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 * @property {(value: number) => number} x
 * @property {(value: number) => number} y
 */

/**
 * A chart with its axes. It is as wide as its place, so that its texts have the size of other texts.
 * @param {string} name Identifies the chart on the page.
 * @param {string} label For screen readers.
 * @param {Axes} axes
 * @param {(frame: Frame) => any} content
 */
export function chart(name, label, axes, content) {
  const width = widths.get(name) ?? 600;
  const [left, right, top, bottom] = [52, width - 12, 22, axes.height - 26];
  const span = Math.max(1, axes.to - axes.from);
  const range = axes.max - axes.min || 1;
  /** @type {Frame} */
  const frame = {
    width, height: axes.height, left, right, top, bottom,
    x: value => left + (value - axes.from) / span * (right - left),
    y: value => bottom - (value - axes.min) / range * (bottom - top),
  };
  return h("div", { class: "chart", after: (/** @type {Element} */ element) => measure(name, element) },
    h("svg", { viewBox: `0 0 ${width} ${axes.height}`, width, height: axes.height, role: "img", "aria-label": label },
      h("text", { class: "axis-unit", x: 4, y: 12 }, axes.unit),
      axes.ticks.map(tick => [
        h("line", { class: "grid", x1: left, x2: right, y1: frame.y(tick), y2: frame.y(tick) }),
        h("text", { class: "axis", x: left - 8, y: frame.y(tick) + 4, "text-anchor": "end" }, axes.format(tick))]),
      timeTicks(axes.from, axes.to, Math.max(2, Math.floor((right - left) / 96))).map(tick => [
        h("line", { class: "tick", x1: frame.x(tick), x2: frame.x(tick), y1: bottom, y2: bottom + 4 }),
        h("text", {
          class: "axis", x: frame.x(tick), y: bottom + 18, "text-anchor": anchorOf(frame.x(tick), frame),
        }, timeText(tick, span))]),
      content(frame),
      h("line", { class: "base", x1: left, x2: right, y1: bottom, y2: bottom })));
}

// A text at the edge of a chart must not be cut off.
/** @param {number} x @param {Frame} frame */
const anchorOf = (x, frame) => x > frame.right - 24 ? "end" : "middle";

/** @param {number} time @param {number} span */
const timeText = (time, span) =>
  span > 172800000 ? date(time).slice(5) : span > 600000 ? clockTime(time).slice(0, 5) : clockTime(time);

// Round distances between ticks, in seconds.
const STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 2592000,
];

/** @param {number} from @param {number} to @param {number} most @returns {number[]} */
function timeTicks(from, to, most) {
  const step = 1000 * (STEPS.find(each => (to - from) / 1000 / each <= most) ?? 31536000);
  const ticks = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
    ticks.push(tick);
  }

  return ticks;
}

/** Returns round values from 0, or from min, to at least max. @param {number} min @param {number} max @returns {number[]} */
export function valueTicks(min, max) {
  const span = max - min || Math.abs(max) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = power * ([1, 2, 5, 10].find(each => span / (each * power) <= 4) ?? 10);
  const ticks = [];
  for (let i = Math.floor(min / step); i * step < max + step * 0.999; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }

  return ticks;
}

/** Writes a number of a metric shortly. @param {number} value */
export function shortNumber(value) {
  const size = Math.abs(value);
  return size >= 1e6 ? `${Number((value / 1e6).toPrecision(3))} M`
    : size >= 1e4 ? `${Number((value / 1e3).toPrecision(3))} k`
    : String(Number(value.toPrecision(3)));
}
