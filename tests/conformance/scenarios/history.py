"""The history of alarms: every item with its summary and its data, in both orders, chosen and in pages."""

import json

from rollingdeploy import Speaking, assert_equal, at, detected

TOPIC = "arn:aws:sns:us-east-1:123456789012:on-call"
AT_LEAST_ONE = "Member must have value greater than or equal to 1"
KINDS = ("Member must satisfy enum value set: [ConfigurationUpdate, StateUpdate, Action, AlarmContributorStateUpdate, "
         "AlarmContributorAction]")


class Historic(Speaking):
    """A world that can be asked for its history."""

    def items(self, order="TimestampAscending", **how):
        return self.cloudwatch.describe_alarm_history(ScanBy=order, **how)["AlarmHistoryItems"]

    def summaries(self, **how):
        return [item["HistorySummary"] for item in self.items(**how)]

    def data(self, **how):
        return [json.loads(item["HistoryData"]) for item in self.items(**how)]


def test_the_history_of_an_alarm(protocol):
    """Created, evaluated, updated, deleted: each item says when, what and in which words; it outlives its alarm."""
    world = Historic(protocol)
    world.alarm(AlarmActions=[TOPIC])
    world.advance(30)
    world.report(3)
    world.advance(30)
    world.alarm(Threshold=2)
    world.advance(5)
    world.cloudwatch.delete_alarms(AlarmNames=["errors"])

    items = world.items()

    assert_equal([(item["Timestamp"], item["HistoryItemType"], item["HistorySummary"]) for item in items], [
        (at(0), "ConfigurationUpdate", 'Alarm "errors" created'),
        (at(0), "StateUpdate", "Alarm updated from INSUFFICIENT_DATA to OK"),
        (at(60), "StateUpdate", "Alarm updated from OK to ALARM"),
        (at(60), "Action", f"Successfully executed action {TOPIC}"),
        (at(60), "ConfigurationUpdate", 'Alarm "errors" updated'),
        (at(65), "ConfigurationUpdate", 'Alarm "errors" deleted')])
    assert_equal({(item["AlarmName"], item["AlarmType"]) for item in items}, {("errors", "MetricAlarm")})


def test_configurations_in_the_history(protocol):
    """What was put, in lower camel case, under a name for each kind of change."""
    world = Historic(protocol)
    world.alarm(Dimensions=[{"Name": "EndpointName", "Value": "e"}])
    world.alarm(Threshold=2, AlarmDescription="<&>\u00fc")
    world.cloudwatch.delete_alarms(AlarmNames=["errors"])

    created, updated, deleted = world.data(HistoryItemType="ConfigurationUpdate")

    assert_equal([(item["version"], item["type"]) for item in (created, updated, deleted)],
                 [("1.0", "Create"), ("1.0", "Update"), ("1.0", "Delete")])
    alarm = created["createdAlarm"]
    assert_equal((alarm["alarmName"], alarm["threshold"], alarm["period"], alarm["treatMissingData"], alarm["dimensions"]),
                 ("errors", 1.0, 60, "notBreaching", [{"name": "EndpointName", "value": "e"}]))
    assert_equal((updated["updatedAlarm"]["threshold"], updated["updatedAlarm"]["alarmDescription"]), (2.0, "<&>\u00fc"))
    assert_equal(deleted["deletedAlarm"], updated["updatedAlarm"])


def test_states_in_the_history(protocol):
    """Both states with their reasons; the data of a reason is there where there is one."""
    world = Historic(protocol)
    world.alarm(TreatMissingData="missing")
    world.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="OK", StateReason="a \u00fc", StateReasonData='{"by": ["hand"]}')
    world.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="b")

    first, second = world.data(HistoryItemType="StateUpdate")

    initial = {"stateValue": "INSUFFICIENT_DATA", "stateReason": "Unchecked: Initial alarm creation"}
    by_hand = {"stateValue": "OK", "stateReason": "a \u00fc", "stateReasonData": {"by": ["hand"]}}
    assert_equal(first, {"version": "1.0", "oldState": initial, "newState": by_hand})
    assert_equal(second, {"version": "1.0", "oldState": by_hand, "newState": {"stateValue": "ALARM", "stateReason": "b"}})


def test_the_data_of_an_evaluation(protocol):
    """The points that decided, as StateReasonData has them: recent ones oldest first, evaluated ones newest first."""
    world = Historic(protocol)
    world.alarm(EvaluationPeriods=2, DatapointsToAlarm=2, Unit="Count")
    for value in (1, 2):
        world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
            {"MetricName": "Errors", "Values": [value, 0.5], "Unit": "Count"}])
        world.advance(60)

    data = world.data(HistoryItemType="StateUpdate")[-1]["newState"]["stateReasonData"]

    assert_equal(data, {
        "version": "1.0", "queryDate": "2030-01-01T00:02:00.000+0000", "startDate": "2030-01-01T00:00:00.000+0000", "unit": "Count",
        "statistic": "Sum", "period": 60, "recentDatapoints": [1.5, 2.5], "threshold": 1.0,
        "evaluatedDatapoints": [
            {"timestamp": "2030-01-01T00:01:00.000+0000", "sampleCount": 2.0, "value": 2.5},
            {"timestamp": "2030-01-01T00:00:00.000+0000", "sampleCount": 2.0, "value": 1.5}]})
    assert_equal(json.loads(world.state_of()["StateReasonData"]), data)


