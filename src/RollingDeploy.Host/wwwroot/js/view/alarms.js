// The alarms of an endpoint, each with a chart of its data.
import { h } from "../dom.js";
import { clockTime, duration } from "../time.js";
import { alarmChart, alarmLegend } from "./alarm-chart.js";
import { card, pill } from "./parts.js";

/** @typedef {import("../types.js").Alarm} Alarm */

/** @param {Alarm[]} alarms */
export function alarmCards(alarms) {
  return card("Alarms", alarms.some(alarm => alarm.points) && alarmLegend(), alarms.length === 0
    ? h("p", { class: "hint" }, "No alarm watches this endpoint. A deployment rolls back when an alarm of its ",
      "AutoRollbackConfiguration goes into ALARM.")
    : alarms.map(alarm => h("article", { class: "alarm", key: alarm.name },
      h("header", { class: "alarm-head" },
        h("h3", { class: "name" }, alarm.name), pill(alarm.state),
        h("span", { class: "hint" }, alarm.watched ? "rolls deployments back" : "does not roll back")),
      alarm.points ? alarmChart(alarm) : h("p", {}, h("code", {}, alarm.rule ?? "")),
      h("p", { class: "hint" }, sentence(alarm)))));
}

/** @param {Alarm} alarm */
function sentence(alarm) {
  const rule = alarm.periodSeconds
    ? `${alarm.datapointsToAlarm} of ${alarm.evaluationPeriods} periods of ${duration(alarm.periodSeconds)}; `
      + `missing data: ${alarm.treatMissingData}. `
    : "";
  return `${rule}${alarm.state} since ${clockTime(Date.parse(alarm.since))} UTC: ${alarm.reason}`;
}
