"""How alarms are evaluated: missing data, high resolution, percentiles of few samples, and states that are set by hand."""

import json

from metrics import Measured
from rollingdeploy import assert_equal, at


class Watched(Measured):
    """A world whose alarm watches Scorer/m: three periods, of which so many must reach 1."""

    def watch(self, treatment, needed=3, **more):
        """A new alarm, which is evaluated at once; one that is put again keeps its state until the next minute."""
        self.cloudwatch.delete_alarms(AlarmNames=["errors"])
        self.alarm(**{"MetricName": "m", "EvaluationPeriods": 3, "DatapointsToAlarm": needed, "TreatMissingData": treatment, **more})

    def play(self, points):
        """Five minutes of data, oldest first: 0, X, or - for none."""
        for point in points.split():
            if point != "-":
                self.put({"Value": 1.0 if point == "X" else 0.0})
            self.advance(60)


def test_missing_data(protocol):
    """Rows of AWS's own tables, by the four treatments; a new alarm that keeps its state has none yet."""
    rows = {
        (3, "0 - X - X"): ("OK", "OK", "OK", "OK"),
        (3, "- - - - -"): ("INSUFFICIENT_DATA", "keep", "ALARM", "OK"),
        (3, "0 X X - X"): ("ALARM", "ALARM", "ALARM", "ALARM"),
        (3, "- - X - -"): ("ALARM", "keep", "ALARM", "OK"),
        (2, "0 - X - X"): ("ALARM", "ALARM", "ALARM", "ALARM"),
        (2, "0 - X - -"): ("OK", "OK", "ALARM", "OK"),
        (2, "- - - - X"): ("keep", "keep", "ALARM", "OK")}
    treatments = ("missing", "ignore", "breaching", "notBreaching")
    for (needed, points), states in rows.items():
        world = Watched(protocol)
        world.play(points)
        for treatment in treatments:
            world.watch(treatment, needed, name=treatment)
        shown = tuple(world.state_of(treatment)["StateValue"] for treatment in treatments)
        assert_equal((needed, points, shown), (needed, points, tuple(
            "INSUFFICIENT_DATA" if state == "keep" else state for state in states)))


def test_reasons(protocol):
    """The words for each kind of change; newest datapoints first."""
    world = Watched(protocol)

    def reason():
        return world.state_of()["StateReason"]

    world.watch("missing", 2)
    assert_equal(reason(), "Unchecked: Initial alarm creation")
    world.play("0 0 0")
    assert_equal(world.state_of()["StateValue"], "OK")
    world.play("X X")
    assert_equal(reason(), "Threshold Crossed: 2 out of the last 3 datapoints [1.0 (01/01/30 00:14:00), 1.0 (01/01/30 00:13:00)] were "
                           "greater than or equal to the threshold (1.0) (minimum 2 datapoints for OK -> ALARM transition).")
    world.play("0 0")
    assert_equal(reason(), "Threshold Crossed: 2 out of the last 3 datapoints [0.0 (01/01/30 00:16:00), 0.0 (01/01/30 00:15:00)] were not "
                           "greater than or equal to the threshold (1.0) (minimum 2 datapoints for ALARM -> OK transition).")
    world.play("- - - - - -")
    assert_equal(reason(), "Insufficient Data: 3 datapoints were unknown.")

    world.watch("breaching")
    assert_equal(reason(), "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as "
                           "[Breaching].")
    world.watch("notBreaching")
    assert_equal(reason(), "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as "
                           "[NonBreaching].")
    world.play("X -")
    world.watch("breaching")
    assert_equal(reason(), "Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as "
                           "[Breaching].")


def test_five_datapoints_and_more(protocol):
    """Are not listed in the sentence but after it."""
    world = Watched(protocol)
    world.play("0 X X X X X")
    world.watch("missing", 5, EvaluationPeriods=5)
    reason = world.state_of()["StateReason"]
    assert reason.startswith(
        "Threshold Crossed: 5 out of the last 5 datapoints were greater than or equal to the threshold (1.0). The most recent datapoints "
        "which crossed the threshold: [1.0 (01/01/30 00:15:00), "), reason


def test_filled_points_have_a_time_only(protocol):
    """In the data of the reason; without any data there is no start."""
    world = Watched(protocol)
    world.watch("breaching", 1, EvaluationPeriods=1)
    data = json.loads(world.state_of()["StateReasonData"])
    assert "startDate" not in data and "unit" not in data, data
    assert_equal((data["recentDatapoints"], data["evaluatedDatapoints"]), ([], [{"timestamp": "2030-01-01T00:09:00.000+0000"}]))


