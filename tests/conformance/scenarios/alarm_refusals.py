"""Every refusal of the calls about metric alarms: code, text and the name of the error's shape, the same over each protocol."""

from alarms import MATH, PERCENTILE, SINGLE, TOPIC, metric
from rollingdeploy import Speaking, detected

STATES = "Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]"
NOT_NULL = "Member must not be null"
AT_MOST = "Member must have length less than or equal to {}"
AT_LEAST = "Member must have length greater than or equal to {}"
TOO_LONG = ("Metrics cannot be checked across more than a {} (EvaluationPeriods * Period must be <= {})")
DAY = TOO_LONG.format("day", 86400) + " for alarms using period < 3600"


def invalid(*rows):
    """Rows of one code, the one that most refusals have."""
    return [("ValidationError", message, members) for message, members in rows]


def listed(item, count):
    """A list of so many equal items, as AWS's framework prints it."""
    return f"'[{', '.join([item] * count)}]'"


def test_alarms_on_a_metric(protocol):
    """What AWS's model does not say, in the words that clients have seen."""
    world = Speaking(protocol)
    world.alarm("latency")
    world.refuses_each("put_metric_alarm", SINGLE, *invalid(
        ("Period must be 10, 20, 30 or a multiple of 60", {"Period": 61}),
        ("Period must be 10, 20, 30 or a multiple of 60", {"Period": 5}),
        (DAY, {"Period": 60, "EvaluationPeriods": 1441}),
        (DAY, {"Period": 3540, "EvaluationPeriods": 25}),
        (TOO_LONG.format("week", 604800), {"Period": 3600, "EvaluationPeriods": 169}),
        ("DatapointsToAlarm must be less than or equal to EvaluationPeriods", {"DatapointsToAlarm": 6}),
        ("PutMetricAlarm request can not be made with both Statistic and ExtendedStatistic parameters. Only one of them should be "
         "present", {"ExtendedStatistic": "p90"}),
        *((f"{name} must not be null", {name: None}) for name in (
            "MetricName", "Namespace", "Statistic", "Period", "EvaluationPeriods", "ComparisonOperator")),
        ("PutMetricAlarm request should have valid Threshold parameter", {"Threshold": None}),
        ("Threshold and ThresholdMetricId cannot both be set", {"ThresholdMetricId": "m1"}),
        ("Supported values for TreatMissingData are breaching, notBreaching, ignore, and missing.", {"TreatMissingData": "Breaching"}),
        ("Namespace must not contain Non-ASCII characters.", {"Namespace": "Z\u00e4hler"}),
        ("AlarmName must not contain ASCII Control characters", {"AlarmName": "a\tb"})))


def test_percentiles(protocol):
    """A statistic that is none, and the option that only percentiles have."""
    world = Speaking(protocol)
    only = ("Option evaluateLowSampleCountPercentile can not be applied with statistic {}. This option is enabled only for percentile "
            "statistics.")
    for name in ("p101", "p", "p-1", "q50", "TM(90%:10%)", "PR(1%:2%)", "Sum"):
        world.refuses_each("put_metric_alarm", PERCENTILE, (
            "InvalidParameterValue", f"The value {name} for parameter ExtendedStatistic is not supported.",
            {"ExtendedStatistic": name}))
    world.refuses_each("put_metric_alarm", PERCENTILE, *invalid(
        (only.format("Sum"), {"ExtendedStatistic": None, "Statistic": "Sum"}),
        (only.format("tm99"), {"ExtendedStatistic": "tm99"}),
        ("Option never is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore.",
         {"EvaluateLowSampleCountPercentile": "never"})))


def test_what_is_not_evaluated_here(protocol):
    """Queries of other languages are refused by name, and bands that are not there, so that no alarm is quietly deaf."""
    world = Speaking(protocol)
    world.refuses_each("put_metric_alarm", SINGLE, *invalid(
        ("Metrics must not be null", {"Threshold": None, "ThresholdMetricId": "band"}),
        ("RollingDeploy does not evaluate alarms with EvaluationCriteria",
         {"EvaluationCriteria": {"PromQLCriteria": {"Query": "up", "PendingPeriod": 60, "RecoveryPeriod": 60}}}),
        *((f"ComparisonOperator {name} needs a ThresholdMetricId.", {"ComparisonOperator": name}) for name in (
            "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"))))


def test_actions(protocol):
    """Five at most for each state, ARNs of this region, and services that alarms may call."""
    world = Speaking(protocol)
    world.refuses_each("put_metric_alarm", SINGLE, *invalid(
        (detected((listed(TOPIC, 6), "alarmActions", AT_MOST.format(5))), {"AlarmActions": [TOPIC] * 6}),
        ("Invalid region eu-central-1 specified. Only us-east-1 is supported.", {"OKActions": ["arn:aws:sns:eu-central-1:1:t"]}),
        ("Unsupported AWS vendor s3", {"InsufficientDataActions": ["arn:aws:s3:::bucket"]}),
        ("Invalid arn syntax: on-call", {"AlarmActions": ["on-call"]})))


