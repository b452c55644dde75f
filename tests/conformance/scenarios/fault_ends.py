"""
Every kind of fault that strikes a deployment, by every way to deploy: the end that is documented, with its reason; it is listed with
its hits, and when it has been taken away the same update succeeds.
"""

from faults import CAPACITY, DENIED, PING, WAYS, fault, hits, settled
from rollingdeploy import World, all_at_once, assert_equal, canary, count, guarded, linear, rolling

LIMIT = 600
TIMED_OUT = f"Endpoint update exceeded the maximum execution timeout of {LIMIT} seconds and was rolled back."
GONE = "Endpoint update was rolled back because the following CloudWatch alarm(s) could not be found: errors."
BRIEF = {"all at once": all_at_once(60), "canary": canary(count(1), 60, 60), "linear": linear(count(2), 60, 60), "rolling": rolling(count(2), 60)}
LATE_BATCH = {"rolling": rolling(count(1), 60)}
UNLIKE = {"fleet": "new", "endpoint": "e", "variant": "blue", "instanceType": "ml.m5.large"}


def limited(deployment):
    """The same with a limit of ten minutes."""
    [(name, policy)] = deployment.items()
    return {name: {**policy, "MaximumExecutionTimeoutInSeconds": LIMIT}}


def ends(reason, kind, ways=None, watched=False, **narrower):
    """By each way the update goes back for this reason; the fault is listed, counts, goes, and the same update is carried out."""
    for name, way in (ways or WAYS).items():
        world = World().endpoint()
        if watched:
            world.alarm()
            way = guarded(way or {}, "errors")
        asked = fault(world, kind, **narrower)
        assert_equal({**asked, "hits": 0}, asked)
        assert_equal(world.get("/_rollingdeploy/faults"), [asked])

        world.update(way)
        shown = settled(world)

        assert_equal((name, shown["EndpointStatus"], shown["EndpointConfigName"], shown.get("FailureReason")), (name, "InService", "old", reason))
        assert "PendingDeploymentSummary" not in shown, shown
        assert_equal((shown["ProductionVariants"][0]["CurrentInstanceCount"], shown["ProductionVariants"][0]["DesiredInstanceCount"]), (4, 4))
        [struck] = world.get("/_rollingdeploy/faults")
        assert struck["hits"] > 0 and {**struck, "hits": 0} == asked, struck
        assert_equal(world.deployments()[0]["status"], "rolledBack")

        assert_equal(world.call("DELETE", f"/_rollingdeploy/faults/{asked['id']}"), (204, None))
        assert_equal(hits(world), [])
        world.update(way)
        shown = settled(world)
        assert_equal((name, shown["EndpointConfigName"], shown.get("FailureReason")), (name, "new", None))


def test_no_capacity_at_an_instance():
    ends(CAPACITY, "insufficientCapacity", atInstance=3, **UNLIKE)


def test_no_capacity_of_an_instance_type():
    ends(CAPACITY, "insufficientCapacity", fleet="new", instanceType="ml.m5.large")


def test_no_capacity_in_a_late_batch():
    """Old instances that were gone come up again: the fleet is whole."""
    ends(CAPACITY, "insufficientCapacity", LATE_BATCH, fleet="new", atInstance=4)


def test_no_answer_to_the_ping():
    ends(PING, "pingFailure", atInstance=4, **UNLIKE)


def test_a_ping_that_fails_in_a_late_batch():
    ends(PING, "pingFailure", LATE_BATCH, fleet="new", atInstance=3)


def test_launches_that_take_too_long():
    """The first is waited for; when it is there the limit has passed, and no traffic moves."""
    ends(TIMED_OUT, "slowLaunch", {name: limited(way) for name, way in BRIEF.items()}, fleet="new", atInstance=1, seconds=LIMIT + 60)


def test_a_late_launch_that_takes_too_long():
    """Batches have moved traffic by then: the limit is kept to the second."""
    world = World().endpoint()
    fault(world, "slowLaunch", fleet="new", atInstance=3, seconds=3600)
    world.update(limited(rolling(count(1), 60)))

    settled(world)

    assert (5 + LIMIT, "timedOut") in world.journal(), world.journal()
    shown = world.describe()
    assert_equal((shown["EndpointConfigName"], shown["FailureReason"], hits(world)), ("old", TIMED_OUT, [1]))
    assert_equal(shown["ProductionVariants"][0]["CurrentInstanceCount"], 4)


def test_no_permission_to_look_at_alarms():
    ends(DENIED, "alarmPermissionDenied", watched=True, endpoint="e")


def test_a_permission_that_is_lost_in_mid_deployment():
    """It is the next look that finds out, ten seconds later at most."""
    world = World().endpoint()
    world.alarm()
    world.update(guarded(rolling(count(1)), "errors"))
    world.advance(307 + 103)
    asked = fault(world, "alarmPermissionDenied")

    shown = settled(world)

    assert_equal((shown["EndpointConfigName"], shown["FailureReason"], hits(world)), ("old", DENIED, [1]))
    [looked] = [when for when, event in world.journal() if event == "alarmsDenied"]
    assert 415 <= looked <= 425, looked
    world.call("DELETE", f"/_rollingdeploy/faults/{asked['id']}")


def test_an_alarm_that_is_deleted_in_mid_deployment():
    """While instances launch or while they bake; and it does not help to put it again."""
    for name, way, after in [(name, way, 1) for name, way in WAYS.items()] + [(name, way, 20) for name, way in WAYS.items() if way]:
        world = World().endpoint()
        world.alarm()
        world.update(guarded(way or {}, "errors"))
        world.advance(after)
        world.cloudwatch.delete_alarms(AlarmNames=["errors"])
        if after == 20:
            world.alarm()

        shown = settled(world)

        assert_equal((name, after, shown["EndpointConfigName"], shown["FailureReason"]), (name, after, "old", GONE))
