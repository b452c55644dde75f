"""Metrics: data in every shape that PutMetricData takes, read back as statistics of all kinds and found in listings."""

from cloudwatch import header
from rollingdeploy import Speaking, assert_equal, at

UNITS = [
    "Seconds", "Microseconds", "Milliseconds", *(size for kind in ("Bytes", "Bits") for size in (
        kind, *(prefix + kind.lower() for prefix in ("Kilo", "Mega", "Giga", "Tera")))),
    "Percent", "Count", *(size + "/Second" for kind in ("Bytes", "Bits") for size in (
        kind, *(prefix + kind.lower() for prefix in ("Kilo", "Mega", "Giga", "Tera")))), "Count/Second", "None"]
BASIC = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"]


class Measured(Speaking):
    """A world ten minutes after its start, with a metric m."""

    def __init__(self, protocol):
        super().__init__(protocol)
        self.advance(600)

    def put(self, *datums):
        self.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[{"MetricName": "m", **datum} for datum in datums])

    def points(self, *statistics, start=0, end=720, period=60, **how):
        """The datapoints without their units, oldest first."""
        kinds = {"Statistics": [name for name in statistics if name in BASIC],
                 "ExtendedStatistics": [name for name in statistics if name not in BASIC]}
        found = self.cloudwatch.get_metric_statistics(**{
            "Namespace": "Scorer", "MetricName": "m", "StartTime": at(start), "EndTime": at(end), "Period": period, **how,
            **{kind: names for kind, names in kinds.items() if names}})["Datapoints"]
        return sorted(found, key=lambda point: (point["Timestamp"], point["Unit"]))

    def names(self, **how):
        return [(metric["Namespace"], metric["MetricName"], {each["Name"]: each["Value"] for each in metric["Dimensions"]})
                for metric in self.cloudwatch.list_metrics(**how)["Metrics"]]


def test_every_shape_of_data(protocol):
    """A value, values, values with counts and a statistic set are one distribution; a fraction of a count counts."""
    world = Measured(protocol)
    world.put({"Value": 4.0}, {"Values": [1.0, 2.0]}, {"Values": [10.0, -3.0], "Counts": [2.0, 0.5]},
              {"StatisticValues": {"SampleCount": 4.0, "Sum": 8.0, "Minimum": -7.0, "Maximum": 12.5}})

    (point,) = world.points(*BASIC)

    assert_equal((point["Timestamp"], point["Unit"]), (at(600), "None"))
    assert_equal([point[name] for name in BASIC], [9.5, 33.5 / 9.5, 33.5, -7.0, 12.5])


def test_every_unit(protocol):
    """27 of them, each apart from the others; one can be asked for."""
    world = Measured(protocol)
    world.put(*({"Value": number, "Unit": unit} for number, unit in enumerate(UNITS)))

    assert_equal(sorted((point["Unit"], point["Sum"]) for point in world.points("Sum")),
                 sorted((unit, float(number)) for number, unit in enumerate(UNITS)))
    assert_equal([point["Sum"] for point in world.points("Sum", Unit="Count/Second")], [25.0])
    assert_equal(len(UNITS), 27)


def test_statistics_that_were_not_asked_for(protocol):
    """Are absent; the label is the metric's name, and a metric without data has no datapoints."""
    world = Measured(protocol)
    world.put({"Value": 4.0})

    assert_equal(world.points("Minimum"), [{"Timestamp": at(600), "Unit": "None", "Minimum": 4.0}])
    answer = world.cloudwatch.get_metric_statistics(
        Namespace="Scorer", MetricName="none-such", StartTime=at(0), EndTime=at(60), Period=60, Statistics=["Sum"])
    assert_equal((answer["Label"], answer["Datapoints"]), ("none-such", []))


