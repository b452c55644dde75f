// The plan of a deployment as a strip of steps, and the countdown of a bake.
import { h } from "../dom.js";
import { bakeSeconds } from "../model/journal.js";
import { countdown, duration } from "../time.js";

/** @typedef {import("../model/journal.js").Step} Step */
/** @typedef {import("../model/journal.js").Picture} Picture */

const SIGNS = { pending: "○", active: "▶", done: "✓", skipped: "–" };
const VERBS = { launch: "Launch", shift: "Shift", bake: "Bake", retire: "Retire" };

/** @param {Picture} picture @param {number} now */
export function plan(picture, now) {
  const [forward, back] = [picture.steps.filter(step => !step.rollback), picture.steps.filter(step => step.rollback)];
  return h("div", { class: "plan" },
    strip("Plan", forward, now),
    back.length > 0 && strip("Rollback", back, now),
    bake(picture, now));
}

/** @param {string} name @param {Step[]} steps @param {number} now */
function strip(name, steps, now) {
  const done = steps.filter(step => step.state === "done").length;
  return h("div", { class: name === "Plan" ? "strip" : "strip rollback", key: name },
    h("p", { class: "strip-name" }, name, h("span", {}, `${done} of ${steps.length} steps`)),
    h("ol", { class: "steps", tabindex: 0, "aria-label": `${name}: ${steps.length} steps` },
      steps.map((step, i) => stepItem(step, i, now))));
}

/** @param {Step} step @param {number} i @param {number} now */
function stepItem(step, i, now) {
  const seconds = bakeSeconds(step);
  const text = step.kind === "bake" ? duration(seconds) : step.text.split(" ").slice(1).join(" ").replace(/^-/, "−");
  return h("li", {
    key: i, class: `step ${step.kind} ${step.state}`, "aria-current": step.state === "active" ? "step" : null,
    after: step.state === "active" ? keepVisible : undefined,
  },
  h("span", { class: "step-sign", "aria-hidden": "true" }, SIGNS[step.state]),
  h("span", { class: "step-text" }, h("span", { class: "step-kind" }, VERBS[step.kind] ?? step.kind), h("span", {}, text)),
  h("span", { class: "hidden" }, step.state),
  step.kind === "bake" && step.state === "active" && h("span", {
    class: "step-progress", "aria-hidden": "true", style: { width: `${progress(step, now) * 100}%` },
  }));
}

/** @param {Step} step @param {number} now */
const progress = (step, now) => step.endsAt && step.startedAt && step.endsAt > step.startedAt
  ? Math.min(1, Math.max(0, (now - step.startedAt) / (step.endsAt - step.startedAt))) : 0;

/** Scrolls only the strip, never the page. @param {HTMLElement} item */
function keepVisible(item) {
  const strip = item.parentElement;
  if (strip && strip.dataset.shown !== item.textContent + String(item.offsetLeft)) {
    strip.dataset.shown = item.textContent + String(item.offsetLeft);
    strip.scrollLeft = item.offsetLeft - strip.clientWidth / 2 + item.clientWidth / 2;
  }
}

/** @param {Picture} picture @param {number} now */
function bake(picture, now) {
  const bakes = picture.steps.filter(step => step.kind === "bake" && !step.rollback);
  const step = bakes.find(each => each.state === "active");
  if (!step?.endsAt) {
    return null;
  }

  const left = countdown((step.endsAt - now) / 1000);
  const place = `bake ${bakes.indexOf(step) + 1} of ${bakes.length} (${duration(bakeSeconds(step))})`;
  return h("div", { class: "bake-panel", key: "bake" },
    h("p", {}, h("span", { class: "bake-left", role: "timer" }, left),
      h("span", {}, ` of virtual time left in ${place}`)),
    h("progress", { max: 1, value: progress(step, now), "aria-label": "Progress of the bake" }));
}
