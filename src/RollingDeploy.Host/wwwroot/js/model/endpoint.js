// One endpoint: a view that was read once, and the events since then.
import { ApiError, part, partition, read } from "../api.js";
import { changeInstances, changeShares } from "./fleets.js";
import { isOutcome } from "./journal.js";

/** @typedef {import("../types.js").EndpointView} EndpointView */
/** @typedef {import("../types.js").WorldEvent} WorldEvent */

/** @type {Record<string, "OK" | "ALARM" | "INSUFFICIENT_DATA">} */
const STATES = { Ok: "OK", Alarm: "ALARM", InsufficientData: "INSUFFICIENT_DATA" };

export class EndpointModel {
  /** @type {EndpointView | null} */
  view = null;

  /** @type {import("../types.js").Alarm[]} */
  alarms = [];

  /** @type {import("../types.js").Fault[]} */
  faults = [];

  /** Why there is nothing to show; empty if there is. */
  missing = "";

  /** Whether the view must be read again, because an event does not say enough. */
  isStale = false;

  /** Whether the alarms must be read again. */
  areAlarmsStale = false;

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** Reads the view. @returns {Promise<{ position: string, now: string }>} */
  async load() {
    this.isStale = this.areAlarmsStale = false;
    try {
      [this.view, this.alarms, this.faults] = await Promise.all([
        read(`/endpoints/${part(this.name)}`), read(`/endpoints/${part(this.name)}/alarms`), read("/faults")]);
      this.missing = "";
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) {
        throw error;
      }

      [this.view, this.missing] = [null, error.message];
    }

    return this.view ?? read("/endpoints", { limit: 1 });
  }

  /** Reads only the alarms with their data. */
  async loadAlarms() {
    this.areAlarmsStale = false;
    this.alarms = await read(`/endpoints/${part(this.name)}/alarms`);
  }

  /** @param {WorldEvent} event */
  apply(event) {
    if (event.region !== partition.region) {
      return;
    }

    if (event.subject.type === "alarm") {
      this.#applyToAlarm(event);
    } else if (event.subject.type === "fault" || event.kind.startsWith("fault")) {
      this.isStale = true;
    } else if (event.subject.type === "endpoint" && event.subject.name.toLowerCase() === this.name.toLowerCase()) {
      this.#applyHere(event);
    }
  }

  /** @param {WorldEvent} event */
  #applyToAlarm(event) {
    const alarm = this.alarms.find(each => each.name === event.subject.name);
    if (alarm && event.kind === "alarmStateChanged") {
      const { value, reason, since } = event.data.new;
      Object.assign(alarm, { state: STATES[value] ?? value, reason, since });
      this.areAlarmsStale = true;
    } else if (alarm || event.kind === "alarmCreated" || event.kind === "alarmUpdated") {
      this.areAlarmsStale = true;
    }
  }

  /** @param {WorldEvent} event */
  #applyHere(event) {
    const view = this.view;
    if (!view || event.kind === "resourceDeleted") {
      this.isStale ||= event.kind.startsWith("resource");
      return;
    }

    if (event.kind === "statusChanged") {
      Object.assign(view.summary, { status: event.data.to, since: event.time });
      view.failureReason = event.data.reason;
      this.isStale ||= event.data.to === "Failed";
    } else if (event.kind === "trafficChanged") {
      const { pattern } = event.data;
      view.traffic = pattern
        ? { ...pattern, pattern: pattern.shape.toLowerCase() }
        : { requestsPerSecond: 0, pattern: "constant" };
    } else if (event.kind === "instancesChanged") {
      changeInstances(view, event.data);
    } else if (event.data.deploymentId) {
      this.#progress(view, event);
    }
  }

  /** @param {EndpointView} view @param {WorldEvent} event */
  #progress(view, event) {
    let deployment = view.deployment;
    if (!deployment || deployment.id !== event.data.deploymentId) {
      view.deployment = deployment = {
        id: event.data.deploymentId, policy: "", status: "inProgress", trigger: event.sentence.split(":")[0],
        startedAt: event.time, plan: "", journal: [],
      };
    }

    changeShares(view, event.data);
    const alarms = Object.fromEntries((event.data.alarms ?? []).map(
      (/** @type {any} */ alarm) => [alarm.name, STATES[alarm.state] ?? "absent"]));
    deployment.journal.push({
      time: event.time, event: event.kind, sentence: event.sentence, old: event.data.old, new: event.data.new, alarms,
    });
    deployment.status = event.kind === "rollbackStarted" ? "rollingBack" : deployment.status;

    // The policy, the deadline and the fleets after the end are not in the events.
    this.isStale ||= event.kind === "started" || isOutcome(event.kind);
  }
}
