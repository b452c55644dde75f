// The members of alarms that are newer than boto3's model, and the type LogAlarm.
import { strict as assert } from "node:assert";
import { World } from "../rollingdeploy.mjs";

const TAGS = { AlarmTagsPropagation: { Enabled: true, IncludedTagKeys: ["team"] } };
const WINDOW = { WallClockWindow: { Timezone: "America/New_York" } };

export async function test_every_member_comes_back(protocol) {
  const world = new World(protocol);
  await world.alarm("errors", { Period: 3600, EvaluationWindow: WINDOW, ActionConfiguration: TAGS });
  await world.cloudwatch.putCompositeAlarm({ AlarmName: "both", AlarmRule: "ALARM(errors)", ActionConfiguration: TAGS });

  const { CompositeAlarms, MetricAlarms } = await world.cloudwatch.describeAlarms({ AlarmTypes: ["CompositeAlarm", "MetricAlarm"] });

  assert.deepEqual(MetricAlarms.map(alarm => [alarm.EvaluationWindow, alarm.ActionConfiguration]), [[WINDOW, TAGS]]);
  assert.deepEqual(CompositeAlarms.map(alarm => alarm.ActionConfiguration), [TAGS]);
}

export async function test_there_are_no_log_alarms(protocol) {
  const world = new World(protocol);
  await world.alarm("errors");

  const shown = await world.cloudwatch.describeAlarms({ AlarmTypes: ["LogAlarm"] });

  assert.deepEqual([shown.LogAlarms, shown.MetricAlarms, shown.CompositeAlarms], [[], [], []]);
}

// An error at minute 40 is seen by a sliding window in the next minute, and by the clock's window when its hour has ended.
export async function test_a_wall_clock_window_looks_at_whole_hours(protocol) {
  const world = new World(protocol);
  await world.alarm("sliding", { Period: 3600 });
  await world.alarm("clock", { Period: 3600, EvaluationWindow: { WallClockWindow: { Timezone: "UTC" } } });
  await world.advance(40 * 60);
  await world.cloudwatch.putMetricData({ Namespace: "Scorer", MetricData: [{ MetricName: "Errors", Value: 7 }] });

  const states = async () => [(await world.describeAlarm("sliding")).StateValue, (await world.describeAlarm("clock")).StateValue];
  await world.advance(60);
  const next = await states();
  await world.advance(19 * 60);

  assert.deepEqual([next, await states()], [["ALARM", "INSUFFICIENT_DATA"], ["ALARM", "ALARM"]]);
}

export async function test_what_is_not_valid_is_refused(protocol) {
  const world = new World(protocol);
  const refused = [
    [{ WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 0 } }, /greater than or equal to 1$/],
    [{ WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 2881 } }, /less than or equal to 2880$/],
    [{ EvaluationWindow: { WallClockWindow: { Timezone: "Mars/Olympus" } } }, /^Timezone Mars\/Olympus is not valid/],
    [{ EvaluationWindow: WINDOW, Period: 120 }, /Supported periods are 60, 300, 3600, 86400, 604800\.$/],
    [{ ActionConfiguration: { AlarmTagsPropagation: { Enabled: true, IncludedTagKeys: ["a"], ExcludedTagKeys: ["b"] } } },
      /cannot both be specified$/],
  ];

  for (const [settings, message] of refused) {
    await assert.rejects(world.alarm("errors", settings), error => {
      assert.deepEqual([error.$metadata.httpStatusCode, error.Code ?? error.name], [400, "ValidationError"]);
      assert.match(error.message, message);
      return true;
    });
  }

  assert.deepEqual((await world.cloudwatch.describeAlarms({})).MetricAlarms, []);
}
