// What can be done to an endpoint: each action shows the call that it makes.
import { h } from "../dom.js";
import { part, run } from "../api.js";
import { POLICIES, updateCall } from "../policies.js";
import { callPanel, snippets } from "./calls.js";
import { button, card, field, input, segments, select } from "./parts.js";

/** @typedef {import("../model/endpoint.js").EndpointModel} EndpointModel */

const TABS = [["update", "Update"], ["alarm", "Alarm state"], ["traffic", "Traffic"], ["faults", "Faults"]];

const FAULTS = [
  ["instanceCrash", "An instance crashes"], ["insufficientCapacity", "No capacity for new instances"],
  ["pingFailure", "New instances fail their ping"], ["slowLaunch", "Launches are slow"],
  ["alarmPermissionDenied", "Alarms cannot be described"],
];

const SWAGGER = {
  update: "swagger/#/SageMaker/SageMaker.UpdateEndpoint", alarm: "swagger/#/CloudWatch/CloudWatch.SetAlarmState",
  traffic: "swagger/#/RollingDeploy/putTraffic", faults: "swagger/#/RollingDeploy/addFault",
};

export class Actions {
  #tab = /** @type {keyof typeof SWAGGER} */ ("update");
  #policy = "rolling";
  #config = "";
  #alarm = "";
  #state = "ALARM";
  #rate = "50";
  #pattern = "constant";
  #fault = "instanceCrash";
  #fleet = "";

  /** The names of the endpoint configurations; null until they are read. @type {string[] | null} */
  #configs = null;

  /** @param {EndpointModel} model @param {() => void} changed */
  constructor(model, changed) {
    this.model = model;
    this.changed = changed;
  }

  view() {
    const link = h("a", { href: SWAGGER[this.#tab], class: "swagger" }, "Open in Swagger UI");
    return card("Actions", link,
      segments("Action", TABS, this.#tab, tab => this.#set(() => { this.#tab = /** @type {any} */ (tab); })),
      h("div", { key: this.#tab, class: "action" }, this.#tab === "update" ? this.#update()
        : this.#tab === "alarm" ? this.#alarmState()
        : this.#tab === "traffic" ? this.#traffic() : this.#faults()));
  }

  /** @param {() => void} change */
  #set(change) {
    change();
    this.changed();
  }

  #update() {
    if (!this.#configs) {
      this.#configs = [];
      void this.#readConfigs();
    }

    const name = this.model.view?.summary.name ?? this.model.name;
    const policy = POLICIES.find(each => each.id === this.#policy) ?? POLICIES[0];
    const watched = this.model.alarms.filter(alarm => alarm.watched);
    const alarms = (watched.length > 0 ? watched : this.model.alarms).map(alarm => alarm.name).slice(0, 10);
    const config = this.#config || this.#otherConfig();
    return [
      h("div", { class: "fields" },
        field("Endpoint configuration", this.#configs.length > 0
          ? select(this.#configs.map(each => [each, each]), config, value => this.#set(() => { this.#config = value; }), {
            onFocus: () => void this.#readConfigs(),
          })
          : input("text", config, value => this.#set(() => { this.#config = value; })))),
      segments("Deployment policy", POLICIES.map(each => [each.id, each.name]), policy.id,
        id => this.#set(() => { this.#policy = id; })),
      h("p", { class: "hint" }, policy.text),
      callPanel(`update ${name}`, "Update endpoint", updateCall(name, config, policy, alarms), this.changed),
    ];
  }

  // The suggestion is a configuration that the endpoint does not have.
  #otherConfig() {
    const { view } = this.model;
    const here = [view?.pending?.config, view?.current?.config];
    return this.#configs?.find(each => !here.includes(each)) ?? this.#configs?.[0] ?? "";
  }

  async #readConfigs() {
    const answer = await run({ service: "sagemaker", operation: "ListEndpointConfigs", input: { MaxResults: 100 } })
      .catch(() => null);
    const configs = answer?.EndpointConfigs ?? [];
    this.#set(() => { this.#configs = configs.map((/** @type {any} */ each) => each.EndpointConfigName); });
  }

  #alarmState() {
    const { alarms } = this.model;
    if (alarms.length === 0) {
      return h("p", { class: "hint" }, "This endpoint has no alarms. PutMetricAlarm creates one on its metrics.");
    }

    const alarm = alarms.find(each => each.name === this.#alarm) ?? alarms[0];
    return [
      h("div", { class: "fields" },
        field("Alarm", select(alarms.map(each => [each.name, each.name]), alarm.name,
          name => this.#set(() => { this.#alarm = name; })))),
      segments("State", [["ALARM", "▲ ALARM"], ["OK", "✓ OK"], ["INSUFFICIENT_DATA", "? INSUFFICIENT_DATA"]], this.#state,
        state => this.#set(() => { this.#state = state; })),
      h("p", { class: "hint" }, "The alarm keeps the state until it is evaluated again."),
      callPanel("alarm state", "Set state", {
        service: "cloudwatch", operation: "SetAlarmState",
        input: { AlarmName: alarm.name, StateValue: this.#state, StateReason: "Set on the dashboard" },
      }, this.changed),
    ];
  }

  #traffic() {
    const path = `/endpoints/${part(this.model.view?.summary.name ?? this.model.name)}/traffic`;
    return [
      h("div", { class: "fields" },
        field("Requests a second", input("number", this.#rate, rate => this.#set(() => { this.#rate = rate; }), {
          min: 0, max: 1000000, step: "any",
        })),
        field("Pattern", select([["constant", "Constant"], ["ramp", "Ramp"], ["daily", "Daily"]], this.#pattern,
          pattern => this.#set(() => { this.#pattern = pattern; })))),
      callPanel("traffic", Number(this.#rate) > 0 ? "Send traffic" : "Stop traffic", {
        method: "PUT", path, body: { requestsPerSecond: Number(this.#rate), pattern: this.#pattern },
      }, this.changed),
    ];
  }

  #faults() {
    const name = this.model.view?.summary.name ?? this.model.name;
    const hasFleet = this.#fault !== "alarmPermissionDenied";
    const body = { kind: this.#fault, endpoint: name, ...hasFleet && this.#fleet && { fleet: this.#fleet } };
    return [
      h("div", { class: "fields" },
        field("Fault", select(FAULTS, this.#fault, fault => this.#set(() => { this.#fault = fault; }))),
        hasFleet && field("Fleet", select([["", "Either"], ["new", "New"], ["old", "Old (a rollback)"]], this.#fleet,
          side => this.#set(() => { this.#fleet = side; })))),
      callPanel("fault", "Add fault", { method: "POST", path: "/faults", body }, this.changed),
      this.#faultList(),
    ];
  }

  #faultList() {
    const { faults } = this.model;
    return h("div", { class: "fault-list", key: "faults" }, h("h3", {}, "Faults of the region"), faults.length === 0
      ? h("p", { class: "hint" }, "There are none.")
      : h("ul", {}, faults.map(fault => {
        const call = { method: "DELETE", path: `/faults/${part(fault.id)}` };
        return h("li", { key: fault.id },
          h("span", {}, `${fault.id}: ${fault.kind}`, h("span", { class: "hint" }, ` struck ${fault.hits} times`)),
          button("Remove", () => void run(call).catch(() => null), { class: "small", "aria-label": `Remove ${fault.id}` }),
          h("details", {}, h("summary", {}, "As a call"), snippets(call, this.changed)));
      })));
  }
}
