// The head of the page: where we are, whether it is live, and the theme.
import { h } from "../dom.js";
import { partition } from "../api.js";
import { nextTheme, theme } from "../theme.js";
import { button } from "./parts.js";

const STATES = {
  connecting: { mark: "◌", text: "Connecting" },
  live: { mark: "●", text: "Live" },
  lost: { mark: "✕", text: "Reconnecting" },
};

/** @param {"connecting" | "live" | "lost"} state @param {() => void} changed */
export function header(state, changed) {
  const { mark, text } = STATES[state];
  return h("header", { class: "top" },
    h("a", { class: "brand", href: "#/" },
      h("img", { src: "dashboard/icon.svg", alt: "", width: 28, height: 28 }), "RollingDeploy"),
    partitionForm(),
    h("p", { class: `connection ${state}`, role: "status" }, h("span", { "aria-hidden": "true" }, mark), text),
    h("nav", { class: "links", "aria-label": "More" },
      h("a", { href: "swagger" }, "Swagger UI"),
      button(`Theme: ${theme()}`, () => {
        nextTheme();
        changed();
      }, { class: "quiet" })));
}

// A form without an action: another account or region is another address.
function partitionForm() {
  return h("form", {
    class: "partition", "aria-label": "Account and region", onSubmit: (/** @type {any} */ event) => {
      event.preventDefault();
      const data = new FormData(event.target);
      const given = /** @type {any} */ ([...data].filter(([, value]) => value !== ""));
      location.href = `${location.pathname}?${new URLSearchParams(given)}`;
    },
  },
  h("label", {}, h("span", {}, "Account"), h("input", {
    name: "account", value: partition.account, pattern: "\\d{12}", size: 12, inputmode: "numeric", autocomplete: "off",
  })),
  h("label", {}, h("span", {}, "Region"), h("input", {
    name: "region", value: partition.region, size: 12, autocomplete: "off", spellcheck: "false",
  })),
  h("button", { type: "submit", class: "button small" }, "Go"));
}

/** A note across the page while the server cannot be reached. @param {string} state @param {string} problem */
export const lostNote = (state, problem) => state === "lost" && h("p", { class: "banner bad", role: "alert", key: "lost" },
  h("strong", {}, "RollingDeploy does not answer. "),
  problem && `${problem} `, "This page shows the last known state, and goes on when the server is back.");

export const homeLink = (/** @type {import("../types.js").EndpointPlace} */ place) =>
  `${location.pathname}?${new URLSearchParams({ account: place.account, region: place.region })}`;
