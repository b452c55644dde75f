"""CloudWatch over each of its protocols, and everything around an alarm's state. What is asserted is the same for all three."""

from datetime import timedelta

from rollingdeploy import Speaking, assert_equal, at, expect_error, http

NO_ALARM = "1 validation error detected: Value 'BAD' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: "
CONTENT = {"json": "application/x-amz-json-1.0", "query": "application/x-www-form-urlencoded", "cbor": "application/cbor"}


def header(request, name):
    """A header of a request that botocore has sent, which keeps some as bytes."""
    value = {key.lower(): value for key, value in request.headers.items()}.get(name)
    return value.decode() if isinstance(value, bytes) else value


def test_the_protocol_is_the_one_meant(protocol):
    """The same call leaves as awsJson1.0, with a target, as a form, or as CBOR."""
    world = Speaking(protocol)
    world.cloudwatch.list_metrics()

    assert_equal(header(world.sent[0], "content-type").split(";")[0], CONTENT[protocol])
    assert_equal(header(world.sent[0], "smithy-protocol"), "rpc-v2-cbor" if protocol == "cbor" else None)


def test_the_life_of_an_alarm(protocol):
    """Put, described, set, evaluated from data, put again, deleted."""
    world = Speaking(protocol)
    world.alarm(AlarmDescription="Fehler < 1 & mehr – \u00fcber UTF-8", Dimensions=[{"Name": "EndpointName", "Value": "e"}],
                TreatMissingData="missing", AlarmActions=["arn:aws:sns:us-east-1:123456789012:topic"])
    shown = world.state_of()
    assert_equal(shown["AlarmArn"], f"arn:aws:cloudwatch:us-east-1:{world.account}:alarm:errors")
    assert_equal((shown["StateValue"], shown["StateReason"]), ("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation"))
    assert_equal(shown["AlarmDescription"], "Fehler < 1 & mehr – \u00fcber UTF-8")
    assert_equal(shown["Dimensions"], [{"Name": "EndpointName", "Value": "e"}])
    assert_equal((shown["Threshold"], shown["Period"], shown["ActionsEnabled"], shown["OKActions"]), (1.0, 60, True, []))
    assert_equal((shown["StateUpdatedTimestamp"], shown["AlarmConfigurationUpdatedTimestamp"]), (at(0), at(0)))

    world.advance(1.25)
    world.trip()
    shown = world.state_of()
    assert_equal((shown["StateValue"], shown["StateReason"]), ("ALARM", "a test says so"))
    assert_equal((shown["StateUpdatedTimestamp"], shown["StateTransitionedTimestamp"]), (at(1.25), at(1.25)))

    world.alarm(Threshold=2.5)
    shown = world.state_of()
    assert_equal((shown["Threshold"], shown["Dimensions"], shown["StateValue"]), (2.5, [], "ALARM"))
    assert "AlarmDescription" not in shown, shown
    world.advance(58.75)
    assert_equal(world.state_of()["StateValue"], "OK")

    world.cloudwatch.delete_alarms(AlarmNames=["errors"])
    assert_equal(world.cloudwatch.describe_alarms()["MetricAlarms"], [])


def test_data_trips_and_clears(protocol):
    """Three above the threshold in one minute: ALARM at the full minute; nothing in the next: OK at the one after."""
    world = Speaking(protocol)
    world.alarm()
    world.advance(30)
    world.report(3)
    world.advance(29)
    assert_equal(world.state_of()["StateValue"], "OK")

    world.advance(1)
    shown = world.state_of()
    assert_equal(shown["StateValue"], "ALARM")
    assert_equal(shown["StateReason"],
                 "Threshold Crossed: 1 out of the last 1 datapoints [3.0 (01/01/30 00:00:00)] was greater than or equal to the "
                 "threshold (1.0) (minimum 1 datapoint for OK -> ALARM transition).")

    world.advance(240)
    assert_equal(world.state_of()["StateValue"], "OK")


def test_statistics_come_back(protocol):
    """Values, counts and statistic sets add up; each period that has data is one datapoint."""
    world = Speaking(protocol)
    world.advance(90)
    world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
        {"MetricName": "Latency", "Values": [1.0, 4.0], "Counts": [3.0, 1.0], "Unit": "Milliseconds"},
        {"MetricName": "Latency", "StatisticValues": {"SampleCount": 1, "Sum": 9, "Minimum": 9, "Maximum": 9},
         "Unit": "Milliseconds", "Timestamp": at(60)},
        {"MetricName": "Latency", "Value": 2.5, "Unit": "Milliseconds", "Timestamp": at(0)}])

    points = world.cloudwatch.get_metric_statistics(
        Namespace="Scorer", MetricName="Latency", StartTime=at(0), EndTime=at(120), Period=60,
        Statistics=["SampleCount", "Average", "Sum", "Minimum", "Maximum"])["Datapoints"]

    points.sort(key=lambda point: point["Timestamp"])
    assert_equal(points, [
        {"Timestamp": at(0), "Unit": "Milliseconds", "SampleCount": 1.0, "Average": 2.5, "Sum": 2.5, "Minimum": 2.5,
         "Maximum": 2.5},
        {"Timestamp": at(60), "Unit": "Milliseconds", "SampleCount": 5.0, "Average": 16 / 5, "Sum": 16.0, "Minimum": 1.0,
         "Maximum": 9.0}])
    assert_equal(world.cloudwatch.list_metrics(Namespace="Scorer")["Metrics"],
                 [{"Namespace": "Scorer", "MetricName": "Latency", "Dimensions": []}])


