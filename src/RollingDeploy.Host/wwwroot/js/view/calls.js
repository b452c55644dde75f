// A call that can be made here, with the same call to copy.
import { h } from "../dom.js";
import { run } from "../api.js";
import { snippetsOf } from "../snippets.js";
import { button } from "./parts.js";

/** @typedef {import("../api.js").Call} Call */

/**
 * What each call on the page has answered last, by the name of its place.
 * @type {Map<string, { isBad: boolean, text: string }>}
 */
const results = new Map();

/** The language that was chosen last, for AWS's calls and for ours. */
const chosen = { aws: "boto3", own: "curl" };

/** The text that was copied last. */
let copied = "";

/**
 * @param {string} place Names the place on the page.
 * @param {string} text The text of the button.
 * @param {Call} call
 * @param {() => void} changed
 */
export function callPanel(place, text, call, changed) {
  const result = results.get(place);
  return h("div", { class: "call", key: place },
    h("div", { class: "call-run" },
      button(text, () => void make(place, call, changed), { class: "primary" }),
      h("p", { class: `result${result?.isBad ? " bad" : ""}`, role: "status" }, result?.text ?? "")),
    snippets(call, changed));
}

/** @param {Call} call @param {() => void} changed */
export function snippets(call, changed) {
  const kind = "service" in call ? "aws" : "own";
  const all = snippetsOf(call);
  const [name, code] = all.find(([each]) => each === chosen[kind]) ?? all[0];
  return h("div", { class: "snippet" },
    h("div", { class: "snippet-head" },
      h("div", { class: "segments", role: "group", "aria-label": "The same call with" }, all.map(([each]) => h("button", {
        key: each, type: "button", "aria-pressed": String(each === name),
        onClick: () => {
          chosen[kind] = each;
          changed();
        },
      }, each))),
      button(copied === code ? "Copied" : "Copy", () => void copy(code, changed), {
        class: "small", "aria-label": `${copied === code ? "Copied" : "Copy"} the ${name} call`,
      })),
    h("pre", { tabindex: 0, "aria-label": `${name} call` }, h("code", {}, code)));
}

/** Makes a call, and shows what it answered. @param {string} place @param {Call} call @param {() => void} changed */
export async function make(place, call, changed) {
  results.set(place, { isBad: false, text: "Running …" });
  changed();
  try {
    await run(call);
    results.set(place, { isBad: false, text: "✓ Done." });
  } catch (error) {
    results.set(place, { isBad: true, text: `✕ ${error instanceof Error ? error.message : error}` });
  }

  changed();
}

/** @param {string} text @param {() => void} changed */
async function copy(text, changed) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page that came without TLS from another machine has no clipboard.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  copied = text;
  changed();
}