def test_alarms_on_expressions(protocol):
    """Rules for the list of metrics as a whole, and for each of its elements."""
    world = Speaking(protocol)
    rate = {"Id": "rate", "Expression": "errors"}
    single = {"MetricName": "Errors", "Namespace": "Scorer", "Dimensions": [{"Name": "n", "Value": "v"}], "Period": 60,
              "Unit": "Count", "Statistic": "Sum", "ExtendedStatistic": "p90"}
    one = "Exactly one element of the metrics list should return data."
    world.refuses_each("put_metric_alarm", MATH, *invalid(
        *((f"{name} should not be set if list of Metrics is set.", {name: value}) for name, value in single.items()),
        ("The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both.",
         {"Metrics": [metric("m", "Errors", Expression="1"), {"Id": "e", "Expression": "m"}]}),
        ("Period must not be null", {"Metrics": [{"Id": "e"}]}),
        (one, {"Metrics": [metric("errors", "Errors"), {**rate, "ReturnData": False}]}),
        (one, {"Metrics": [metric("errors", "Errors"), rate, {**rate, "Id": "other"}]}),
        ("Too many metrics in alarm, maximum is 10",
         {"Metrics": [metric(f"m{n}", "Errors") for n in range(11)] + [{"Id": "e", "Expression": "m1"}]}),
        ("Too many expressions in alarm, maximum is 10",
         {"Metrics": [metric("m", "Errors")] + [{"Id": f"e{n}", "Expression": "m", "ReturnData": n == 0} for n in range(11)]}),
        ("Invalid metrics list",
         {"Metrics": [{**metric("m", "Errors", ReturnData=True), "MetricStat": {**metric("m", "Errors")["MetricStat"], "Stat": "p101"}}]}),
        ("All metrics in an alarm must have the same period.",
         {"Metrics": [metric("m", "Errors"), {**metric("n", "Errors"), "MetricStat": {**metric("n", "Errors")["MetricStat"], "Period": 300}},
                      {"Id": "e", "Expression": "m+n"}]}),
        ("The values for parameter id in Metrics are not unique.",
         {"Metrics": [metric("m", "Errors"), metric("m", "Requests"), {"Id": "e", "Expression": "m"}]})))


def test_expressions(protocol):
    """What the expression of an alarm may not be is found when it is put, with its id where AWS names it."""
    world = Speaking(protocol)

    def reads(text):
        return {"Metrics": [metric("errors", "Errors"), metric("requests", "Requests"), {"Id": "rate", "Expression": text}]}

    world.refuses_each("put_metric_alarm", MATH, *invalid(
        ("SEARCH is not supported on Metric Alarms", reads("SEARCH('Scorer', 'Sum', 60)")),
        ("Error in expression 'rate': Function 'MEDIAN' not found", reads("MEDIAN(errors)")),
        ("Error in expression 'rate': Metric or expression 'nothing' not found", reads("errors/nothing")),
        ("Error in expression 'rate': Invalid syntax at position 7: unexpected the end of the expression", reads("errors+")),
        ("Error in expression 'rate': Circular reference rate -> rate", reads("rate+1")),
        ("Error in expression 'rate': The result must be a time series or an array of time series, it must not be a scalar",
         reads("SUM(errors)")),
        ("Metrics expression that return multi time series are only allowed for MetricsInsights expression with an ORDER BY clause",
         reads("[errors, requests]"))))


def test_constraints_of_the_model(protocol):
    """AWS's framework's own text; several violations come in one answer."""
    world = Speaking(protocol)
    units = ("Member must satisfy enum value set: [Seconds, Microseconds, Milliseconds, Bytes, Kilobytes, Megabytes, Gigabytes, "
             "Terabytes, Bits, Kilobits, Megabits, Gigabits, Terabits, Percent, Count, Bytes/Second, Kilobytes/Second, "
             "Megabytes/Second, Gigabytes/Second, Terabytes/Second, Bits/Second, Kilobits/Second, Megabits/Second, "
             "Gigabits/Second, Terabits/Second, Count/Second, None]")
    world.refuses_each("put_metric_alarm", SINGLE, *invalid(
        (detected(("null", "alarmName", NOT_NULL)), {"AlarmName": None}),
        (detected(("''", "alarmName", AT_LEAST.format(1))), {"AlarmName": ""}),
        (detected((f"'{'a' * 256}'", "alarmName", AT_MOST.format(255))), {"AlarmName": "a" * 256}),
        (detected(("'0'", "evaluationPeriods", "Member must have value greater than or equal to 1")), {"EvaluationPeriods": 0}),
        (detected(("'Parsec'", "unit", units)), {"Unit": "Parsec"}),
        (detected(("':a'", "namespace", "Member must satisfy regular expression pattern: [^:].*")), {"Namespace": ":a"}),
        (detected(("null", "dimensions.1.member.name", NOT_NULL)), {"Dimensions": [{"Value": "e"}]}),
        (detected(("null", "metrics.1.member.id", NOT_NULL)), {"Metrics": [{"Expression": "1"}]})))


