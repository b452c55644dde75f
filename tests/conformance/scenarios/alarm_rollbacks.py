"""Rolling deployments watched by alarms of every kind, each tripped by data and nothing else."""

from metric_data import stat
from rollingdeploy import World, assert_equal, at, count, guarded, rolling

REASON = "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: {}."


def report(world, **values):
    """Puts a value for each metric that is named, as of now."""
    world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
        {"MetricName": name, **({"Values": value} if isinstance(value, list) else {"Value": value})} for name, value in values.items()])


def rolls_back(world, alarm, good, bad):
    """
    An update in batches of one: a minute with good data passes by, one with bad data sends the endpoint back after the next
    evaluation at the full minute.
    """
    world.update(guarded(rolling(count(1)), alarm))
    world.advance(100)
    report(world, **good)
    world.advance(60)
    assert_equal((world.deployments()[0]["status"], world.describe()["EndpointStatus"]), ("inProgress", "Updating"))
    reported = world.now
    report(world, **bad)

    world.until()

    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"], shown["FailureReason"]),
                 ("InService", "old", REASON.format(alarm)))
    assert_equal([(each["VariantName"], each["CurrentInstanceCount"]) for each in shown["ProductionVariants"]], [("blue", 4)])
    newest = world.deployments()[0]
    assert_equal((newest["status"], newest["failureReason"]), ("rolledBack", REASON.format(alarm)))
    looked = [when for when, event in world.journal() if event == "alarmTripped"]
    minute = (reported // 60 + 1) * 60
    assert len(looked) == 1 and minute <= looked[0] <= minute + 10, (reported, looked)
    return minute


def history(world, name, kind):
    """When an alarm went into ALARM."""
    items = world.cloudwatch.describe_alarm_history(AlarmName=name, AlarmTypes=[kind], HistoryItemType="StateUpdate")
    return [item["Timestamp"] for item in items["AlarmHistoryItems"] if item["HistorySummary"].endswith("to ALARM")]


def test_a_composite_alarm():
    """Errors alone are not enough; errors and latency together are, at the minute in which both children go into ALARM."""
    world = World().endpoint()
    world.alarm("errors", MetricName="Errors")
    world.alarm("latency", MetricName="Latency", Statistic="Maximum", Threshold=500)
    world.alarm("unrelated", MetricName="Other")
    world.cloudwatch.put_composite_alarm(
        AlarmName="both", AlarmRule='(ALARM(errors) AND ALARM("latency")) OR NOT OK(unrelated)')

    minute = rolls_back(world, "both", {"Errors": 7, "Latency": 100}, {"Errors": 7, "Latency": 900})

    assert_equal(history(world, "both", "CompositeAlarm"), [at(minute)])


def test_a_percentile_alarm():
    """Two slow requests in a hundred move the p99, and one does not."""
    world = World().endpoint()
    world.cloudwatch.put_metric_alarm(
        AlarmName="slowest", Namespace="Scorer", MetricName="Latency", ExtendedStatistic="p99", Period=60, EvaluationPeriods=1,
        Threshold=500, ComparisonOperator="GreaterThanThreshold", TreatMissingData="notBreaching",
        EvaluateLowSampleCountPercentile="evaluate")

    minute = rolls_back(world, "slowest", {"Latency": [*range(1, 100), 900]}, {"Latency": [*range(1, 99), 900, 901]})

    assert_equal(history(world, "slowest", "MetricAlarm"), [at(minute)])


def test_a_metric_math_alarm():
    """An error rate: ten errors of a thousand requests are few, five of fifty are many; nothing divides by no requests."""
    world = World().endpoint()
    world.cloudwatch.put_metric_alarm(
        AlarmName="rate", EvaluationPeriods=1, Threshold=5, ComparisonOperator="GreaterThanThreshold", TreatMissingData="notBreaching",
        Metrics=[stat("errors", "Errors", ReturnData=False), stat("requests", "Requests", ReturnData=False),
                 {"Id": "rate", "Expression": "100*errors/MAX([requests, 1])", "Label": "error rate", "ReturnData": True}])

    minute = rolls_back(world, "rate", {"Errors": 10, "Requests": 1000}, {"Errors": 5, "Requests": 50})

    assert_equal(history(world, "rate", "MetricAlarm"), [at(minute)])


def test_an_alarm_of_ten_seconds():
    """A period below a minute is evaluated every ten seconds: the rollback does not wait for the full minute."""
    world = World().endpoint()
    world.alarm("quick", Period=10)
    world.update(guarded(rolling(count(1)), "quick"))
    world.advance(103)
    world.cloudwatch.put_metric_data(
        Namespace="Scorer", MetricData=[{"MetricName": "Errors", "Value": 1, "StorageResolution": 1}])
    tripped = (world.now // 10 + 1) * 10

    world.until()

    assert_equal(world.describe()["FailureReason"], REASON.format("quick"))
    looked = [when for when, event in world.journal() if event == "alarmTripped"]
    assert len(looked) == 1 and tripped <= looked[0] <= tripped + 10, (tripped, looked)


def test_a_child_of_the_composite_alarm_cannot_be_deleted():
    """The alarm that watches the deployment stays whole; deleted together with its children, it sends the endpoint back."""
    world = World().endpoint()
    world.alarm()
    world.cloudwatch.put_composite_alarm(AlarmName="all", AlarmRule="ALARM(errors)")
    world.update(guarded(rolling(count(1)), "all"))
    world.advance(100)
    world.cloudwatch.delete_alarms(AlarmNames=["all", "errors"])

    world.until()

    assert_equal(world.describe()["FailureReason"],
                 "Endpoint update was rolled back because the following CloudWatch alarm(s) could not be found: all.")
