"""Data and questions about data that are refused, with AWS's codes and texts; one bad datum and nothing of a request is kept."""

import math

from alarm_refusals import AT_LEAST, NOT_NULL, invalid
from metrics import Measured
from rollingdeploy import assert_equal, at, detected

IN_TIME = ("The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks and no more than two hours in "
           "the future.")
EXCLUSIVE = "The parameters MetricData.member.1.{} and MetricData.member.1.{} are mutually exclusive and you have specified both."
SET = {"SampleCount": 1.0, "Sum": 1.0, "Minimum": 1.0, "Maximum": 1.0}


def datum(**members):
    return {"MetricData": [{"MetricName": "m", **members}]}


def value_of(name, value):
    return f"The value {value} for parameter MetricData.member.1.{name} is invalid."


def test_one_shape_of_data(protocol):
    """Exactly one of a value, values and a statistic set; as many counts as values; no more of anything than AWS takes."""
    world = Measured(protocol)
    size = "The collection {} must not have a size greater than {}."
    none = ("At least one of the parameters MetricData.member.1.Value, MetricData.member.1.Values or MetricData.member.1.StatisticValues "
            "is required.")
    world.refuses_each(
        "put_metric_data", {"Namespace": "Scorer"},
        ("InvalidParameterCombination", EXCLUSIVE.format("Value", "Values"), datum(Value=1.0, Values=[1.0])),
        ("InvalidParameterCombination", EXCLUSIVE.format("Value", "StatisticValues"), datum(Value=1.0, StatisticValues=SET)),
        ("InvalidParameterValue", "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.",
         datum(Values=[1.0, 2.0], Counts=[1.0])),
        ("InvalidParameterValue", size.format("MetricData.member.1.Values", 150), datum(Values=[float(n) for n in range(151)])),
        ("InvalidParameterValue", size.format("MetricData", 1000), {"MetricData": datum(Value=1.0)["MetricData"] * 1001}),
        ("MissingParameter", none, datum()),
        ("MissingParameter", "The parameter MetricData is required.", {}),
        ("InvalidParameterValue", "The value AWS/ for parameter Namespace is reserved for AWS services.",
         {"Namespace": "AWS/SageMaker", **datum(Value=1.0)}))


def test_values_that_are_no_numbers(protocol):
    """NaN, infinities and what is beyond 2 to the 360th, wherever a number stands."""
    world = Measured(protocol)
    for number, text in ((math.nan, "NaN"), (math.inf, "Infinity"), (-math.inf, "-Infinity"), (3e108, "3.0E108")):
        world.refuses_each("put_metric_data", {"Namespace": "Scorer"}, *(
            ("InvalidParameterValue", value_of(name, text), members) for name, members in {
                "Value": datum(Value=number),
                "Values.member.2": datum(Values=[1.0, number]),
                "Counts.member.1": datum(Values=[1.0], Counts=[number]),
                "StatisticValues.SampleCount": datum(StatisticValues={**SET, "SampleCount": number}),
                "StatisticValues.Sum": datum(StatisticValues={**SET, "Sum": number}),
                "StatisticValues.Minimum": datum(StatisticValues={**SET, "Minimum": number}),
                "StatisticValues.Maximum": datum(StatisticValues={**SET, "Maximum": number})}.items()))


def test_figures_out_of_range(protocol):
    """A count of none, a maximum below its minimum, a resolution other than 1 and 60, a time too far away."""
    world = Measured(protocol)
    world.refuses_each(
        "put_metric_data", {"Namespace": "Scorer"},
        ("InvalidParameterValue", value_of("Counts.member.1", 0.0), datum(Values=[1.0], Counts=[0.0])),
        ("InvalidParameterValue", "The parameter MetricData.member.1.StatisticValues.Maximum must be greater than "
         "MetricData.member.1.StatisticValues.Minimum.", datum(StatisticValues={**SET, "Minimum": 2.0})),
        ("InvalidParameterValue", value_of("StorageResolution", 30), datum(Value=1.0, StorageResolution=30)),
        ("InvalidParameterValue", IN_TIME, datum(Value=1.0, Timestamp=at(599 - 14 * 86400))),
        ("InvalidParameterValue", IN_TIME, datum(Value=1.0, Timestamp=at(601 + 7200))))