def test_set_alarm_state(protocol):
    """An alarm that is not there has no message; data for the reason is JSON."""
    world = Speaking(protocol)
    world.alarm()
    world.refuses_each(
        "set_alarm_state", {"AlarmName": "errors", "StateValue": "ALARM", "StateReason": "x"},
        ("InvalidFormat", "StateReasonData must be valid JSON.", {"StateReasonData": "{"}),
        *invalid(
            (detected(("'BAD'", "stateValue", STATES)), {"StateValue": "BAD"}),
            (detected(("null", "stateValue", NOT_NULL)), {"StateValue": None}),
            (detected(("null", "stateReason", NOT_NULL)), {"StateReason": None}),
            (detected((f"'{'r' * 1024}'", "stateReason", AT_MOST.format(1023))), {"StateReason": "r" * 1024})))
    world.refuses("ResourceNotFound", "", lambda: world.cloudwatch.set_alarm_state(
        AlarmName="Errors", StateValue="ALARM", StateReason="x"), 404)


def test_describe_alarms(protocol):
    """Filters that exclude each other, sizes out of range, and a token of nobody."""
    world = Speaking(protocol)
    alone = "ChildrenOfAlarmName and ParentsOfAlarmName cannot be combined with other filters"
    world.refuses_each(
        "describe_alarms", {},
        ("InvalidNextToken", "The next token specified is invalid.", {"NextToken": "bm9uc2Vuc2U="}),
        *invalid(
            ("AlarmNames and AlarmNamePrefix cannot both be specified", {"AlarmNames": ["a"], "AlarmNamePrefix": "a"}),
            (alone, {"ChildrenOfAlarmName": "a", "ParentsOfAlarmName": "b"}),
            *((alone, {"ChildrenOfAlarmName": "a", **other}) for other in (
                {"AlarmNames": ["a"]}, {"AlarmNamePrefix": "a"}, {"StateValue": "OK"}, {"ActionPrefix": "arn"})),
            (alone, {"ParentsOfAlarmName": "a", "AlarmTypes": ["MetricAlarm"]}),
            (detected(("'0'", "maxRecords", "Member must have value greater than or equal to 1")), {"MaxRecords": 0}),
            (detected(("'101'", "maxRecords", "Member must have value less than or equal to 100")), {"MaxRecords": 101}),
            (detected(("'Ok'", "stateValue", STATES)), {"StateValue": "Ok"})))
    world.refuses_each("describe_alarms_for_metric", {}, *invalid(
        (detected(("null", "metricName", NOT_NULL), ("null", "namespace", NOT_NULL)), {})))


def test_delete_alarms(protocol):
    """What a composite alarm needs stays, and so do the others of the call; only one composite alarm goes at a time."""
    world = Speaking(protocol)
    for name in ("a", "b", "free"):
        world.alarm(name)
    world.cloudwatch.put_composite_alarm(AlarmName="c", AlarmRule="ALARM(a) OR ALARM(b)")
    world.cloudwatch.put_composite_alarm(AlarmName="d", AlarmRule="FALSE")
    world.refuses_each("delete_alarms", {}, *invalid(
        ("Cannot delete a as there are composite alarm(s) depending on it.", {"AlarmNames": ["free", "a"]}),
        ("Cannot delete a,b as there are composite alarm(s) depending on them.", {"AlarmNames": ["a", "b"]}),
        ("At most one composite alarm can be deleted in one DeleteAlarms request.", {"AlarmNames": ["c", "d"]}),
        (detected(("null", "alarmNames", NOT_NULL)), {})))
    for operation in ("delete_alarms", "enable_alarm_actions", "disable_alarm_actions"):
        world.refuses_each(operation, {}, *invalid(
            (detected((listed("a", 101), "alarmNames", AT_MOST.format(100))), {"AlarmNames": ["a"] * 101})))


def test_one_name_has_one_type(protocol):
    """A metric alarm cannot take the name of a composite one, nor the reverse."""
    world = Speaking(protocol)
    world.alarm("m")
    world.cloudwatch.put_composite_alarm(AlarmName="c", AlarmRule="FALSE")
    text = "AlarmName [{}] is already used by another alarm of a different type"
    world.refuses_each("put_metric_alarm", SINGLE, *invalid((text.format("c"), {"AlarmName": "c"})))
    world.refuses_each("put_composite_alarm", {"AlarmRule": "FALSE"}, *invalid((text.format("m"), {"AlarmName": "m"})))
