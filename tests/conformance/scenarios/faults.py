"""Faults on purpose, of every kind: where each leads to, how often it struck, and what boto3 makes of it by itself."""

from rollingdeploy import World, all_at_once, assert_equal, canary, count, expect_error, guarded, linear, rolling

PING = ("The primary container for production variant blue did not pass the ping health check. Please check CloudWatch logs for "
        "this endpoint.")
CAPACITY = ("Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
            "Please retry using a different ML instance type or after some time.")
DENIED = ("Endpoint update was rolled back because the execution role is not authorized to perform cloudwatch:DescribeAlarms on the "
          "following CloudWatch alarm(s): errors.")
UNKNOWN = "The request processing has failed because of an unknown error, exception or failure."
WAYS = {
    "none": None, "all at once": all_at_once(), "canary": canary(count(1)), "linear": linear(count(2)), "rolling": rolling(count(2))}


def fault(world, kind, **narrower):
    return world.post("/_rollingdeploy/faults", {"kind": kind, **narrower})


def hits(world):
    return [each["hits"] for each in world.get("/_rollingdeploy/faults")]


def settled(world):
    while world.next_event():
        pass
    return world.describe()


def goes_back(kind, reason, **narrower):
    """Whatever the way, the update ends in service on the old configuration, with this reason and one hit."""
    for name, way in WAYS.items():
        world = World().endpoint()
        fault(world, kind, **narrower)

        world.update(way)
        shown = settled(world)

        assert_equal((name, shown["EndpointStatus"], shown["EndpointConfigName"]), (name, "InService", "old"))
        assert_equal(shown["FailureReason"], reason)
        assert_equal(shown["ProductionVariants"][0]["CurrentInstanceCount"], 4)
        assert_equal(hits(world), [1])


def test_capacity_at_an_instance_sends_every_way_back():
    goes_back("insufficientCapacity", CAPACITY, fleet="new", atInstance=2, times=1)


def test_capacity_of_an_instance_type_sends_every_way_back():
    goes_back("insufficientCapacity", CAPACITY, instanceType="ml.m5.large", fleet="new", times=1)


def test_a_ping_that_fails_sends_every_way_back():
    goes_back("pingFailure", PING, endpoint="e", fleet="new", atInstance=2)


def test_a_creation_whose_container_never_answers_fails_after_half_an_hour():
    world = World()
    world.model()
    world.config("old")
    fault(world, "pingFailure", times=1)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")

    world.advance(1799)
    assert_equal(world.describe()["EndpointStatus"], "Creating")
    world.advance(1)

    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["FailureReason"]), ("Failed", PING))


def test_a_slow_launch_is_waited_for():
    for name, way in WAYS.items():
        world = World().endpoint()
        fault(world, "slowLaunch", fleet="new", atInstance=1, seconds=900)

        world.update(way)
        world.advance(899)
        assert_equal((name, world.describe()["EndpointStatus"]), (name, "Updating"))

        assert_equal(settled(world)["EndpointConfigName"], "new")
        assert_equal(hits(world), [1])


def test_a_crash_is_made_good():
    """The endpoint stays in service, with one instance less until the next has been launched."""
    world = World().endpoint()

    fault(world, "instanceCrash", endpoint="e")
    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["ProductionVariants"][0]["CurrentInstanceCount"]), ("InService", 3))

    assert world.next_event()
    assert_equal(world.describe()["ProductionVariants"][0]["CurrentInstanceCount"], 4)
    assert_equal(hits(world), [1])


def test_a_crash_on_each_side_does_not_stop_a_deployment():
    for name, way in WAYS.items():
        world = World().endpoint()
        world.update(way)
        world.advance(5)
        fault(world, "instanceCrash", fleet="old")
        fault(world, "instanceCrash", fleet="new")

        settled(world)
        world.advance(10)

        shown = world.describe()
        assert_equal((name, shown["EndpointConfigName"], hits(world)), (name, "new", [1, 1]))
        assert_equal(shown["ProductionVariants"][0]["CurrentInstanceCount"], 4)


