// The page of one endpoint.
import { h } from "../dom.js";
import { clockTime, dateTime, duration } from "../time.js";
import { fold } from "../model/journal.js";
import { Actions } from "../view/actions.js";
import { alarmCards } from "../view/alarms.js";
import { fleet, groupsOf, legend } from "../view/instances.js";
import { journal } from "../view/journal.js";
import { card, pill, wordOf } from "../view/parts.js";
import { plan } from "../view/plan.js";
import { trafficChart } from "../view/traffic-chart.js";

/** @typedef {import("../model/endpoint.js").EndpointModel} EndpointModel */
/** @typedef {import("../model/journal.js").Picture} Picture */
/** @typedef {import("../types.js").EndpointView} EndpointView */
/** @typedef {import("../types.js").Deployment} Deployment */

export class EndpointPage {
  /** @param {EndpointModel} model @param {{ changed: () => void, sync: () => void }} app */
  constructor(model, app) {
    this.model = model;
    this.app = app;
    this.actions = new Actions(model, app.changed);
  }

  get title() {
    return this.model.view?.summary.name ?? this.model.name;
  }

  /** The calls that end the deployment. */
  async toTheEnd() {
    return [{ method: "POST", path: "/clock/advance", body: { until: { endpoint: this.model.name, status: "InService" } } }];
  }

  /** @param {number} now */
  view(now) {
    const { view } = this.model;
    if (!view) {
      return h("section", { class: "empty", key: "missing" }, h("h1", {}, "This endpoint does not exist"),
        h("p", {}, this.model.missing), h("p", {}, h("a", { href: "#/" }, "All endpoints")));
    }

    const { deployment } = view;
    const picture = deployment && fold(deployment.journal);
    return [
      head(view),
      deployment && picture && deployment.journal.length > 0 && this.#deployment(deployment, picture, now),
      fleets(view, picture),
      h("div", { class: "columns", key: "columns" },
        h("div", { class: "main" },
          alarmCards(this.model.alarms),
          this.actions.view()),
        h("div", { class: "side" },
          deployment && journal(deployment.journal),
          pastDeployments(view))),
    ];
  }

  /** @param {Deployment} deployment @param {Picture} picture @param {number} now */
  #deployment(deployment, picture, now) {
    const end = deployment.endedAt ? Date.parse(deployment.endedAt) : picture.outcome
      ? Date.parse(deployment.journal[deployment.journal.length - 1].time) : now;
    return card("Deployment", [
      pill(picture.outcome || deployment.status),
      h("span", { class: "hint" }, [
        wordOf(deployment.trigger), deployment.policy && wordOf(deployment.policy),
        `${picture.outcome ? "took" : "for"} ${duration((end - Date.parse(deployment.startedAt)) / 1000)}`,
        !picture.outcome && this.model.view?.deadline && `timeout at ${clockTime(Date.parse(this.model.view.deadline))}`,
      ].filter(Boolean).join(" · ")),
    ],
    plan(picture, now),
    hasBothFleets(deployment.journal) && trafficChart(deployment.journal, end));
  }
}

// A creation shifts no traffic.
/** @param {import("../types.js").JournalEntry[]} journal */
const hasBothFleets = journal => journal.some(entry => entry.old && entry.new);

/** @param {EndpointView} view */
function head(view) {
  const { summary, traffic: { requestsPerSecond: rate, pattern } } = view;
  const configs = [view.current?.config, view.pending?.config].filter(Boolean);
  return h("div", { class: "page-head", key: "head" },
    h("p", { class: "crumb" }, h("a", { href: "#/" }, "Endpoints"), h("span", { "aria-hidden": "true" }, " / ")),
    h("div", { class: "title-line" }, h("h1", { class: "name" }, summary.name), pill(summary.status)),
    h("p", { class: "hint" }, h("span", { class: "name" }, configs.join(" → ") || "—"),
      ` · since ${dateTime(Date.parse(summary.since))} UTC`,
      rate > 0 && ` · synthetic traffic of ${rate} requests a second (${pattern})`),
    view.failureReason && h("p", { class: "banner warn" }, h("span", { "aria-hidden": "true" }, "▲ "),
      summary.status === "Updating" && "The deployment before this one failed: ", view.failureReason));
}

/**
 * The old fleet is on the left, and the new one on the right, also after the end of the deployment. Then one of them is gone.
 * @param {EndpointView} view
 * @param {Picture | undefined} picture
 */
function fleets(view, picture) {
  const { old, next } = picture ?? {};
  const isPair = Boolean(old && next);
  const hasMoved = isPair && picture?.outcome === "succeeded";
  const [left, right] = hasMoved ? [undefined, view.pending ?? view.current] : [view.current, view.pending];
  const isBaking = picture?.isBaking === true && !picture.isRollingBack;
  return card("Fleets", legend(), h("div", { class: "fleets" },
    (left || isPair) && fleet(isPair ? "Old fleet" : "Fleet", "old", left?.config || old?.config || "", left?.trafficShare ?? 0,
      left ? groupsOf(left, false, false) : [], isPair ? old?.gone ?? 0 : 0),
    (right || isPair) && fleet(isPair || left ? "New fleet" : "Fleet", "new", right?.config || next?.config || "",
      right?.trafficShare ?? 0, right ? groupsOf(right, right === view.pending, isBaking) : [], isPair ? next?.gone ?? 0 : 0)));
}

/** @param {EndpointView} view */
function pastDeployments(view) {
  const here = `#/endpoints/${encodeURIComponent(view.summary.name)}/deployments`;
  return card("Deployments", null, view.deployments.length === 0 ? h("p", { class: "hint" }, "There are none yet.")
    : h("ul", { class: "past" }, view.deployments.map(each => h("li", { key: each.id },
      h("a", { href: `${here}/${encodeURIComponent(each.id)}` }, `Replay ${each.id}`),
      pill(each.status),
      h("span", { class: "hint" }, [
        wordOf(each.trigger), each.trigger === "updateEndpoint" && wordOf(each.policy), dateTime(Date.parse(each.startedAt)),
        each.endedAt && duration((Date.parse(each.endedAt) - Date.parse(each.startedAt)) / 1000),
      ].filter(Boolean).join(" · "))))));
}