def test_extended_statistics(protocol):
    """Percentiles, trimmed and winsorized means, counts, sums and ranks of the values 1 to 100."""
    world = Measured(protocol)
    world.put({"Values": [float(value) for value in range(1, 101)]})
    expected = {
        "p0": 1.0, "p50": 50.0, "p99": 99.0, "p100": 100.0, "p99.5": 100.0, "IQM": 50.5, "tm90": 45.5, "TM(10%:90%)": 50.5,
        "TM(50:60)": 55.5, "TC(10%:90%)": 80.0, "TS(90%:)": 955.0, "PR(:25)": 25.0}
    (point,) = world.points(*list(expected)[:6])
    assert_equal(point["ExtendedStatistics"], {name: expected[name] for name in list(expected)[:6]})
    (point,) = world.points("Sum", *list(expected)[6:])
    assert_equal(point["ExtendedStatistics"], {name: expected[name] for name in list(expected)[6:]})
    assert_equal(point["Sum"], 5050.0)
    winsorized = world.points("WM(10%:90%)", "wm95", "pr50", "tc50", "ts50")[0]["ExtendedStatistics"]
    assert_equal(winsorized, {"WM(10%:90%)": 50.5, "wm95": (95 * 96 / 2 + 5 * 95) / 100, "pr50": 50.0, "tc50": 50.0, "ts50": 1275.0})


def test_a_statistic_set_has_no_percentiles(protocol):
    """Unless it is of one value: what lies between its ends is not known."""
    world = Measured(protocol)
    world.put({"StatisticValues": {"SampleCount": 3, "Sum": 6, "Minimum": 1, "Maximum": 3}, "Timestamp": at(0)},
              {"StatisticValues": {"SampleCount": 3, "Sum": 6, "Minimum": 2, "Maximum": 2}, "Timestamp": at(60)})

    assert_equal([point.get("ExtendedStatistics") for point in world.points("Sum", "p50")], [None, {"p50": 2.0}])


def test_periods(protocol):
    """Start included, end not; the start is rounded down to its minute, and periods are counted from it."""
    world = Measured(protocol)
    world.put(*({"Value": 1.0, "Timestamp": at(offset)} for offset in (0, 59.999, 60, 119, 120, 180, 300)))

    def sums(**how):
        return [((point["Timestamp"] - at(0)).total_seconds(), point["Sum"]) for point in world.points("Sum", **how)]

    assert_equal(sums(end=300), [(0, 2.0), (60, 2.0), (120, 1.0), (180, 1.0)])
    assert_equal(sums(start=61, end=300, period=120), [(60, 3.0), (180, 1.0)])
    assert_equal(sums(end=600, period=300), [(0, 6.0), (300, 1.0)])


def test_high_resolution(protocol):
    """A metric of one second has periods of 1, 5, 10 and 30 seconds, for three hours; then a minute is left."""
    world = Measured(protocol)
    world.put(*({"Value": 1.0, "Timestamp": at(offset), "StorageResolution": 1} for offset in range(60)))

    def counts(period):
        return [point["SampleCount"] for point in world.points("SampleCount", end=60, period=period)]

    assert_equal([counts(period) for period in (1, 5, 10, 20, 30, 60)], [[1.0] * 60, [5.0] * 12, [10.0] * 6, [20.0] * 3, [30.0] * 2, [60.0]])
    world.advance(3 * 3600)
    assert_equal([counts(period) for period in (1, 10, 60)], [[], [], [60.0]])


def test_data_ages(protocol):
    """After fifteen days minutes are gone and five minutes are left; after 63 days only hours."""
    world = Measured(protocol)
    world.put({"Value": 1.0, "Timestamp": at(60)}, {"Value": 2.0, "Timestamp": at(360)})

    def kept():
        return [[point["Sum"] for point in world.points("Sum", end=3600, period=period)] for period in (60, 300, 3600)]

    assert_equal(kept(), [[1.0, 2.0], [1.0, 2.0], [3.0]])
    world.advance(15 * 86400)
    assert_equal(kept(), [[], [1.0, 2.0], [3.0]])
    world.advance(48 * 86400)
    assert_equal(kept(), [[], [], [3.0]])
    world.advance(392 * 86400)
    assert_equal(kept(), [[], [], []])


