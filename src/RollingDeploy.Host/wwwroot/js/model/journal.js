// Folds the journal of a deployment into what it looked like after an entry. The live view and the replay both use it.

/** @typedef {import("../types.js").JournalEntry} JournalEntry */
/** @typedef {import("../types.js").FleetSnapshot} FleetSnapshot */

/**
 * @typedef {object} Step
 * @property {string} text As in the plan, such as "shift 2".
 * @property {"launch" | "shift" | "bake" | "retire"} kind
 * @property {boolean} rollback
 * @property {"pending" | "active" | "done" | "skipped"} state
 * @property {number} [startedAt]
 * @property {number} [endedAt]
 * @property {number} [endsAt] When a bake ends.
 */

/**
 * @typedef {object} Side
 * @property {string} config
 * @property {number} instances
 * @property {number} inService
 * @property {number} share
 * @property {number} gone The instances that were terminated.
 * @property {boolean} isRetiring Whether those that are not in service are draining. Otherwise they are booting.
 */

/**
 * @typedef {object} Picture
 * @property {Step[]} steps
 * @property {Side | null} old
 * @property {Side | null} next
 * @property {number} fullSize The number of new instances that take all traffic.
 * @property {Record<string, string>} alarms
 * @property {boolean} isRollingBack
 * @property {boolean} isBaking
 * @property {string} outcome The kind of the last entry, if it ends the deployment; otherwise empty.
 */

const BEGINS = new Set(["launching", "shifting", "shiftingBack", "bakeStarted", "retiring"]);
const ENDS = new Set(["launched", "shifted", "bakeEnded", "retired"]);
const OUTCOMES = new Set(["succeeded", "rolledBack", "rollbackFailed", "quarantined"]);

/** Returns whether an entry is the last one of its deployment. @param {string} kind */
export const isOutcome = kind => OUTCOMES.has(kind);

/** @param {string} plan Such as "launch 2 | shift 2". @param {boolean} rollback @returns {Step[]} */
function stepsOf(plan, rollback) {
  return plan.split(" | ").filter(text => text !== "").map(text => ({
    text,
    kind: /** @type {Step["kind"]} */ (text.split(" ")[0]),
    rollback,
    state: "pending",
  }));
}

// A plan follows a colon: "UpdateEndpoint: launch 2 | shift 2."
/** @param {string} sentence */
const planIn = sentence => sentence.slice(sentence.indexOf(": ") + 2).replace(/\.$/, "");

/** @param {Step} step */
export const bakeSeconds = step => Number(/^bake ([\d.]+)s$/.exec(step.text)?.[1] ?? 0);

// Several variants are added: "launch 2+1" is 3.
/** @param {Step} step */
const sizeOf = step => (step.text.match(/\d+/g) ?? []).reduce((sum, count) => sum + Number(count), 0);

/**
 * @param {JournalEntry[]} journal
 * @param {number} [count] The number of entries to fold; by default all.
 * @returns {Picture}
 */
export function fold(journal, count = journal.length) {
  /** @type {Picture} */
  const picture = {
    steps: [], old: null, next: null, fullSize: 0, alarms: {}, isRollingBack: false, isBaking: false, outcome: "",
  };
  for (const entry of journal.slice(0, count)) {
    add(picture, entry);
  }

  return picture;
}

/** @param {Picture} picture @param {JournalEntry} entry */
function add(picture, entry) {
  const time = Date.parse(entry.time);
  picture.old = sideAfter(picture.old, entry.old, entry.event);
  picture.next = sideAfter(picture.next, entry.new, entry.event);
  picture.alarms = entry.alarms ?? picture.alarms;
  if (entry.event === "started") {
    picture.steps = stepsOf(planIn(entry.sentence), false);
    picture.fullSize = picture.steps.filter(step => step.kind === "launch").reduce((sum, step) => sum + sizeOf(step), 0);
  } else if (entry.event === "rollbackStarted") {
    leave(picture, time);
    picture.isRollingBack = true;
    picture.steps.push(...stepsOf(planIn(entry.sentence), true));
  } else if (ENDS.has(entry.event)) {
    end(picture, time);
  } else if (BEGINS.has(entry.event)) {
    begin(picture, time);
  } else if (OUTCOMES.has(entry.event)) {
    end(picture, time);
    leave(picture, time);
    picture.outcome = entry.event;
  }

  picture.isBaking = picture.steps.some(step => step.state === "active" && step.kind === "bake");
}

/** @param {Picture} picture @param {number} time */
function begin(picture, time) {
  end(picture, time);
  const step = picture.steps.find(each => each.state === "pending");
  if (step) {
    step.state = "active";
    step.startedAt = time;
    step.endsAt = step.kind === "bake" ? time + bakeSeconds(step) * 1000 : undefined;
  }
}

/** @param {Picture} picture @param {number} time */
function end(picture, time) {
  for (const step of picture.steps.filter(each => each.state === "active")) {
    step.state = "done";
    step.endedAt = time;
  }
}

/** The steps that are left are not done. @param {Picture} picture @param {number} time */
function leave(picture, time) {
  for (const step of picture.steps) {
    if (step.state === "active" || step.state === "pending") {
      step.endedAt = step.state === "active" ? time : undefined;
      step.state = "skipped";
    }
  }
}

/**
 * @param {Side | null} before
 * @param {FleetSnapshot | undefined} snapshot
 * @param {string} event
 * @returns {Side | null}
 */
function sideAfter(before, snapshot, event) {
  if (!snapshot) {
    return before;
  }

  const fewer = Math.max(0, (before?.instances ?? 0) - snapshot.instances);
  return {
    config: snapshot.configName,
    instances: snapshot.instances,
    inService: snapshot.inService,
    share: snapshot.trafficShare,
    gone: (before?.gone ?? 0) + fewer,
    isRetiring: event === "retiring" || (event !== "launching" && (before?.isRetiring ?? false)),
  };
}
