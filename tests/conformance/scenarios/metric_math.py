"""
Metric math in GetMetricData and in alarms. There are two metrics over four minutes, a with 1, 4, nothing and 9, and b with 2, 0, 3
and nothing.
"""

import math

from alarm_refusals import invalid
from metric_data import Asked, stat
from rollingdeploy import assert_equal, at

SCALAR = "The result must be a time series or an array of time series, it must not be a scalar"
DENSE = (0, 60, 120, 180)

OPERATORS = {
    "a + b": {0: 3, 60: 4, 120: 3, 180: 9},
    "a - b": {0: -1, 60: 4, 120: -3, 180: 9},
    "a * b": {0: 2, 60: 0, 120: 0, 180: 0},
    "a / b": {0: 0.5, 120: 0},
    "-a ^ 2": {0: -1, 60: -16, 180: -81},
    "(a + 1) * 2 - 1": {0: 3, 60: 9, 180: 19},
    "a > b": {0: 0, 60: 1, 120: 0, 180: 1},
    "a >= 4": {0: 0, 60: 1, 180: 1},
    "4 < a": {0: 0, 60: 0, 180: 1},
    "a <= 4": {0: 1, 60: 1, 180: 0},
    "a == 4": {0: 0, 60: 1, 180: 0},
    "a != 4": {0: 1, 60: 0, 180: 1},
    "a > 1 AND b < 3": {0: 0, 60: 1, 120: 0, 180: 0},
    "a > 8 OR b > 2": {0: 0, 60: 0, 120: 1, 180: 1}}
SERIES = {
    "ABS(a - b)": {0: 1, 60: 4, 120: 3, 180: 9},
    "CEIL(a / 2)": {0: 1, 60: 2, 180: 5},
    "FLOOR(a / 2)": {0: 0, 60: 2, 180: 4},
    "LOG(a)": {0: 0, 60: math.log(4), 180: math.log(9)},
    "LOG10(10 ^ a)": {0: 1, 60: 4, 180: 9},
    "DIFF(a)": {60: 3, 180: 5},
    "DIFF_TIME(a)": {60: 60, 180: 120},
    "RATE(a)": {60: 3 / 60, 180: 5 / 120},
    "RUNNING_SUM(a)": {0: 1, 60: 5, 180: 14},
    "FILL(a, 0)": {0: 1, 60: 4, 120: 0, 180: 9},
    "FILL(a, b)": {0: 1, 60: 4, 120: 3, 180: 9},
    "FILL(a, REPEAT)": {0: 1, 60: 4, 120: 4, 180: 9},
    "FILL(a, LINEAR)": {0: 1, 60: 4, 120: 6.5, 180: 9},
    "IF(a > 1, 100)": {60: 100, 180: 100},
    "IF(a > 1, a, b)": {0: 2, 60: 4, 180: 9},
    "IF(b > 0, 100*a/b, 0)": {0: 50, 60: 0, 120: 0},
    "100*a/MAX([b, 1])": {0: 50, 60: 400, 120: 0}}
AGGREGATES = {
    "MAX([a, b])": {0: 2, 60: 4, 120: 3, 180: 9},
    "MIN([a, b])": {0: 1, 60: 0, 120: 3, 180: 9},
    "SUM([a, b])": {0: 3, 60: 4, 120: 3, 180: 9},
    "AVG([a, b])": {0: 1.5, 60: 2, 120: 1.5, 180: 4.5},
    "STDDEV([a, b])": {0: 0.5, 60: 2, 120: 0, 180: 0},
    "a / MAX(a)": {0: 1 / 9, 60: 4 / 9, 180: 1},
    "a - MIN(a)": {0: 0, 60: 3, 180: 8},
    "a * 0 + SUM(b)": {0: 5, 60: 5, 180: 5},
    "a * 0 + AVG(a)": {0: 14 / 3, 60: 14 / 3, 180: 14 / 3},
    "a * 0 + METRIC_COUNT([a, b])": {0: 2, 60: 2, 180: 2},
    "a * 0 + PERIOD(a)": {0: 60, 60: 60, 180: 60},
    "SUM(METRICS())": {0: 3, 60: 4, 120: 3, 180: 9},
    "MAX(METRICS('b'))": {0: 2, 60: 0, 120: 3},
    "FIRST([b, a])": {0: 2, 60: 0, 120: 3},
    "LAST([b, a])": {0: 1, 60: 4, 180: 9},
    "SLICE([a, b], 1)": {0: 2, 60: 0, 120: 3},
    "SORT([b, a], MAX, DESC, 1)": {0: 1, 60: 4, 180: 9},
    "SORT([a, b], SUM, ASC, 1)": {0: 2, 60: 0, 120: 3}}