def test_a_state_set_by_hand_lasts_until_the_next_evaluation(protocol):
    """At the full minute the data says what it is again; an alarm that ignores missing data is not moved by nothing."""
    world = Watched(protocol)
    world.watch("notBreaching")
    world.alarm("patient", MetricName="none-such", TreatMissingData="ignore")
    world.advance(20)
    world.trip()
    world.trip("patient")
    world.advance(39)
    assert_equal([world.state_of(name)["StateValue"] for name in ("errors", "patient")], ["ALARM", "ALARM"])
    world.advance(1)
    assert_equal([world.state_of(name)["StateValue"] for name in ("errors", "patient")], ["OK", "ALARM"])
    assert_equal(world.state_of()["StateUpdatedTimestamp"], at(660))


def test_late_data_counts_at_the_next_evaluation(protocol):
    """And an evaluation without change alters nothing."""
    world = Watched(protocol)
    world.watch("notBreaching", 1)
    world.advance(120)
    assert_equal(world.state_of()["StateUpdatedTimestamp"], at(600))
    world.put({"Value": 1.0, "Timestamp": at(610)})
    assert_equal(world.state_of()["StateValue"], "OK")
    world.advance(60)
    assert_equal((world.state_of()["StateValue"], world.state_of()["StateUpdatedTimestamp"]), ("ALARM", at(780)))


def test_high_resolution(protocol):
    """Periods of 10, 20 and 30 seconds are looked at every ten seconds, over the seconds that end there."""
    world = Watched(protocol)
    for period in (10, 20, 30):
        world.alarm(f"p{period}", MetricName="m", Period=period, Threshold=2)
    world.put({"Value": 1.0, "StorageResolution": 1})
    world.advance(15)
    world.put({"Value": 1.0, "StorageResolution": 1})
    seen = []
    for _ in range(4):
        world.advance(10 - world.now % 10)
        seen.append([world.state_of(f"p{period}")["StateValue"] for period in (10, 20, 30)])
        world.put({"Value": 0.0, "StorageResolution": 1})
    assert_equal(seen, [["OK", "ALARM", "ALARM"], ["OK", "OK", "ALARM"], ["OK", "OK", "OK"], ["OK", "OK", "OK"]])


def test_percentiles_of_few_samples(protocol):
    """A p90 needs 10 / (1 - 0.9) = 100 samples; with fewer the state stays when it is told to ignore them."""
    world = Watched(protocol)
    percentile = {"Statistic": None, "ExtendedStatistic": "p90", "Threshold": 500, "EvaluationPeriods": 1, "DatapointsToAlarm": 1}
    for name, option in (("ignores", "ignore"), ("evaluates", "evaluate"), ("default", None)):
        settings = {**percentile, "EvaluateLowSampleCountPercentile": option, "MetricName": "m"}
        world.cloudwatch.put_metric_alarm(AlarmName=name, Namespace="Scorer", Period=60, TreatMissingData="notBreaching",
                                          ComparisonOperator="GreaterThanThreshold",
                                          **{key: value for key, value in settings.items() if value is not None})

    def states_after(count):
        world.put({"Values": [900.0], "Counts": [float(count)]})
        world.advance(60)
        return [world.state_of(name)["StateValue"] for name in ("ignores", "evaluates", "default")]

    assert_equal(states_after(99), ["OK", "ALARM", "ALARM"])
    assert_equal(states_after(100), ["ALARM", "ALARM", "ALARM"])


def test_comparisons(protocol):
    """Four operators, at the threshold and beside it."""
    world = Watched(protocol)
    world.put({"Value": 5.0, "Timestamp": at(540)})
    breaches = {
        "GreaterThanThreshold": {4: True, 5: False}, "GreaterThanOrEqualToThreshold": {5: True, 6: False},
        "LessThanThreshold": {6: True, 5: False}, "LessThanOrEqualToThreshold": {5: True, 4: False}}
    for operator, thresholds in breaches.items():
        for threshold, breached in thresholds.items():
            world.watch("missing", 1, EvaluationPeriods=1, ComparisonOperator=operator, Threshold=threshold)
            assert_equal((operator, threshold, world.state_of()["StateValue"]), (operator, threshold, "ALARM" if breached else "OK"))


def test_units(protocol):
    """An alarm with a unit sees that unit's data; one without sees all."""
    world = Watched(protocol)
    world.put({"Value": 5.0, "Unit": "Seconds", "Timestamp": at(540)})
    for unit, state in (({"Unit": "Seconds"}, "ALARM"), ({"Unit": "Count"}, "INSUFFICIENT_DATA"), ({}, "ALARM")):
        world.watch("missing", 1, EvaluationPeriods=1, **unit)
        assert_equal((unit, world.state_of()["StateValue"]), (unit, state))
