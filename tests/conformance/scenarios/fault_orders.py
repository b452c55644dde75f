"""Faults in odd orders: too late, too early, elsewhere, two at once, and while nothing can be asked."""

from faults import CAPACITY, DENIED, PING, UNKNOWN, fault, hits, settled
from rollingdeploy import World, all_at_once, assert_equal, canary, count, expect_error, guarded, rolling


def test_a_crash_that_is_not_made_good():
    """A new instance that is lost in a bake, and cannot be had again, sends back; an old one does not."""
    for side, end, reason in (("new", "old", CAPACITY), ("old", "new", None)):
        world = World().endpoint()
        world.update(rolling(count(1)))
        world.advance(307 + 100)
        fault(world, "insufficientCapacity", fleet=side)
        fault(world, "instanceCrash", fleet=side)
        assert_equal(hits(world)[1], 1)

        shown = settled(world)

        assert_equal((side, shown["EndpointStatus"], shown["EndpointConfigName"], shown.get("FailureReason")), (side, "InService", end, reason))


def test_all_instances_crash():
    """Nobody answers until the next ones are there."""
    world = World().endpoint()
    runtime = world.client("sagemaker-runtime")
    fault(world, "instanceCrash", times=4)

    assert_equal((world.describe()["EndpointStatus"], world.describe()["ProductionVariants"][0]["CurrentInstanceCount"]), ("InService", 0))
    expect_error("ServiceUnavailable", "No instance of endpoint e is in service.", lambda: runtime.invoke_endpoint(EndpointName="e", Body=b"1"), 503)

    world.advance(5)
    assert_equal(runtime.invoke_endpoint(EndpointName="e", Body=b"1")["Body"].read(), b"1")
    assert_equal(hits(world), [4])


def test_a_fault_that_is_removed_before_its_turn():
    """The third batch would have met it."""
    world = World().endpoint()
    asked = fault(world, "insufficientCapacity", fleet="new", atInstance=3)
    world.update(rolling(count(1)))
    world.advance(307 + 100)
    assert_equal(hits(world), [0])
    world.call("DELETE", f"/_rollingdeploy/faults/{asked['id']}")

    assert_equal(settled(world)["EndpointConfigName"], "new")


def test_a_fault_strikes_only_where_it_was_asked_for():
    for elsewhere in ({"endpoint": "f"}, {"variant": "green"}, {"instanceType": "ml.c5.large"}, {"fleet": "old"}, {"atInstance": 5}):
        world = World().endpoint()
        fault(world, "insufficientCapacity", **elsewhere)
        world.update(rolling(count(2)))
        assert_equal((elsewhere, settled(world)["EndpointConfigName"], hits(world)), (elsewhere, "new", [0]))


def test_a_throttled_update_changes_nothing():
    """Whoever tries again is served, and the deployment goes on whatever the API says meanwhile."""
    for kind, code, text, status in (
            ("throttling", "ThrottlingException", "Rate exceeded", 400), ("internalError", "InternalFailure", UNKNOWN, 500)):
        world = World().endpoint()
        fault(world, kind, operation="UpdateEndpoint", times=1)
        before = world.describe()
        expect_error(code, text, lambda: world.update(canary(count(1))), status)
        assert_equal((world.describe(), hits(world)), (before, [1]))

        world.update(canary(count(1)))
        outage = fault(world, kind)
        while world.next_event():
            pass
        expect_error(code, text, world.describe, status)
        world.call("DELETE", f"/_rollingdeploy/faults/{outage['id']}")
        assert_equal(world.describe()["EndpointConfigName"], "new")


def test_of_two_faults_the_one_that_comes_first_says_why():
    """No capacity is known when an instance would be there; a ping is given up after half an hour."""
    world = World().endpoint()
    fault(world, "pingFailure", fleet="new", atInstance=1)
    fault(world, "insufficientCapacity", fleet="new", atInstance=2)
    world.update(all_at_once())

    assert_equal((settled(world)["FailureReason"], hits(world)), (CAPACITY, [1, 1]))
    assert world.now < 1800, world.now


def test_one_fault_after_the_other():
    """Each update meets the next of them, until there are no more."""
    world = World().endpoint()
    world.alarm()
    fault(world, "insufficientCapacity", fleet="new", times=1)
    fault(world, "pingFailure", fleet="new", times=1)
    fault(world, "alarmPermissionDenied", times=1)
    reasons = []
    for _ in range(4):
        world.update(guarded(rolling(count(1), 60), "errors"))
        reasons.append(settled(world).get("FailureReason"))
    assert_equal(reasons, [CAPACITY, PING, DENIED, None])
    assert_equal((world.describe()["EndpointConfigName"], hits(world)), ("new", [1, 1, 1]))


def test_an_endpoint_that_is_made_again_meets_the_old_fault():
    """A fault belongs to a name: it waits until the endpoint is there, and strikes the next of that name."""
    world = World()
    world.model()
    world.config("old", 1)
    fault(world, "insufficientCapacity", endpoint="e", times=2)
    for left in (1, 2):
        world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
        world.until("Failed")
        assert_equal(hits(world), [left])
        world.sagemaker.delete_endpoint(EndpointName="e")
        world.advance(10)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()