def test_the_edges_of_time(protocol):
    """Two weeks back and two hours ahead are taken; without a timestamp data is of its arrival."""
    world = Measured(protocol)
    world.put({"Value": 1.0, "Timestamp": at(600 - 14 * 86400)}, {"Value": 2.0, "Timestamp": at(600 + 7200)}, {"Value": 3.0})

    points = world.points("Sum", start=-15 * 86400, end=86400, period=3600)

    assert_equal([point["Sum"] for point in points], [1.0, 3.0, 2.0])


def test_dimensions_are_the_metric(protocol):
    """Whatever their order; with one less it is another metric."""
    world = Measured(protocol)
    both = [{"Name": "b", "Value": "2"}, {"Name": "a", "Value": "1"}]
    world.put({"Value": 1.0, "Dimensions": both}, {"Value": 2.0, "Dimensions": both[::-1]}, {"Value": 4.0, "Dimensions": both[:1]},
              {"Value": 8.0})

    assert_equal([[point["Sum"] for point in world.points("Sum", Dimensions=dimensions)] for dimensions in (both, both[:1], both[1:], [])],
                 [[3.0], [4.0], [], [8.0]])


def test_listings(protocol):
    """By namespace, name and any of the dimensions, with or without a value; RecentlyActive is three hours."""
    world = Measured(protocol)
    blue = [{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName", "Value": "blue"}]
    world.put({"Value": 1.0}, {"Value": 1.0, "Dimensions": blue}, {"MetricName": "n", "Value": 1.0, "Dimensions": blue[:1]})
    world.advance(3 * 3600 + 1)
    world.cloudwatch.put_metric_data(Namespace="Other", MetricData=[{"MetricName": "m", "Value": 1.0}])

    plain, other = ("Scorer", "m", {}), ("Other", "m", {})
    full, half = ("Scorer", "m", {"EndpointName": "e", "VariantName": "blue"}), ("Scorer", "n", {"EndpointName": "e"})
    assert_equal(world.names(), [other, plain, full, half])
    assert_equal(world.names(Namespace="Scorer"), [plain, full, half])
    assert_equal(world.names(MetricName="m"), [other, plain, full])
    assert_equal(world.names(Dimensions=[{"Name": "EndpointName"}]), [full, half])
    assert_equal(world.names(Dimensions=[{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName"}]), [full])
    assert_equal(world.names(Dimensions=[{"Name": "EndpointName", "Value": "f"}]), [])
    assert_equal(world.names(RecentlyActive="PT3H"), [other])
    world.advance(14 * 86400)
    assert_equal(world.names(), [])


def test_listings_in_pages(protocol):
    """Of 500; boto3's paginator sees every metric once, and all of them came in two compressed requests."""
    world = Measured(protocol)
    for thousand in range(2):
        world.put(*({"Value": 1.0, "Dimensions": [{"Name": "n", "Value": f"{thousand}{number:03d}"}]} for number in range(600)))
        assert_equal(header(world.sent[-1], "content-encoding"), "gzip")

    pages = list(world.cloudwatch.get_paginator("list_metrics").paginate(Namespace="Scorer"))

    assert_equal([len(page["Metrics"]) for page in pages], [500, 500, 200])
    values = [metric["Dimensions"][0]["Value"] for page in pages for metric in page["Metrics"]]
    assert_equal(values, [f"{thousand}{number:03d}" for thousand in range(2) for number in range(600)])


def test_compression_begins_at_its_threshold(protocol):
    """Below 10,240 bytes boto3 sends as is, from there on compressed: the bytes that left begin as gzip does."""
    world = Measured(protocol)
    world.put({"Value": 1.0})
    assert_equal(header(world.sent[-1], "content-encoding"), None)

    world.put(*({"Value": float(number), "Timestamp": at(number)} for number in range(600)))

    assert_equal((header(world.sent[-1], "content-encoding"), bytes(world.sent[-1].body)[:2]), ("gzip", b"\x1f\x8b"))
    assert_equal(sum(point["Sum"] for point in world.points("Sum", end=600)), float(sum(range(600))))
