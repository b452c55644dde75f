// The endpoints of the region: a list that was read once, and the events since then.
import { partition, read } from "../api.js";
import { comparePlaces, placeBefore } from "../live/place.js";

/** @typedef {import("../types.js").EndpointSummary} EndpointSummary */
/** @typedef {import("../types.js").WorldEvent} WorldEvent */

const MOST_ACTIVITY = 40;
const OUTCOMES = new Set(["succeeded", "rolledBack", "rollbackFailed", "quarantined"]);

// A step of a deployment says what happens to its instances.
/** @param {WorldEvent} event */
const isTold = event => event.kind !== "instancesChanged" && (event.region === "" || event.region === partition.region);

export class EndpointsModel {
  /** @type {Map<string, EndpointSummary>} */
  all = new Map();

  /** @type {import("../types.js").EndpointPlace[]} */
  elsewhere = [];

  /** What has happened, newest first. @type {WorldEvent[]} */
  activity = [];

  /** The number of endpoints that the filter fits. */
  total = 0;

  /** Only endpoints whose names contain this text are read. */
  contains = "";

  #sorted = /** @type {EndpointSummary[] | null} */ (null);

  /** Reads the list. Returns its position in the log. @returns {Promise<{ position: string, now: string }>} */
  async load() {
    /** @type {import("../types.js").EndpointList} */
    const list = await read("/endpoints", this.contains === "" ? {} : { name: this.contains });
    const after = placeBefore(list.position, MOST_ACTIVITY);
    const { events } = await read("/events", { wait: "false", after, limit: MOST_ACTIVITY });
    this.activity = events
      .filter((/** @type {WorldEvent} */ event) =>
        isTold(event) && comparePlaces(`${event.epoch}-${event.sequence}`, list.position) <= 0)
      .reverse();
    this.all = new Map(list.endpoints.map(endpoint => [endpoint.name, endpoint]));
    this.elsewhere = list.elsewhere;
    this.total = list.total;
    this.#sorted = null;
    return list;
  }

  /** Whether the server has more endpoints than were read. */
  get isPart() {
    return this.total > this.all.size;
  }

  /** The endpoints, sorted by name. */
  get sorted() {
    return this.#sorted ??= [...this.all.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  /** @param {WorldEvent} event */
  apply(event) {
    if (isTold(event)) {
      this.activity.unshift(event);
      this.activity.length = Math.min(this.activity.length, MOST_ACTIVITY);
    }

    if (event.subject.type !== "endpoint" || event.region !== partition.region) {
      return;
    }

    const { name } = event.subject;
    const endpoint = this.all.get(name);
    if (event.kind === "resourceDeleted") {
      this.total -= this.all.delete(name) ? 1 : 0;
      this.#sorted = null;
    } else if (endpoint) {
      const next = { ...endpoint };
      change(next, event);
      this.all.set(name, next);
      this.#sorted?.splice(this.#sorted.indexOf(endpoint), 1, next);
    } else if (event.kind === "resourceCreated" && !this.isPart && name.includes(this.contains)) {
      this.all.set(name, { name, status: "Creating", since: event.time });
      this.total++;
      this.#sorted = null;
    }
  }
}

/** @param {EndpointSummary} endpoint @param {WorldEvent} event */
function change(endpoint, event) {
  if (event.kind === "statusChanged") {
    endpoint.status = event.data.to;
    endpoint.since = event.time;
    return;
  }

  if (!event.data.deploymentId) {
    return;
  }

  endpoint.deployment = event.data.deploymentId;
  endpoint.old = event.data.old;
  endpoint.new = event.data.new;
  endpoint.step = event.sentence;
  endpoint.rollingBack = event.kind === "rollbackStarted" || (endpoint.rollingBack === true && event.kind !== "started");
  endpoint.bakeEndsAt = event.kind === "bakeStarted" ? bakeEnd(event) : undefined;
  if (OUTCOMES.has(event.kind)) {
    finish(endpoint, event.kind);
  }
}

/** @param {WorldEvent} event */
function bakeEnd(event) {
  const seconds = Number(/[\d.]+/.exec(event.sentence)?.[0] ?? 0);
  return new Date(Date.parse(event.time) + seconds * 1000).toISOString();
}

/** @param {EndpointSummary} endpoint @param {string} outcome */
function finish(endpoint, outcome) {
  if (outcome === "succeeded") {
    endpoint.old = endpoint.new ?? endpoint.old;
  }

  if (outcome !== "rollbackFailed") {
    endpoint.new = undefined;
  }

  endpoint.step = endpoint.deployment = endpoint.bakeEndsAt = undefined;
  endpoint.rollingBack = false;
}
