// The replay of a deployment from its journal.
import { h } from "../dom.js";
import { part, read } from "../api.js";
import { dateTime, duration } from "../time.js";
import { fold } from "../model/journal.js";
import { fleet, groupsOfSide, legend } from "../view/instances.js";
import { journal } from "../view/journal.js";
import { button, card, pill, wordOf } from "../view/parts.js";
import { plan } from "../view/plan.js";
import { trafficChart } from "../view/traffic-chart.js";

/** @typedef {import("../types.js").Deployment} Deployment */

const BETWEEN_ENTRIES = 900;

/** A deployment that is read once. What happens later does not change it. */
export class ReplayModel {
  /** @type {Deployment | null} */
  deployment = null;

  /** @param {string} name @param {string} id */
  constructor(name, id) {
    this.name = name;
    this.id = id;
  }

  async load() {
    const list = await read("/endpoints", { limit: 1 });
    this.deployment = await read(`/endpoints/${part(this.name)}/deployments/${part(this.id)}`).catch(error => {
      if (error.status === 404) {
        return null;
      }

      throw error;
    });
    return list;
  }

  apply() {}
}

export class ReplayPage {
  #index = 0;
  #timer = 0;

  /** @param {ReplayModel} model @param {{ changed: () => void, sync: () => void }} app */
  constructor(model, app) {
    this.model = model;
    this.app = app;
  }

  get title() {
    return `Replay of ${this.model.name}`;
  }

  async toTheEnd() {
    return [{ method: "POST", path: "/clock/advance", body: { until: { endpoint: this.model.name, status: "InService" } } }];
  }

  /** Stops the replay. */
  close() {
    clearInterval(this.#timer);
  }

  view() {
    const { deployment } = this.model;
    const back = `#/endpoints/${encodeURIComponent(this.model.name)}`;
    if (!deployment || deployment.journal.length === 0) {
      return h("section", { class: "empty", key: "missing" }, h("h1", {}, "This deployment is not kept"),
        h("p", {}, h("a", { href: back }, this.model.name)));
    }

    const index = Math.min(this.#index, deployment.journal.length - 1);
    const entry = deployment.journal[index];
    const picture = fold(deployment.journal, index + 1);
    const time = Date.parse(entry.time);
    return [
      h("div", { class: "page-head", key: "head" },
        h("p", { class: "crumb" },
          h("a", { href: "#/" }, "Endpoints"), " / ", h("a", { href: back, class: "name" }, this.model.name), " /"),
        h("div", { class: "title-line" }, h("h1", {}, `Replay of ${deployment.id}`), pill(deployment.status)),
        h("p", { class: "hint" },
          `${wordOf(deployment.trigger)} · ${wordOf(deployment.policy)} · ${dateTime(Date.parse(deployment.startedAt))} UTC`)),
      this.#slider(deployment, index, time),
      h("div", { class: "columns", key: "columns" },
        h("div", { class: "main" },
          card("Deployment", alarms(picture.alarms), plan(picture, time),
            trafficChart(deployment.journal, endOf(deployment), time)),
          card("Fleets", legend(), h("div", { class: "fleets" },
            picture.old && fleet("Old fleet", "old", picture.old.config, picture.old.share,
              groupsOfSide(picture.old, 0, false), picture.old.gone),
            picture.next && fleet("New fleet", "new", picture.next.config, picture.next.share,
              groupsOfSide(picture.next, picture.fullSize, picture.isBaking && !picture.isRollingBack), picture.next.gone)))),
        h("div", { class: "side" }, journal(deployment.journal, index, to => this.#go(to)))),
    ];
  }

  /** @param {Deployment} deployment @param {number} index @param {number} time */
  #slider(deployment, index, time) {
    const entry = deployment.journal[index];
    const since = duration((time - Date.parse(deployment.startedAt)) / 1000);
    return h("section", { class: "card slider", key: "slider", "aria-label": "Replay" },
      h("div", { class: "slider-line" },
        button(this.#timer ? "Pause" : "Play", () => this.#play(), { class: "primary" }),
        button("‹", () => this.#go(index - 1), { "aria-label": "Previous entry", disabled: index === 0 }),
        h("input", {
          type: "range", min: 0, max: deployment.journal.length - 1, step: 1, value: index, "aria-label": "Journal entry",
          "aria-valuetext": `${since} after the start: ${entry.sentence}`,
          onInput: (/** @type {any} */ event) => this.#go(Number(event.target.value)),
        }),
        button("›", () => this.#go(index + 1), {
          "aria-label": "Next entry", disabled: index === deployment.journal.length - 1,
        })),
      h("p", { class: "slider-now", role: "status" }, h("strong", { class: "number" }, `+${since}`), ` ${entry.sentence}`));
  }

  /** @param {number} index */
  #go(index) {
    this.#index = Math.max(0, Math.min(index, (this.model.deployment?.journal.length ?? 1) - 1));
    this.app.changed();
  }

  #play() {
    if (this.#timer) {
      clearInterval(this.#timer);
      this.#timer = 0;
    } else {
      const last = (this.model.deployment?.journal.length ?? 1) - 1;
      this.#index = this.#index >= last ? 0 : this.#index;
      this.#timer = setInterval(() => {
        this.#go(this.#index + 1);
        if (this.#index >= last) {
          this.#play();
        }
      }, BETWEEN_ENTRIES);
    }

    this.app.changed();
  }
}

/** @param {Deployment} deployment */
const endOf = ({ endedAt, journal }) => Date.parse(endedAt ?? journal[journal.length - 1].time);

/** @param {Record<string, string>} states */
const alarms = states => Object.entries(states).map(([name, state]) =>
  h("span", { key: name, class: "alarm-state" }, h("span", { class: "name" }, name), pill(state)));
