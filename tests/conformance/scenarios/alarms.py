"""What is put is what is described: alarms on one metric, on a percentile and on an expression, with every filter and in pages."""

from botocore.exceptions import WaiterError
from rollingdeploy import Speaking, assert_equal, at

TOPIC = "arn:aws:sns:us-east-1:123456789012:on-call"
FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:pager"
AUTO_SCALING = ("arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:11111111-2222-3333-4444-555555555555:"
                "autoScalingGroupName/g:policyName/p")
SINGLE = {
    "AlarmName": "latency", "AlarmDescription": "too slow", "ActionsEnabled": False, "OKActions": [TOPIC],
    "AlarmActions": [FUNCTION, AUTO_SCALING], "InsufficientDataActions": [TOPIC], "MetricName": "Latency", "Namespace": "Scorer",
    "Statistic": "Maximum", "Dimensions": [{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName", "Value": "blue"}],
    "Period": 300, "Unit": "Milliseconds", "EvaluationPeriods": 5, "DatapointsToAlarm": 3, "Threshold": 0.25,
    "ComparisonOperator": "LessThanOrEqualToThreshold", "TreatMissingData": "ignore"}
PERCENTILE = {
    "AlarmName": "slowest", "MetricName": "Latency", "Namespace": "Scorer", "ExtendedStatistic": "p99.9", "Period": 10,
    "EvaluationPeriods": 1, "Threshold": 1e9, "ComparisonOperator": "GreaterThanThreshold",
    "EvaluateLowSampleCountPercentile": "ignore"}


def metric(query_id, name, **more):
    """A query of a sum by the minute that only expressions see."""
    return {"Id": query_id, "ReturnData": False, "MetricStat": {
        "Metric": {"Namespace": "Scorer", "MetricName": name, "Dimensions": [{"Name": "EndpointName", "Value": "e"}]},
        "Period": 60, "Stat": "Sum"}, **more}


MATH = {
    "AlarmName": "rate", "EvaluationPeriods": 2, "Threshold": 5, "ComparisonOperator": "GreaterThanThreshold",
    "Metrics": [metric("errors", "Errors"), metric("requests", "Requests", Label="all"),
                {"Id": "rate", "Expression": "100*errors/MAX([requests, 1])", "Label": "error rate", "ReturnData": True}]}


def shown_as_put(world, alarm):
    """Describes an alarm that was put at the start, and holds every member of the request against it."""
    world.cloudwatch.put_metric_alarm(**alarm)
    shown = world.state_of(alarm["AlarmName"])
    assert_equal({name: shown.get(name) for name in alarm}, alarm)
    return {name: value for name, value in shown.items() if name not in alarm}


def names(alarms):
    return [alarm["AlarmName"] for alarm in alarms]


def test_an_alarm_on_a_metric(protocol):
    """Every member comes back; what was not given is absent."""
    world = Speaking(protocol)

    rest = shown_as_put(world, SINGLE)

    assert_equal(rest, {
        "AlarmArn": world.alarm_arn("latency"), "AlarmConfigurationUpdatedTimestamp": at(0),
        "StateValue": "INSUFFICIENT_DATA", "StateReason": "Unchecked: Initial alarm creation", "StateUpdatedTimestamp": at(0),
        "StateTransitionedTimestamp": at(0)})


def test_an_alarm_on_a_percentile(protocol):
    """Lists that AWS always shows are there and empty, and there is no statistic beside the percentile."""
    world = Speaking(protocol)

    rest = shown_as_put(world, PERCENTILE)

    for name in ("AlarmArn", "AlarmConfigurationUpdatedTimestamp", "StateUpdatedTimestamp", "StateTransitionedTimestamp"):
        del rest[name]
    assert_equal(rest, {
        "ActionsEnabled": True, "OKActions": [], "AlarmActions": [], "InsufficientDataActions": [], "Dimensions": [],
        "StateValue": "INSUFFICIENT_DATA", "StateReason": "Unchecked: Initial alarm creation"})


def test_an_alarm_on_an_expression(protocol):
    """The queries come back as they were, and no member of an alarm on one metric does."""
    world = Speaking(protocol)

    rest = shown_as_put(world, MATH)

    single = {"MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "Unit"}
    assert_equal(single & set(rest), set())


def test_names_of_any_kind(protocol):
    """A name with markup, quotes, blanks and letters beyond ASCII is the same on the way there and back, and in the ARN."""
    world = Speaking(protocol)
    name = "Fehler <5 & mehr> \"heute\" – \u00fcber\u20ac +%2F"

    world.alarm(name, AlarmDescription="")

    shown = world.state_of(name)
    assert_equal((shown["AlarmName"], shown["AlarmArn"]), (name, world.alarm_arn(name)))


def test_putting_again_replaces_all_and_keeps_the_state(protocol):
    """No merge: what the second request does not say is gone. The state and its times stay; tags are those of the creation."""
    world = Speaking(protocol)
    world.cloudwatch.put_metric_alarm(**SINGLE, Tags=[{"Key": "team", "Value": "a"}])
    world.trip("latency")
    world.advance(1)

    world.cloudwatch.put_metric_alarm(**{**PERCENTILE, "AlarmName": "latency", "TreatMissingData": "ignore"},
                                      Tags=[{"Key": "team", "Value": "b"}])

    shown = world.state_of("latency")
    assert_equal((shown["StateValue"], shown["StateReason"], shown["StateUpdatedTimestamp"]), ("ALARM", "a test says so", at(0)))
    assert_equal((shown["AlarmConfigurationUpdatedTimestamp"], shown["ActionsEnabled"], shown["AlarmActions"]), (at(1), True, []))
    assert_equal({"AlarmDescription", "Statistic", "Unit", "DatapointsToAlarm"} & set(shown), set())
    assert_equal(world.cloudwatch.list_tags_for_resource(ResourceARN=shown["AlarmArn"])["Tags"], [{"Key": "team", "Value": "a"}])


def test_filters(protocol):
    """Names, prefix, state and the prefix of an action; metric alarms only unless composite ones are asked for."""
    world = Speaking(protocol)
    world.alarm("b-1", AlarmActions=[TOPIC])
    world.alarm("a-1", OKActions=[FUNCTION])
    world.alarm("a-2")
    world.cloudwatch.put_composite_alarm(AlarmName="a-all", AlarmRule="ALARM(a-1) OR ALARM(a-2)", AlarmActions=[TOPIC])
    world.trip("a-2")

    def found(**filters):
        answer = world.cloudwatch.describe_alarms(**filters)
        return names(answer["MetricAlarms"]), names(answer["CompositeAlarms"])

    both = ["CompositeAlarm", "MetricAlarm"]
    assert_equal(found(), (["a-1", "a-2", "b-1"], []))
    assert_equal(found(AlarmTypes=both), (["a-1", "a-2", "b-1"], ["a-all"]))
    assert_equal(found(AlarmTypes=["CompositeAlarm"]), ([], ["a-all"]))
    assert_equal(found(AlarmNames=["b-1", "a-all", "none-such", "a-1"]), (["a-1", "b-1"], []))
    assert_equal(found(AlarmNames=["a-all", "B-1"], AlarmTypes=both), ([], ["a-all"]))
    assert_equal(found(AlarmNamePrefix="a-"), (["a-1", "a-2"], []))
    assert_equal(found(AlarmNamePrefix="a-a", AlarmTypes=both), ([], ["a-all"]))
    assert_equal(found(StateValue="ALARM", AlarmTypes=both), (["a-2"], ["a-all"]))
    assert_equal(found(StateValue="INSUFFICIENT_DATA"), ([], []))
    assert_equal(found(ActionPrefix="arn:aws:sns:", AlarmTypes=both), (["b-1"], ["a-all"]))
    assert_equal(found(ActionPrefix="arn:aws:lambda:"), (["a-1"], []))


def test_children_and_parents(protocol):
    """Both types, and of each only name, ARN, state and when it was set."""
    world = Speaking(protocol)
    world.alarm("leaf")
    world.alarm("other")
    world.cloudwatch.put_composite_alarm(AlarmName="branch", AlarmRule="ALARM(leaf)")
    world.cloudwatch.put_composite_alarm(AlarmName="root", AlarmRule=f'ALARM({world.alarm_arn("branch")}) OR NOT OK(leaf)')

    def brief(name):
        return {"AlarmName": name, "AlarmArn": world.alarm_arn(name), "StateValue": "OK", "StateUpdatedTimestamp": at(0)}

    children = world.cloudwatch.describe_alarms(ChildrenOfAlarmName="root")
    assert_equal((children["MetricAlarms"], children["CompositeAlarms"]), ([brief("leaf")], [brief("branch")]))
    parents = world.cloudwatch.describe_alarms(ParentsOfAlarmName="leaf")
    assert_equal((parents["MetricAlarms"], parents["CompositeAlarms"]), ([], [brief("branch"), brief("root")]))
    for family in ({"ChildrenOfAlarmName": "leaf"}, {"ParentsOfAlarmName": "root"}, {"ParentsOfAlarmName": "none-such"}):
        answer = world.cloudwatch.describe_alarms(**family)
        assert_equal((answer["MetricAlarms"], answer["CompositeAlarms"]), ([], []))


def test_pages_go_through_both_types(protocol):
    """Metric alarms first, then composite ones, one token over both; without a size a page has fifty."""
    world = Speaking(protocol)
    for number in range(51):
        world.alarm(f"m-{number:02d}")
    world.cloudwatch.put_composite_alarm(AlarmName="c-0", AlarmRule="FALSE")
    world.cloudwatch.put_composite_alarm(AlarmName="c-1", AlarmRule="TRUE")
    both = {"AlarmTypes": ["MetricAlarm", "CompositeAlarm"]}

    def pages(**how):
        return [(names(page["MetricAlarms"]), names(page["CompositeAlarms"]))
                for page in world.cloudwatch.get_paginator("describe_alarms").paginate(**how)]

    assert_equal([(len(metric), composite) for metric, composite in pages(**both)], [(50, []), (1, ["c-0", "c-1"])])
    by_13 = pages(**both, PaginationConfig={"PageSize": 13})
    assert_equal([len(metric) + len(composite) for metric, composite in by_13], [13, 13, 13, 13, 1])
    assert_equal(by_13[3], ([f"m-{number}" for number in range(39, 51)], ["c-0"]))


def test_the_alarms_of_a_metric(protocol):
    """Exactly this metric, whatever the order of its dimensions; the other members choose among its alarms."""
    world = Speaking(protocol)
    dimensions = SINGLE["Dimensions"]
    world.cloudwatch.put_metric_alarm(**SINGLE)
    world.cloudwatch.put_metric_alarm(**{**PERCENTILE, "Dimensions": dimensions[::-1]})
    world.cloudwatch.put_metric_alarm(**{**PERCENTILE, "AlarmName": "without"})
    world.cloudwatch.put_metric_alarm(**MATH)

    def found(**how):
        return names(world.cloudwatch.describe_alarms_for_metric(Namespace="Scorer", **{"MetricName": "Latency", **how})["MetricAlarms"])

    assert_equal(found(Dimensions=dimensions), ["latency", "slowest"])
    assert_equal(found(), ["without"])
    assert_equal(found(Dimensions=dimensions[:1]), [])
    assert_equal(found(Dimensions=dimensions, Statistic="Maximum"), ["latency"])
    assert_equal(found(Dimensions=dimensions, Statistic="Sum"), [])
    assert_equal(found(Dimensions=dimensions, ExtendedStatistic="p99.9"), ["slowest"])
    assert_equal(found(Dimensions=dimensions, Period=300), ["latency"])
    assert_equal(found(Dimensions=dimensions, Unit="Milliseconds"), ["latency"])
    assert_equal(found(MetricName="Errors", Dimensions=dimensions[:1]), [])


def test_actions_are_allowed_and_not(protocol):
    """Both kinds by name; names that are not there are passed over."""
    world = Speaking(protocol)
    world.alarm("m")
    world.cloudwatch.put_composite_alarm(AlarmName="c", AlarmRule="FALSE")

    def enabled():
        answer = world.cloudwatch.describe_alarms(AlarmTypes=["MetricAlarm", "CompositeAlarm"])
        return [alarm["ActionsEnabled"] for alarm in answer["MetricAlarms"] + answer["CompositeAlarms"]]

    world.cloudwatch.disable_alarm_actions(AlarmNames=["m", "none-such", "c"])
    assert_equal(enabled(), [False, False])
    world.cloudwatch.enable_alarm_actions(AlarmNames=["c", "none-such"])
    assert_equal(enabled(), [False, True])


def test_deleting(protocol):
    """Names that are not there are passed over; a composite alarm may go together with its children."""
    world = Speaking(protocol)
    for name in ("a", "b", "stays"):
        world.alarm(name)
    world.cloudwatch.put_composite_alarm(AlarmName="c", AlarmRule="ALARM(a) AND ALARM(b)")

    world.cloudwatch.delete_alarms(AlarmNames=["a", "none-such", "c", "b"])

    left = world.cloudwatch.describe_alarms(AlarmTypes=["MetricAlarm", "CompositeAlarm"])
    assert_equal((names(left["MetricAlarms"]), left["CompositeAlarms"]), (["stays"], []))


def test_waiters(protocol):
    """boto3's own, which poll DescribeAlarms, are content when the alarm is there and give up when it is not."""
    world = Speaking(protocol)
    world.alarm("m")
    world.cloudwatch.put_composite_alarm(AlarmName="c", AlarmRule="FALSE")
    once = {"Delay": 0, "MaxAttempts": 1}

    world.cloudwatch.get_waiter("alarm_exists").wait(AlarmNames=["m"], WaiterConfig=once)
    world.cloudwatch.get_waiter("composite_alarm_exists").wait(
        AlarmNames=["c"], AlarmTypes=["CompositeAlarm"], WaiterConfig=once)

    for kind, name in (("alarm_exists", "c"), ("composite_alarm_exists", "m")):
        try:
            world.cloudwatch.get_waiter(kind).wait(AlarmNames=[name], WaiterConfig=once)
        except WaiterError as error:
            assert_equal(error.kwargs["reason"], "Max attempts exceeded")
        else:
            raise AssertionError(f"{kind} found {name}")
