// The page of all endpoints of an account and region.
import { h } from "../dom.js";
import { clockTime, countdown, percent } from "../time.js";
import { homeLink } from "../view/header.js";
import { button, card, input, pill, segments, shareBar, wordOf } from "../view/parts.js";
import { STORY, tell } from "../story.js";

/** @typedef {import("../model/endpoints.js").EndpointsModel} EndpointsModel */
/** @typedef {import("../types.js").EndpointSummary} EndpointSummary */
/** @typedef {import("../types.js").WorldEvent} WorldEvent */

const FIRST_ROWS = 50;
const COLUMNS = ["Name", "Status", "Traffic", "Instances", "Running step"];
const BUSY = new Set(["Creating", "Updating", "RollingBack", "Deleting", "SystemUpdating"]);
const BAD = new Set(["Failed", "UpdateRollbackFailed"]);

/** @type {Record<string, (endpoint: EndpointSummary) => boolean>} */
const FILTERS = {
  all: () => true,
  busy: endpoint => BUSY.has(endpoint.status),
  bad: endpoint => BAD.has(endpoint.status),
};

export class ListPage {
  #rows = FIRST_ROWS;
  #filter = "all";
  #text = "";
  #search = 0;
  #part = -1;
  #problem = "";

  /** @param {EndpointsModel} model @param {{ changed: () => void, sync: () => void }} app */
  constructor(model, app) {
    this.model = model;
    this.app = app;
  }

  get title() {
    return "Endpoints";
  }

  /** The calls that end all deployments here. */
  async toTheEnd() {
    return this.model.sorted.filter(FILTERS.busy).slice(0, 200).map(endpoint => ({
      method: "POST", path: "/clock/advance", body: { until: { endpoint: endpoint.name, status: "InService" } },
    }));
  }

  /** @param {number} now */
  view(now) {
    const { model } = this;
    if (model.total === 0 && model.all.size === 0 && this.#text === "") {
      return this.#empty();
    }

    const lower = this.#text.toLowerCase();
    const found = model.sorted.filter(each => FILTERS[this.#filter](each) && each.name.toLowerCase().includes(lower));
    return [
      h("h1", { key: "title" }, "Endpoints"),
      this.#tools(),
      h("div", { class: "columns wide", key: "columns" },
        h("div", { class: "main" }, this.#table(found, now)),
        activity(model.activity)),
    ];
  }

  #tools() {
    const { sorted, total } = this.model;
    const count = (/** @type {string} */ name) => sorted.filter(FILTERS[name]).length;
    return h("div", { class: "tools", key: "tools" },
      segments("Show", [
        ["all", `All ${total}`], ["busy", `In transition ${count("busy")}`], ["bad", `Failed ${count("bad")}`],
      ], this.#filter, filter => {
        [this.#filter, this.#rows] = [filter, FIRST_ROWS];
        this.app.changed();
      }),
      h("label", { class: "search" }, h("span", { class: "hidden" }, "Find an endpoint by its name"),
        input("search", this.#text, text => this.#find(text), {
          placeholder: "Find by name", autocomplete: "off", spellcheck: "false",
        })));
  }

  /** @param {string} text */
  #find(text) {
    [this.#text, this.#rows] = [text, FIRST_ROWS];
    clearTimeout(this.#search);
    if (this.model.isPart || this.model.contains !== "") {
      this.#search = setTimeout(() => {
        this.model.contains = text;
        this.app.sync();
      }, 300);
    }

    this.app.changed();
  }

  /** @param {EndpointSummary[]} found @param {number} now */
  #table(found, now) {
    return h("div", {},
      h("table", { class: "endpoints", role: "table" },
        h("caption", { class: "hidden" }, "Endpoints with their status, traffic and running step"),
        h("thead", {}, h("tr", {}, COLUMNS.map(text => h("th", { key: text, scope: "col" }, text)))),
        h("tbody", {}, found.slice(0, this.#rows).map(each => row(each, now)))),
      found.length === 0 && h("p", { class: "hint" }, "No endpoint fits."),
      found.length > this.#rows && button(`Show more of ${found.length}`, () => {
        this.#rows += 100;
        this.app.changed();
      }),
      this.model.isPart && h("p", { class: "hint" },
        `The first ${this.model.all.size} of ${this.model.total} endpoints. Find others by their names.`));
  }