def test_alarms_that_may_not_be_looked_at_send_back():
    for name, way in WAYS.items():
        world = World().endpoint()
        world.alarm()
        fault(world, "alarmPermissionDenied", endpoint="e")

        world.update(guarded(way or {}, "errors"))
        shown = settled(world)

        assert_equal((name, shown["EndpointConfigName"], shown["FailureReason"]), (name, "old", DENIED))
        assert_equal(hits(world), [1])


def test_an_alarm_that_is_deleted_sends_back():
    world = World().endpoint()
    world.alarm()
    world.update(guarded(rolling(count(1)), "errors"))
    world.advance(20)

    world.cloudwatch.delete_alarms(AlarmNames=["errors"])

    assert_equal(settled(world)["FailureReason"], "Endpoint update was rolled back because the following CloudWatch alarm(s) could not "
                                                  "be found: errors.")


def test_scaling_that_fails_is_taken_back():
    for kind, reason in (("insufficientCapacity", CAPACITY), ("pingFailure", PING)):
        world = World().endpoint()
        fault(world, kind, atInstance=1)

        world.scale(blue=6)
        shown = settled(world)

        assert_equal((shown["EndpointStatus"], shown["FailureReason"]), ("InService", reason))
        assert_equal(shown["ProductionVariants"][0]["DesiredInstanceCount"], 4)


def test_boto3_retries_what_is_throttled():
    """Its own retries, unchanged: two attempts are refused, the third is served, and the caller sees none of it."""
    for kind in ("throttling", "internalError"):
        world = World().endpoint()
        fault(world, kind, operation="DescribeEndpoint", times=2)
        client = world.client("sagemaker", retries={"total_max_attempts": 5, "mode": "standard"})

        answer = client.describe_endpoint(EndpointName="e")

        assert_equal((answer["EndpointStatus"], answer["ResponseMetadata"]["RetryAttempts"]), ("InService", 2))
        assert_equal(hits(world), [2])


def test_cloudwatch_retries_too():
    for kind in ("throttling", "internalError"):
        world = World()
        fault(world, kind, operation="DescribeAlarms", times=1)
        client = world.client("cloudwatch", retries={"total_max_attempts": 3, "mode": "standard"})

        answer = client.describe_alarms()

        assert_equal((answer["MetricAlarms"], answer["ResponseMetadata"]["RetryAttempts"]), ([], 1))


def test_what_is_throttled_for_good_is_seen():
    world = World().endpoint()
    fault(world, "throttling", operation="ListEndpoints")
    fault(world, "internalError", operation="ListModels")

    expect_error("ThrottlingException", "Rate exceeded", world.sagemaker.list_endpoints)
    expect_error("InternalFailure", UNKNOWN, world.sagemaker.list_models, status=500)
    assert_equal(hits(world), [1, 1])


def test_cloudwatch_says_it_in_its_own_words():
    world = World()
    fault(world, "throttling", operation="DescribeAlarms")
    fault(world, "internalError", operation="ListMetrics")

    expect_error("Throttling", "Rate exceeded", world.cloudwatch.describe_alarms)
    expect_error("InternalServiceError", UNKNOWN, world.cloudwatch.list_metrics, status=500)


def test_a_fault_that_is_removed_strikes_no_more():
    world = World().endpoint()
    asked = fault(world, "throttling")

    assert_equal(world.call("DELETE", f"/_rollingdeploy/faults/{asked['id']}")[0], 204)

    assert_equal(world.describe()["EndpointStatus"], "InService")
    assert_equal(hits(world), [])


def test_what_makes_no_sense_is_refused_by_its_name():
    world = World()
    for body, field in (
            ({}, "kind"), ({"kind": "flood"}, "kind"), ({"kind": "throttling", "endpoint": "e"}, "endpoint"),
            ({"kind": "pingFailure", "operation": "DescribeEndpoint"}, "operation"), ({"kind": "throttling", "operation": "Fly"}, "operation"),
            ({"kind": "slowLaunch", "seconds": -1}, "seconds"), ({"kind": "internalError", "rate": 2}, "rate"),
            ({"kind": "pingFailure", "times": 0}, "times"), ({"kind": "pingFailure", "atInstance": 0}, "atInstance")):
        status, problem = world.call("POST", "/_rollingdeploy/faults", body)
        assert_equal((status, problem["field"]), (400, field))
    assert_equal(hits(world), [])