def test_m_of_n(protocol):
    """Two of three minutes must breach."""
    world = Speaking(protocol)
    world.alarm(EvaluationPeriods=3, DatapointsToAlarm=2)
    states = []
    for value in (0, 1, 0, 1, 0, 0):
        world.report(value)
        world.advance(60)
        states.append(world.state_of()["StateValue"])
    assert_equal(states, ["OK", "OK", "OK", "ALARM", "OK", "OK"])


def test_filters_and_pages_of_alarms(protocol):
    """By prefix, by state, and in pages of two, sorted by name."""
    world = Speaking(protocol)
    for name in ("b", "a-2", "a-1", "c", "a-3"):
        world.alarm(name)
    world.trip("a-2")

    pages = world.cloudwatch.get_paginator("describe_alarms").paginate(PaginationConfig={"PageSize": 2})
    assert_equal([[alarm["AlarmName"] for alarm in page["MetricAlarms"]] for page in pages], [["a-1", "a-2"], ["a-3", "b"], ["c"]])
    prefixed = world.cloudwatch.describe_alarms(AlarmNamePrefix="a-")["MetricAlarms"]
    assert_equal([alarm["AlarmName"] for alarm in prefixed], ["a-1", "a-2", "a-3"])
    in_alarm = world.cloudwatch.describe_alarms(StateValue="ALARM")["MetricAlarms"]
    assert_equal([alarm["AlarmName"] for alarm in in_alarm], ["a-2"])


def test_refusals(protocol):
    """Codes and texts are the same over all protocols; nothing changes."""
    world = Speaking(protocol)
    world.alarm()
    cloudwatch = world.cloudwatch
    alarm = {"AlarmName": "errors", "Namespace": "Scorer", "MetricName": "Errors", "Statistic": "Sum", "Period": 60,
             "EvaluationPeriods": 1, "Threshold": 1, "ComparisonOperator": "GreaterThanThreshold"}

    world.refuses("ResourceNotFound", "", lambda: cloudwatch.set_alarm_state(
        AlarmName="none-such", StateValue="OK", StateReason="x"), 404)
    world.refuses("ValidationError", NO_ALARM + "[INSUFFICIENT_DATA, ALARM, OK]", lambda: cloudwatch.set_alarm_state(
        AlarmName="errors", StateValue="BAD", StateReason="x"))
    world.refuses("ValidationError", "1 validation error detected: Value null at 'alarmName' failed to satisfy constraint: "
                  "Member must not be null", lambda: cloudwatch.set_alarm_state(StateValue="OK", StateReason="x"))
    world.refuses("ValidationError", "Period must be 10, 20, 30 or a multiple of 60",
                  lambda: cloudwatch.put_metric_alarm(**{**alarm, "Period": 61}))
    world.refuses("ValidationError", "DatapointsToAlarm must be less than or equal to EvaluationPeriods",
                  lambda: cloudwatch.put_metric_alarm(**{**alarm, "DatapointsToAlarm": 2}))
    world.refuses("InvalidParameterValue", "The value AWS/ for parameter Namespace is reserved for AWS services.",
                  lambda: cloudwatch.put_metric_data(Namespace="AWS/SageMaker", MetricData=[{"MetricName": "m", "Value": 1}]))
    world.refuses("InvalidParameterCombination",
                  "The parameters MetricData.member.2.Value and MetricData.member.2.Values are mutually exclusive and you have "
                  "specified both.",
                  lambda: cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
                      {"MetricName": "m", "Value": 1}, {"MetricName": "m", "Value": 1, "Values": [1.0]}]))
    world.refuses("InvalidNextToken", "The next token specified is invalid.",
                  lambda: cloudwatch.describe_alarms(NextToken="nonsense"))


def test_large_data_comes_compressed(protocol):
    """Above ten kilobytes boto3 compresses PutMetricData by itself."""
    world = Speaking(protocol)
    data = [{"MetricName": "Errors", "Value": 1.0, "Dimensions": [{"Name": "N", "Value": f"{n:04d}" * 10}]} for n in range(300)]
    world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=data)
    assert_equal(header(world.sent[-1], "content-encoding"), "gzip")
    assert_equal(len(world.cloudwatch.list_metrics(Namespace="Scorer")["Metrics"]), 300)


def test_the_query_protocol_by_hand():
    """A form and nothing else, as curl sends it: XML in AWS's namespace comes back."""
    status, headers, body = http("POST", "/", b"Action=ListMetrics&Version=2010-08-01")

    assert_equal(status, 200)
    assert headers["Content-Type"].startswith("text/xml"), headers["Content-Type"]
    assert body.startswith(b'<ListMetricsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">'), body


def test_dates_of_another_zone(protocol):
    """A timestamp counts as the moment that it is, wherever it was written."""
    world = Speaking(protocol)
    world.advance(600)
    world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
        {"MetricName": "Errors", "Value": 1.0, "Timestamp": at(60)}])
    expect_error(
        "InvalidParameterValue",
        "The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks and no more than two hours "
        "in the future.",
        lambda: world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
            {"MetricName": "Errors", "Value": 1.0, "Timestamp": at(600) + timedelta(hours=3)}]))
