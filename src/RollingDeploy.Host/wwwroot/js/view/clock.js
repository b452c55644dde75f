// The virtual clock with its controls.
import { h } from "../dom.js";
import { clockTime, date } from "../time.js";
import { make, snippets } from "./calls.js";
import { button, segments } from "./parts.js";

/** @typedef {import("../time.js").VirtualClock} VirtualClock */

const MODES = [["real", "Real"], ["scaled", "Scaled"], ["frozen", "Frozen"], ["skip", "Skip"]];

/** @type {import("../api.js").OwnCall} */
let last = { method: "POST", path: "/clock/advance", body: { seconds: 60 } };

/**
 * @param {VirtualClock} clock
 * @param {() => void} changed
 * @param {() => Promise<import("../api.js").OwnCall[]>} toTheEnd The calls that end what is running on this page.
 */
export function clockBar(clock, changed, toTheEnd) {
  const state = clock.state;
  const behind = state?.behindSeconds ?? 0;
  const call = (/** @type {any} */ body, method = "POST", path = "/clock/advance") => {
    last = { method, path, body };
    return make("clock", last, changed);
  };
  return h("section", { class: "clock", "aria-label": "Virtual clock" },
    h("p", { class: "clock-now", role: "timer", "aria-live": "off" },
      state ? [h("span", { class: "clock-date" }, date(clock.now)), h("span", { class: "clock-time" }, clockTime(clock.now)),
        h("abbr", { title: "Virtual time, in UTC" }, "UTC")] : "—"),
    segments("Clock mode", MODES, state?.mode ?? "", mode => void call({ mode }, "PUT", "/clock")),
    state?.mode === "scaled" && h("label", { class: "speed", key: "speed" },
      h("span", { class: "hidden" }, "Speed: virtual seconds in a second"),
      h("span", { "aria-hidden": "true" }, "×"),
      h("input", {
        type: "number", min: 0.001, max: 1000000, step: "any", value: state.speed, name: "speed",
        onChange: (/** @type {any} */ event) => void call({ speed: Number(event.target.value) }, "PUT", "/clock"),
      })),
    h("div", { class: "clock-steps" },
      button("+1 min", () => void call({ seconds: 60 }), { title: "Advance by one minute" }),
      button("Next event", () => void call({ toNextEvent: true })),
      button("To the end", () => void runAll(toTheEnd, changed), { title: "Advance until nothing here is in transition" })),
    h("details", { class: "clock-call" }, h("summary", {}, "As a call"), snippets(last, changed)),
    behind > 1 && h("p", { class: "hint", key: "behind" },
      `The clock is ${Math.round(behind)} s behind, because the machine cannot keep up.`));
}

/** @param {() => Promise<import("../api.js").OwnCall[]>} calls @param {() => void} changed */
async function runAll(calls, changed) {
  for (const call of await calls()) {
    last = call;
    await make("clock", call, changed);
  }
}
