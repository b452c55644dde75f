"""GetMetricData: statistics of several metrics in one call, with their labels, units, order and pages."""

from alarm_refusals import NOT_NULL, invalid
from metrics import Measured
from rollingdeploy import assert_equal, at, detected


def stat(query_id="q", name="m", statistic="Sum", period=60, dimensions=(), unit=None, **more):
    """A query of one metric."""
    wanted = {"Metric": {"Namespace": "Scorer", "MetricName": name, "Dimensions": list(dimensions)}, "Period": period, "Stat": statistic}
    return {"Id": query_id, "MetricStat": wanted if unit is None else {**wanted, "Unit": unit}, **more}


class Asked(Measured):
    """A world that can be asked for metric data, of its first ten minutes unless it is told otherwise."""

    def ask(self, *queries, start=0, end=600, **how):
        return self.cloudwatch.get_metric_data(MetricDataQueries=list(queries), StartTime=at(start), EndTime=at(end), **how)

    def results(self, *queries, **how):
        return self.ask(*queries, **how)["MetricDataResults"]

    def series(self, *queries, **how):
        """The values of each result by its id and seconds, oldest first."""
        return {result["Id"]: {(moment - at(0)).total_seconds(): value for moment, value in zip(result["Timestamps"], result["Values"])}
                for result in self.results(*queries, ScanBy="TimestampAscending", **how)}

    def fill(self, name="m", **values):
        """Values at seconds, such as at_60=1.0."""
        self.put(*({"MetricName": name, "Value": value, "Timestamp": at(int(offset[3:]))} for offset, value in values.items()))


def test_a_result(protocol):
    """Newest first unless told otherwise; a metric without data has its result, and the whole answer its messages."""
    world = Asked(protocol)
    world.fill(at_0=1.0, at_60=2.0, at_61=3.0, at_600=9.0)

    answer = world.ask(stat(), stat("none", "none-such"))

    assert_equal(answer["MetricDataResults"], [
        {"Id": "q", "Label": "m", "Timestamps": [at(60), at(0)], "Values": [5.0, 1.0], "StatusCode": "Complete"},
        {"Id": "none", "Label": "none-such", "Timestamps": [], "Values": [], "StatusCode": "Complete"}])
    assert_equal((answer["Messages"], "NextToken" in answer), ([], False))
    ascending = world.results(stat(), ScanBy="TimestampAscending")[0]
    assert_equal((ascending["Timestamps"], ascending["Values"]), ([at(0), at(60)], [1.0, 5.0]))


def test_statistics(protocol):
    """Standard and extended ones of the same data, each by its period."""
    world = Asked(protocol)
    world.put({"Values": [1.0, 2.0, 3.0, 10.0], "Timestamp": at(0)})
    expected = {"SampleCount": 4.0, "Average": 4.0, "Sum": 16.0, "Minimum": 1.0, "Maximum": 10.0, "p50": 2.0, "p100": 10.0,
                "TM(25%:75%)": 2.5, "IQM": 2.5, "PR(:3)": 75.0, "TC(2:)": 2.0, "TS(:2)": 3.0}

    found = world.series(*(stat(f"q{n}", statistic=name) for n, name in enumerate(expected)))

    assert_equal({name: found[f"q{n}"] for n, name in enumerate(expected)}, {name: {0: value} for name, value in expected.items()})


def test_only_what_is_to_be_returned(protocol):
    """In the order of the request."""
    world = Asked(protocol)
    queries = stat("c"), stat("b", ReturnData=False), stat("a", ReturnData=True)
    assert_equal([result["Id"] for result in world.results(*queries)], ["c", "a"])


def test_labels(protocol):
    """The metric's name, and behind it the statistic and the period where the metrics of the request differ in them."""
    world = Asked(protocol)

    def labels(*queries):
        return [result["Label"] for result in world.results(*queries)]

    assert_equal(labels(stat("a"), stat("b", "n")), ["m", "n"])
    assert_equal(labels(stat("a"), stat("b", statistic="p90")), ["m Sum", "m p90"])
    assert_equal(labels(stat("a"), stat("b", period=300)), ["m 60", "m 300"])
    assert_equal(labels(stat("a"), stat("b", "n", "Average", 300)), ["m Sum 60", "n Average 300"])
    assert_equal(labels(stat("a", unit="Count"), stat("b", unit="Bytes")), ["m", "m"])
    assert_equal(labels(stat("a", Label="<mine> \u00fc"), stat("b", statistic="p90", Label="")), ["<mine> \u00fc", ""])
    assert_equal(labels(stat("a"), {"Id": "e", "Expression": "a*2"}, {"Id": "f", "Expression": "a*3", "Label": "three"}), ["m", "e", "three"])