def test_actions_in_the_history(protocol):
    """Those of the state that is entered, each by itself; none when the state stays or actions are not allowed."""
    world = Historic(protocol)
    world.alarm(AlarmActions=[TOPIC, TOPIC + "-2"], OKActions=[TOPIC + "-ok"], TreatMissingData="missing")
    world.trip()
    world.trip()
    world.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="OK", StateReason="over")
    world.cloudwatch.disable_alarm_actions(AlarmNames=["errors"])
    world.trip()

    assert_equal(world.summaries(HistoryItemType="Action"),
                 [f"Successfully executed action {TOPIC}{ending}" for ending in ("", "-2", "-ok")])
    assert_equal(len(world.items(HistoryItemType="StateUpdate")), 3)


def test_filters(protocol):
    """By name, type of alarm, type of item and time, both ends included; newest first unless told otherwise."""
    world = Historic(protocol)
    world.alarm("a")
    world.alarm("b")
    world.cloudwatch.put_composite_alarm(AlarmName="c", AlarmRule="ALARM(a)")
    world.advance(10)
    world.trip("a")

    metric = ['Alarm "a" created', "Alarm updated from INSUFFICIENT_DATA to OK", 'Alarm "b" created',
              "Alarm updated from INSUFFICIENT_DATA to OK", "Alarm updated from OK to ALARM"]
    composite = ['Alarm "c" created', "Alarm updated from INSUFFICIENT_DATA to OK", "Alarm updated from OK to ALARM"]
    assert_equal(world.summaries(), metric)
    assert_equal(world.summaries(AlarmTypes=["CompositeAlarm"]), composite)
    assert_equal(len(world.items(AlarmTypes=["CompositeAlarm", "MetricAlarm"])), 8)
    assert_equal(world.summaries(AlarmName="b"), metric[2:4])
    assert_equal(world.summaries(AlarmName="none-such"), [])
    assert_equal(world.summaries(StartDate=at(10)), metric[4:])
    assert_equal(world.summaries(StartDate=at(0), EndDate=at(10)), metric)
    assert_equal(world.summaries(EndDate=at(9)), metric[:4])
    newest_first = world.cloudwatch.describe_alarm_history()["AlarmHistoryItems"]
    assert_equal([item["HistorySummary"] for item in newest_first], metric[::-1])


def test_pages(protocol):
    """In both orders boto3's paginator sees every item once."""
    world = Historic(protocol)
    for number in range(30):
        world.alarm(f"a-{number:02d}")
    for order in ("TimestampAscending", "TimestampDescending"):
        pages = list(world.cloudwatch.get_paginator("describe_alarm_history").paginate(ScanBy=order, PaginationConfig={"PageSize": 25}))
        seen = [item["HistorySummary"] for page in pages for item in page["AlarmHistoryItems"] if "created" in item["HistorySummary"]]
        expected = [f'Alarm "a-{number:02d}" created' for number in range(30)]
        assert_equal([len(page["AlarmHistoryItems"]) for page in pages], [25, 25, 10])
        assert_equal(seen, expected if order == "TimestampAscending" else expected[::-1])


def test_it_lasts_two_weeks(protocol):
    """Then it is gone, item by item."""
    world = Historic(protocol)
    world.alarm(TreatMissingData="missing")
    world.advance(600)
    world.alarm(TreatMissingData="missing", Threshold=2)
    world.advance(14 * 86400 - 300)

    assert_equal(world.summaries(), ['Alarm "errors" updated'])


def test_refusals(protocol):
    """A token of nobody, a size out of range, a word that AWS does not know."""
    world = Historic(protocol)
    world.alarm()
    world.refuses_each(
        "describe_alarm_history", {},
        ("InvalidNextToken", "The next token specified is invalid.", {"NextToken": "nonsense"}),
        ("ValidationError", detected(("'0'", "maxRecords", AT_LEAST_ONE)), {"MaxRecords": 0}),
        ("ValidationError", detected(("'101'", "maxRecords", "Member must have value less than or equal to 100")), {"MaxRecords": 101}),
        ("ValidationError", detected(("'Any'", "historyItemType", KINDS)), {"HistoryItemType": "Any"}),
        ("ValidationError", detected(("''", "alarmName", "Member must have length greater than or equal to 1")), {"AlarmName": ""}))