TIMES = {
    "TIME_SERIES(5)": dict.fromkeys(DENSE, 5), "MINUTE(a)": {0: 0, 60: 1, 120: 2, 180: 3}, "HOUR(a)": dict.fromkeys(DENSE, 0),
    "DAY(a)": dict.fromkeys(DENSE, 2), "DATE(a)": dict.fromkeys(DENSE, 1), "MONTH(a)": dict.fromkeys(DENSE, 1),
    "YEAR(a)": dict.fromkeys(DENSE, 2030), "EPOCH(a)": {offset: at(offset).timestamp() for offset in DENSE}}


class Calculating(Asked):
    """A world with the two metrics."""

    def __init__(self, protocol):
        super().__init__(protocol)
        self.fill("a", at_0=1.0, at_60=4.0, at_180=9.0)
        self.fill("b", at_0=2.0, at_60=0.0, at_120=3.0)

    def expect(self, expressions):
        """Each expression has its values, by the seconds at which they are."""
        found = self.series(stat("a", "a"), stat("b", "b"), end=240, *(
            {"Id": f"e{n}", "Expression": text} for n, text in enumerate(expressions)))
        assert_equal({text: found[f"e{n}"] for n, text in enumerate(expressions)}, expressions)

    def found(self, expression, **how):
        """Label and values of each series of a search, newest first."""
        return [(result["Label"], result["Values"]) for result in self.results({"Id": "s", "Expression": expression, **how}, end=240)]


def test_operators(protocol):
    """What is missing on one side counts as 0, and a division by zero has no value."""
    Calculating(protocol).expect(OPERATORS)


def test_functions_of_series(protocol):
    """Point by point."""
    Calculating(protocol).expect(SERIES)


def test_functions_of_arrays(protocol):
    """Over several series a series, over one a scalar; and which of the several."""
    Calculating(protocol).expect(AGGREGATES)


def test_functions_of_time(protocol):
    """A value for each period, whether there is data or not."""
    Calculating(protocol).expect(TIMES)


def test_expressions_of_expressions(protocol):
    """In whatever order they come; those that are not returned are computed all the same."""
    world = Calculating(protocol)
    found = world.series({"Id": "c", "Expression": "d * 2"}, {"Id": "d", "Expression": "a + 1", "ReturnData": False},
                         stat("a", "a", ReturnData=False), end=240)
    assert_equal(found, {"c": {0: 4, 60: 10, 180: 20}})


def test_an_array_is_several_results(protocol):
    """One for each series, all under one id."""
    world = Calculating(protocol)
    results = world.results(stat("a", "a", ReturnData=False), stat("b", "b", ReturnData=False),
                            {"Id": "both", "Expression": "[a, b] * 2"}, end=240)
    assert_equal([(result["Id"], result["Values"]) for result in results], [("both", [18, 8, 2]), ("both", [6, 0, 4])])