def test_several_units(protocol):
    """One unit's data, and a message about the others; a query with a unit gets that one's and no message."""
    world = Asked(protocol)
    for value, unit in ((1.0, "Seconds"), (2.0, "Milliseconds")):
        world.put({"Value": value, "Unit": unit, "Timestamp": at(0)})

    both, seconds, none = world.results(stat("both"), stat("seconds", unit="Seconds"), stat("none", unit="Bytes"))

    assert_equal((both["Values"], both["Messages"]),
                 ([2.0], [{"Code": "MultipleUnits", "Value": "Multiple units returned: '[Milliseconds, Seconds]'"}]))
    assert_equal((seconds["Values"], none["Values"]), ([1.0], []))
    assert "Messages" not in seconds and "Messages" not in none, (seconds, none)


def test_the_start_is_rounded_down(protocol):
    """To the minute, and to the period where that is shorter; the end is not included."""
    world = Asked(protocol)
    world.put(*({"Value": 1.0, "Timestamp": at(offset), "StorageResolution": 1} for offset in range(0, 180, 10)))

    assert_equal(world.series(stat(), start=59, end=120), {"q": {0: 6.0, 60: 6.0}})
    assert_equal(world.series(stat(), start=60, end=121), {"q": {60: 6.0, 120: 6.0}})
    assert_equal(world.series(stat(period=10), start=55, end=71), {"q": {50: 1.0, 60: 1.0, 70: 1.0}})
    world.advance(15 * 86400)
    assert_equal(world.series(stat(period=300), start=299, end=600), {"q": {0: 18.0}})


def test_pages(protocol):
    """So many datapoints through all results; one that goes on is PartialData, and boto3's paginator puts all together."""
    world = Asked(protocol)
    for name in "ab":
        world.put(*({"MetricName": name, "Value": float(minute), "Timestamp": at(60 * minute)} for minute in range(5)))
    queries = [stat("a", "a"), stat("b", "b")]
    pages = list(world.cloudwatch.get_paginator("get_metric_data").paginate(
        MetricDataQueries=queries, StartTime=at(0), EndTime=at(600), ScanBy="TimestampAscending", PaginationConfig={"PageSize": 3}))

    assert_equal([[(result["Id"], result["Values"], result["StatusCode"]) for result in page["MetricDataResults"]] for page in pages], [
        [("a", [0.0, 1.0, 2.0], "PartialData")],
        [("a", [3.0, 4.0], "Complete"), ("b", [0.0], "PartialData")],
        [("b", [1.0, 2.0, 3.0], "PartialData")],
        [("b", [4.0], "Complete")]])


def test_refusals(protocol):
    """Ids, periods, times, sizes and statistics that are none."""
    world = Asked(protocol)
    path = "MetricDataQueries.member.1"
    identifier = f"The value {{}} for parameter {path}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.\n"
    period = f"The parameter {path}.{{}}Period must be 1, 5, 10, 20, 30 or a multiple of 60.\n"
    base = {"MetricDataQueries": [stat()], "StartTime": at(0), "EndTime": at(600)}

    def asks(*queries):
        return {"MetricDataQueries": list(queries)}

    world.refuses_each("get_metric_data", base, *invalid(
        ("The values for parameter id in MetricDataQueries are not unique.\n", asks(stat(), stat())),
        ("The parameter EndTime must be greater than StartTime.", {"EndTime": at(-60)}),
        ("The parameter StartTime must not equal parameter EndTime.", {"EndTime": at(0)}),
        (identifier.format("Q"), asks(stat("Q"))),
        (identifier.format("q-1"), asks(stat("q-1"))),
        ("The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both.\n",
         asks(stat(Expression="1"))),
        (f"The parameter {path}.MetricStat is required.\n", asks({"Id": "q"})),
        (period.format("MetricStat."), asks(stat(period=90))),
        (period.format(""), asks({"Id": "q", "Expression": "TIME_SERIES(1)", "Period": 7})),
        (f"The value p101 for parameter {path}.MetricStat.Stat is not a valid statistic.\n", asks(stat(statistic="p101"))),
        (f"The parameter {path}.MetricStat.Metric.MetricName is required.\n",
         asks({"Id": "q", "MetricStat": {"Metric": {"Namespace": "S"}, "Period": 60, "Stat": "Sum"}})),
        ("The collection MetricDataQueries must not have a size greater than 500.", asks(*(stat(f"q{n}") for n in range(501)))),
        ("The parameter MaxDatapoints must be between 1 and 100800.", {"MaxDatapoints": 100_801}),
        ("The parameter MaxDatapoints must be between 1 and 100800.", {"MaxDatapoints": 0}),
        (detected(("null", "metricDataQueries", NOT_NULL), ("null", "startTime", NOT_NULL), ("null", "endTime", NOT_NULL)),
         {"MetricDataQueries": None, "StartTime": None, "EndTime": None}),
        (detected(("null", "metricDataQueries.1.member.metricStat.stat", NOT_NULL)),
         asks({"Id": "q", "MetricStat": {"Metric": {"Namespace": "S", "MetricName": "m"}, "Period": 60}}))))
    world.refuses_each("get_metric_data", base, (
        "InvalidNextToken", "The next token specified is invalid.", {"NextToken": "nonsense"}))