  #empty() {
    const { elsewhere } = this.model;
    return h("section", { class: "empty", key: "empty" },
      h("h1", {}, "Watch a bad model roll back"),
      h("p", {}, "There are no endpoints in this account and region yet. Create them with any AWS client, ",
        "or see the story of the README here:"),
      h("ol", { class: "story" }, STORY.map(([text], i) => h("li", {
        key: i, class: i < this.#part ? "done" : i === this.#part ? "active" : "",
        "aria-current": i === this.#part ? "step" : null,
      }, text))),
      button(this.#part < 0 ? "Run the story" : "Running …", () => void this.#tell(), {
        class: "primary large", disabled: this.#part >= 0,
      }),
      h("p", { class: `result${this.#problem ? " bad" : ""}`, role: "status" }, this.#problem),
      elsewhere.length > 0 && h("div", { class: "elsewhere" }, h("h2", {}, "Endpoints in other places"),
        h("ul", {}, elsewhere.map(place => h("li", { key: place.account + place.region },
          h("a", { href: homeLink(place) }, `Account ${place.account}, ${place.region}`), ` — ${place.endpoints}`)))));
  }

  async #tell() {
    this.#problem = "";
    try {
      const name = await tell(part => {
        this.#part = part;
        this.app.changed();
      });
      location.hash = `#/endpoints/${encodeURIComponent(name)}`;
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }

    this.#part = -1;
    this.app.changed();
  }
}

/** @param {EndpointSummary} endpoint @param {number} now */
function row(endpoint, now) {
  const { old, new: next, step } = endpoint;
  const fleets = [old, next].filter(each => each !== undefined);
  const left = endpoint.bakeEndsAt ? countdown((Date.parse(endpoint.bakeEndsAt) - now) / 1000) : "";
  return h("tr", { key: endpoint.name, role: "row" },
    h("th", { scope: "row", role: "rowheader", class: "name" },
      h("a", { href: `#/endpoints/${encodeURIComponent(endpoint.name)}` }, endpoint.name)),
    h("td", { role: "cell", "data-label": "Status" }, pill(endpoint.status)),
    h("td", { role: "cell", "data-label": "Traffic" }, next && old
      ? h("span", { class: "traffic" }, shareBar(next.trafficShare, `${percent(next.trafficShare)} to the new fleet`),
        h("span", { class: "number" }, `${percent(next.trafficShare)} new`))
      : h("span", { class: "hint name" }, fleets[0]?.configName ?? "—")),
    h("td", { role: "cell", "data-label": "Instances", class: "number" }, fleets.length === 0 ? "—"
      : fleets.map(each => `${each.inService}/${each.instances}`).join(" → ")),
    h("td", { role: "cell", "data-label": "Running step", class: "step-cell" }, step
      ? [endpoint.rollingBack && h("strong", {}, "Rollback: "), step.replace(/(\d) s/g, "$1\u00a0s"),
        left && h("span", { class: "number left" }, ` ${left} left`),
        endpoint.policy && h("span", { class: "tag" }, wordOf(endpoint.policy))]
      : h("span", { class: "hint" }, "—")));
}

/** @param {WorldEvent[]} events */
function activity(events) {
  return card("Activity", null, events.length === 0
    ? h("p", { class: "hint" }, "What happens from now on is shown here.")
    : h("ol", { class: "activity", tabindex: 0, "aria-label": "Activity" }, events.map(event =>
      h("li", { key: `${event.epoch}-${event.sequence}` },
        h("time", {}, clockTime(Date.parse(event.time))),
        h("p", {}, h("span", { class: "name" }, event.subject.name || "Account"), " ", event.sentence)))));
}
