"""
AWS's story, told by AWS's calls alone: a model that is bad by its own environment is deployed, requests come in, its errors or its
slowness trip the alarm by evaluation, the deployment rolls back, and the next model goes by the retained policy. Only the clock is ours.
"""

from rollingdeploy import all_at_once, assert_equal, canary, count, guarded, linear, percent, rolling
from told import LATENCY, RATE, Told

REASON = "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: {}."
ERRS = {"ERROR_RATE": "0.5"}
SLOW = {"LATENCY_MS": "400"}
WAIT = 120


def launching(instances):
    return "Creating", f"Launching {instances} instance(s).", 0


def baking(capacity, active, wait="WaitIntervalInSeconds"):
    return "Baking", f"Baking for {WAIT} seconds ({wait}) with traffic enabled on {capacity} capacity of {active} instance(s).", active


FULL = baking("full", 3, "TerminationWaitInSeconds")

# A policy, and what DescribeEndpoint shows of the new fleet until an alarm would stop it, and to the end (deployment-guardrails.md §9).
ROLLING = (rolling(count(1), WAIT), [launching(1), baking("batch", 1)], [baking("batch", 1), baking("batch", 2), baking("batch", 3)])
CANARY = (canary(count(1), WAIT, WAIT), [launching(3), baking("canary", 1)], [baking("canary", 1), FULL])
LINEAR = (linear(percent(33), WAIT, WAIT), [launching(3), baking("linear step", 1)],
          [baking("linear step", 1), baking("linear step", 2), FULL])


def stopped(world, way, blamed):
    """The update to the bad model goes back to the good one, for the alarm that is blamed."""
    policy, stages, _ = way
    world.update(guarded(policy, RATE, LATENCY), config="bad")
    end = world.wait()

    assert_equal((end["EndpointStatus"], end["EndpointConfigName"]), ("InService", "good"))
    assert_equal(end["FailureReason"], REASON.format(blamed))
    assert "PendingDeploymentSummary" not in end, end
    assert_equal((end["ProductionVariants"][0]["CurrentInstanceCount"], end["ProductionVariants"][0]["DesiredInstanceCount"]), (3, 3))
    for shown in world.seen[:-1]:
        assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"], shown["PendingDeploymentSummary"]["EndpointConfigName"]),
                     ("Updating", "good", "bad"))
    assert_equal([stage for stage in world.stages() if stage[0] != "ActivatingTraffic"], stages)
    assert_equal(world.alarms(), {RATE: "OK", LATENCY: "OK", blamed: "ALARM"})


def evaluated(world, alarm, before, statistic, threshold):
    """The newest change of the alarm's history went to ALARM, for the datapoints that it names."""
    change = world.changes(alarm)[-1]
    assert_equal((change["oldState"]["stateValue"], change["newState"]["stateValue"]), (before, "ALARM"))
    assert change["newState"]["stateReason"].startswith("Threshold Crossed: 1 "), change
    data = change["newState"]["stateReasonData"]
    assert_equal((data["statistic"], data["period"], data["threshold"]), (statistic, 60, threshold))
    [value] = data["recentDatapoints"]
    assert value >= threshold, data
    assert_equal([point["value"] for point in data["evaluatedDatapoints"]], [value])


def mended(world, way):
    """When the alarms are quiet again, the next model goes by the retained policy to its end."""
    policy, _, stages = way
    while "ALARM" in world.alarms().values():
        world.tick()
    world.watch_latency("better")
    world.update(config="better", RetainDeploymentConfig=True)
    end = world.wait()

    assert_equal((end["EndpointStatus"], end["EndpointConfigName"]), ("InService", "better"))
    assert "FailureReason" not in end, end
    assert_equal(end["LastDeploymentConfig"], guarded(policy, RATE, LATENCY))
    assert_equal([stage for stage in world.stages() if stage[0] == "Baking"], stages)
    assert_equal(set(world.answers), {200})
    assert_equal(world.alarms(), {RATE: "OK", LATENCY: "OK"})


def told(way, badness, blamed, *evidence):
    world = Told().served().made("bad", **badness).made("better")
    world.watch_errors()
    world.watch_latency("bad")
    assert_equal(world.alarms(), {RATE: "OK", LATENCY: "INSUFFICIENT_DATA"})

    stopped(world, way, blamed)
    evaluated(world, blamed, *evidence)
    assert_equal(500 in world.answers, blamed == RATE)
    mended(world, way)


def told_of_errors(way):
    told(way, ERRS, RATE, "OK", "Average", 0.05)


def told_of_slowness(way):
    told(way, SLOW, LATENCY, "INSUFFICIENT_DATA", "p99", 200_000)


def test_rolling_of_a_model_that_errs():
    told_of_errors(ROLLING)


def test_rolling_of_a_model_that_is_slow():
    told_of_slowness(ROLLING)


def test_canary_of_a_model_that_errs():
    told_of_errors(CANARY)


def test_canary_of_a_model_that_is_slow():
    told_of_slowness(CANARY)


def test_linear_of_a_model_that_errs():
    told_of_errors(LINEAR)


def test_linear_of_a_model_that_is_slow():
    told_of_slowness(LINEAR)


def test_errors_that_begin_late_take_back_a_later_batch():
    """The first batch is good for a while: the old instance that is gone by then comes up again."""
    world = Told().served().made("bad", ERROR_RATE="0.5", ERRORS_AFTER_SECONDS="200")
    world.watch_errors()

    world.update(guarded(ROLLING[0], RATE), config="bad")
    end = world.wait()

    assert_equal((end["EndpointConfigName"], end["FailureReason"]), ("good", REASON.format(RATE)))
    assert baking("batch", 2) in world.stages() and baking("batch", 3) not in world.stages(), world.stages()
    assert_equal(min(shown["ProductionVariants"][0]["CurrentInstanceCount"] for shown in world.seen), 2)
    assert_equal(end["ProductionVariants"][0]["CurrentInstanceCount"], 3)


def test_the_retained_alarm_may_still_be_in_alarm():
    """Who is too quick is stopped at the first look, however good the model; who has waited is not."""
    world = Told().served().made("bad", **ERRS).made("better")
    world.watch_errors()
    world.update(guarded(all_at_once(WAIT), RATE), config="bad")
    world.wait()

    world.update(config="better", RetainDeploymentConfig=True)
    assert_equal(world.wait()["FailureReason"], REASON.format(RATE))
    while world.alarms()[RATE] == "ALARM":
        world.tick()
    world.update(config="better", RetainDeploymentConfig=True)

    assert_equal(world.wait()["EndpointConfigName"], "better")


def test_without_requests_nobody_learns_that_a_model_is_bad():
    """An error rate is missing where nobody asks: the bad model is in service, and found out by its first callers."""
    world = Told().served().made("bad", **ERRS)
    world.watch_errors()
    world.update(guarded(ROLLING[0], RATE), config="bad")

    world.until()

    assert_equal((world.describe()["EndpointConfigName"], world.alarms()[RATE]), ("bad", "OK"))
    for _ in range(24):
        world.tick()
    assert_equal(world.alarms()[RATE], "ALARM")