def test_data_against_the_model(protocol):
    """What AWS's framework finds."""
    world = Measured(protocol)
    world.refuses_each("put_metric_data", {"Namespace": "Scorer"}, *invalid(
        (detected(("null", "namespace", NOT_NULL)), {"Namespace": None, **datum(Value=1.0)}),
        (detected(("':s'", "namespace", "Member must satisfy regular expression pattern: [^:].*")), {"Namespace": ":s"}),
        (detected(("null", "metricData.1.member.metricName", NOT_NULL)), {"MetricData": [{"Value": 1.0}]}),
        (detected(("''", "metricData.1.member.metricName", AT_LEAST.format(1))), {"MetricData": [{"MetricName": "", "Value": 1.0}]}),
        (detected(("'0'", "metricData.1.member.storageResolution", "Member must have value greater than or equal to 1")),
         datum(Value=1.0, StorageResolution=0)),
        (detected(("null", "metricData.1.member.dimensions.1.member.value", NOT_NULL)), datum(Value=1.0, Dimensions=[{"Name": "n"}])),
        (detected(*(("null", f"metricData.1.member.statisticValues.{name}", NOT_NULL) for name in ("sum", "minimum", "maximum"))),
         datum(StatisticValues={"SampleCount": 1.0}))))


def test_nothing_of_a_bad_request_is_kept(protocol):
    """The datum before the bad one is not there either."""
    world = Measured(protocol)
    world.refuses_each("put_metric_data", {"Namespace": "Scorer"}, (
        "InvalidParameterValue", "The value NaN for parameter MetricData.member.2.Value is invalid.",
        {"MetricData": [{"MetricName": "m", "Value": 1.0}, {"MetricName": "m", "Value": math.nan}]}))
    assert_equal(world.names(), [])


def test_statistics(protocol):
    """Too many datapoints, times in the wrong order, no statistic or one that is none."""
    world = Measured(protocol)
    base = {"Namespace": "Scorer", "MetricName": "m", "StartTime": at(0), "EndTime": at(600), "Period": 60, "Statistics": ["Sum"]}
    most = ("You have requested up to {} datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by "
            "increasing Period, or decreasing the time range.")
    order = "The parameter StartTime must be less than the parameter EndTime."
    words = "Member must satisfy enum value set: [SampleCount, Average, Sum, Minimum, Maximum]"
    world.refuses_each(
        "get_metric_statistics", base,
        ("InvalidParameterCombination", most.format(86400), {"Period": 1, "EndTime": at(86400)}),
        ("InvalidParameterCombination", most.format(1441), {"EndTime": at(1440 * 60 + 1)}),
        ("InvalidParameterValue", order, {"EndTime": at(0)}),
        ("InvalidParameterValue", order, {"EndTime": at(-60)}),
        ("InvalidParameterValue", "The value p101 for parameter ExtendedStatistics is not supported.", {"ExtendedStatistics": ["p101"]}),
        ("InvalidParameterValue", "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.", {"Period": 90}),
        ("InvalidParameterCombination", "At least one of the parameters Statistics and ExtendedStatistics must be specified.", {"Statistics": None}),
        ("ValidationError", detected(("null", "startTime", NOT_NULL), ("null", "endTime", NOT_NULL)), {"StartTime": None, "EndTime": None}),
        ("ValidationError", detected(("'[Mean]'", "statistics", f"Member must satisfy constraint: [{words}]")), {"Statistics": ["Mean"]}))


def test_listings(protocol):
    """A token of nobody, a filter without a name, a time that AWS does not know."""
    world = Measured(protocol)
    world.refuses_each(
        "list_metrics", {},
        ("InvalidParameterValue", "Request parameter NextToken is invalid", {"NextToken": "nonsense"}),
        ("ValidationError", detected(("null", "dimensions.1.member.name", NOT_NULL)), {"Dimensions": [{"Value": "v"}]}),
        ("ValidationError", detected(("'PT1H'", "recentlyActive", "Member must satisfy enum value set: [PT3H]")), {"RecentlyActive": "PT1H"}))
