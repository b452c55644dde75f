// Alarms with a warm-up period. No data has come in yet, and missing data counts as breaching: without a warm-up period, such an
// alarm goes into ALARM, and a deployment that it watches is rolled back.
import { strict as assert } from "node:assert";
import { World } from "../rollingdeploy.mjs";

const BREACHING = { TreatMissingData: "breaching" };
const REASON = "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors.";

/** Where an update ends that the alarm watches, and what became of the alarm. */
const updated = async (protocol, settings) => {
  const world = await new World(protocol).endpoint();
  await world.alarm("errors", { ...BREACHING, ...settings });
  await world.update("errors");
  await world.until();
  const { EndpointConfigName, FailureReason } = await world.sagemaker.describeEndpoint({ EndpointName: "e" });
  return { ended: [EndpointConfigName, FailureReason], alarm: await world.describeAlarm("errors"), world };
};

export async function test_without_a_warm_up_period_the_update_is_rolled_back(protocol) {
  const { ended, alarm } = await updated(protocol, {});

  assert.deepEqual(ended, ["old", REASON]);
  assert.deepEqual([alarm.StateValue, alarm.EvaluationState], ["ALARM", undefined]);
}

export async function test_in_its_warm_up_period_an_alarm_rolls_nothing_back(protocol) {
  const { ended, alarm, world } = await updated(protocol, { WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 60 } });

  assert.deepEqual(ended, ["new", undefined]);
  assert.deepEqual([alarm.StateValue, alarm.EvaluationState], ["INSUFFICIENT_DATA", "IN_WARM_UP"]);

  await world.advance(3600);
  const later = await world.describeAlarm("errors");
  assert.deepEqual([later.StateValue, later.EvaluationState], ["ALARM", undefined]);
}

export async function test_data_end_the_warm_up_period_and_then_the_alarm_rolls_back(protocol) {
  const world = await new World(protocol).endpoint();
  await world.alarm("errors", { ...BREACHING, WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 60 } });
  await world.update("errors");
  await world.advance(100);
  await world.cloudwatch.putMetricData({ Namespace: "Scorer", MetricData: [{ MetricName: "Errors", Value: 7 }] });

  await world.until();

  const { EndpointConfigName, FailureReason } = await world.sagemaker.describeEndpoint({ EndpointName: "e" });
  assert.deepEqual([EndpointConfigName, FailureReason], ["old", REASON]);
}

export async function test_a_whole_warm_up_period_is_not_ended_by_data(protocol) {
  const whole = { WarmUpPeriodDurationInMinutes: 60, OnlyStartEvaluatingAfterWarmUpPeriodEnds: true };
  const world = await new World(protocol).endpoint();
  await world.alarm("errors", { ...BREACHING, WarmUpConfiguration: whole });
  await world.update("errors");
  await world.advance(100);
  await world.cloudwatch.putMetricData({ Namespace: "Scorer", MetricData: [{ MetricName: "Errors", Value: 7 }] });

  await world.until();

  assert.equal((await world.sagemaker.describeEndpoint({ EndpointName: "e" })).EndpointConfigName, "new");
  assert.deepEqual((await world.describeAlarm("errors")).WarmUpConfiguration, whole);
}

export async function test_the_history_has_nothing_of_the_warm_up_period(protocol) {
  const world = new World(protocol);
  await world.alarm("errors", { ...BREACHING, WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 10 } });

  const types = async () => (await world.cloudwatch.describeAlarmHistory({ AlarmName: "errors" })).AlarmHistoryItems
    .map(item => item.HistoryItemType);
  await world.advance(599);
  const during = await types();
  await world.advance(1);

  assert.deepEqual([during, await types()], [["ConfigurationUpdate"], ["StateUpdate", "ConfigurationUpdate"]]);
}
