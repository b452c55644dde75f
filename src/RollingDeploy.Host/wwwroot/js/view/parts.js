// Small parts that several pages use.
import { h } from "../dom.js";

/** @typedef {import("../dom.js").VNode} VNode */

// Each status has a shape too, so that it is not told by color alone.
/** @type {Record<string, { tone: string, mark: string }>} */
const STATUSES = {
  InService: { tone: "good", mark: "✓" },
  Creating: { tone: "busy", mark: "+" },
  Updating: { tone: "busy", mark: "↻" },
  SystemUpdating: { tone: "busy", mark: "↻" },
  RollingBack: { tone: "warn", mark: "↶" },
  Deleting: { tone: "quiet", mark: "−" },
  OutOfService: { tone: "quiet", mark: "−" },
  Failed: { tone: "bad", mark: "✕" },
  UpdateRollbackFailed: { tone: "bad", mark: "✕" },
  OK: { tone: "good", mark: "✓" },
  ALARM: { tone: "bad", mark: "▲" },
  INSUFFICIENT_DATA: { tone: "quiet", mark: "?" },
  absent: { tone: "quiet", mark: "−" },
  inProgress: { tone: "busy", mark: "↻" },
  rollingBack: { tone: "warn", mark: "↶" },
  succeeded: { tone: "good", mark: "✓" },
  rolledBack: { tone: "warn", mark: "↶" },
  rollbackFailed: { tone: "bad", mark: "✕" },
  failed: { tone: "bad", mark: "✕" },
};

/** @type {Record<string, string>} */
const WORDS = {
  inProgress: "In progress", rollingBack: "Rolling back", succeeded: "Succeeded", rolledBack: "Rolled back",
  rollbackFailed: "Rollback failed", failed: "Failed", default: "Default", allAtOnce: "All at once", canary: "Canary",
  linear: "Linear", rolling: "Rolling", createEndpoint: "CreateEndpoint", updateEndpoint: "UpdateEndpoint",
  updateEndpointWeightsAndCapacities: "UpdateEndpointWeightsAndCapacities", deleteEndpoint: "DeleteEndpoint",
};

/** Returns how a word of the server is written on the page. @param {string} word */
export const wordOf = word => WORDS[word] ?? word;

/** @param {string} status @returns {VNode} */
export function pill(status) {
  const { tone, mark } = STATUSES[status] ?? { tone: "quiet", mark: "•" };
  return h("span", { class: `pill ${tone}` }, h("span", { class: "mark", "aria-hidden": "true" }, mark), wordOf(status));
}

/**
 * The traffic shares of two fleets as one bar.
 * @param {number} share The share of the new fleet.
 * @param {string} label
 */
export function shareBar(share, label) {
  return h("span", { class: "share", role: "img", "aria-label": label },
    h("span", { class: "share-new", style: { width: `${share * 100}%` } }));
}

/**
 * @param {string} title
 * @param {any} aside
 * @param {...any} content
 */
export function card(title, aside, ...content) {
  const id = `card-${title.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;
  return h("section", { class: "card", key: id, "aria-labelledby": id },
    h("header", { class: "card-head" }, h("h2", { id }, title), aside && h("div", { class: "card-aside" }, aside)),
    content);
}

/** @param {string} text @param {() => void} onClick @param {Record<string, any>} [more] */
export const button = (text, onClick, more = {}) =>
  h("button", { type: "button", ...more, class: `button ${more.class ?? ""}`, onClick }, text);

/**
 * A labelled field of a form.
 * @param {string} label
 * @param {VNode} field
 */
export const field = (label, field) => h("label", { class: "field" }, h("span", { class: "field-label" }, label), field);

/**
 * @param {string[][]} options Values and texts.
 * @param {string} value
 * @param {(value: string) => void} changed
 * @param {Record<string, any>} [more]
 */
export const select = (options, value, changed, more = {}) => h("select", {
  ...more, onChange: (/** @type {any} */ event) => changed(event.target.value),
}, options.map(([each, text]) => h("option", { key: each, value: each, selected: each === value }, text)));

/**
 * @param {string} type
 * @param {string | number} value
 * @param {(value: string) => void} changed
 * @param {Record<string, any>} [more]
 */
export const input = (type, value, changed, more = {}) => h("input", {
  ...more, type, value, onInput: (/** @type {any} */ event) => changed(event.target.value),
});

/** A control of several words, of which one is chosen.
 * @param {string} label
 * @param {string[][]} options Values and texts.
 * @param {string} value
 * @param {(value: string) => void} changed
 */
export const segments = (label, options, value, changed) => h("div", { class: "segments", role: "group", "aria-label": label },
  options.map(([each, text]) => h("button", {
    key: each, type: "button", "aria-pressed": String(each === value), onClick: () => changed(each),
  }, text)));