def test_search(protocol):
    """By words, by namespace and dimension names, and with operators; each series is labelled by what tells it apart."""
    world = Calculating(protocol)
    for endpoint, variant in (("e-1", "blue"), ("e-1", "green"), ("e-2", "blue")):
        world.put({"MetricName": "Latency", "Value": float(len(variant)), "Timestamp": at(0), "Dimensions": [
            {"Name": "EndpointName", "Value": endpoint}, {"Name": "VariantName", "Value": variant}]})
    schema = "{Scorer,EndpointName,VariantName}"
    blue = [("e-1 blue Latency", [4.0]), ("e-2 blue Latency", [4.0])]
    all_three = [blue[0], ("e-1 green Latency", [5.0]), blue[1]]

    assert_equal(world.found(f"SEARCH('{schema} Latency', 'Sum', 60)"), all_three)
    assert_equal(world.found(f"SEARCH('{schema} MetricName=\"Latency\" blue', 'Sum', 60)"), blue)
    assert_equal(world.found(f"SEARCH('{schema} VariantName=(blue OR green) NOT EndpointName=\"e-2\"', 'Average', 60)"), all_three[:2])
    assert_equal(world.found("SEARCH('{Scorer,EndpointName}', 'Sum', 60)"), [])
    assert_equal(world.found(f"SUM(SEARCH('{schema} Latency', 'Sum', 60))"), [("s", [13.0])])
    assert_equal(world.found(f"SORT(SEARCH('{schema}', 'Sum', 60), SUM, DESC, 1)"), [all_three[1]])
    assert_equal(world.found(f"SEARCH('{schema} green', 'Sum', 60)", Label="slow"), [("slow e-1 green Latency", [5.0])])


def test_refusals(protocol):
    """An error names the expression and, in AWS's words, what is wrong with it."""
    world = Calculating(protocol)
    base = {"StartTime": at(0), "EndTime": at(240)}

    def refuses(text, reason):
        queries = [stat("a", "a"), stat("b", "b"), {"Id": "e", "Expression": text}]
        world.refuses_each("get_metric_data", base, *invalid((f"Error in expression 'e': {reason}\n", {"MetricDataQueries": queries})))

    refuses("MEDIAN(a)", "Function 'MEDIAN' not found")
    refuses("sum(a)", "Function 'sum' not found")
    refuses("a + c", "Metric or expression 'c' not found")
    refuses("a + e", "Circular reference e -> e")
    refuses("SUM(a)", SCALAR)
    refuses("5", SCALAR)
    refuses("a +", "Invalid syntax at position 3: unexpected the end of the expression")
    refuses("(a", "Invalid syntax at position 2: unexpected the end of the expression")
    refuses("a b", "Invalid syntax at position 2: unexpected 'b'")
    refuses("[a, b] > [a, b]", "Unsupported operand type(s) for >: an array of time series and an array of time series")


def test_an_alarm_on_an_error_rate(protocol):
    """5 % of ten requests and more: five in two minutes are not, one in ten in a later minute is."""
    world = Asked(protocol)
    world.cloudwatch.put_metric_alarm(
        AlarmName="rate", EvaluationPeriods=1, Threshold=5, ComparisonOperator="GreaterThanOrEqualToThreshold",
        TreatMissingData="notBreaching", Metrics=[
            stat("errors", "Errors", ReturnData=False), stat("requests", "Requests", ReturnData=False),
            {"Id": "rate", "Expression": "100*errors/MAX([requests, 1])"}])
    states = []
    for errors, requests in ((1, 100), (0, 0), (5, 100), (4, 100), (1, 10)):
        world.put({"MetricName": "Errors", "Value": errors}, {"MetricName": "Requests", "Value": requests})
        world.advance(60)
        states.append(world.state_of("rate")["StateValue"])

    assert_equal(states, ["OK", "OK", "ALARM", "OK", "ALARM"])
    assert_equal(world.state_of("rate")["StateReason"],
                 "Threshold Crossed: 1 out of the last 1 datapoints [10.0 (01/01/30 00:14:00)] was greater than or equal to the "
                 "threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).")
    world.advance(300)
    assert_equal(world.state_of("rate")["StateValue"], "OK")
