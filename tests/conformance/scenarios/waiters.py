"""boto3's own waiters, in worlds whose clocks do not make them wait."""

from botocore.exceptions import WaiterError

from rollingdeploy import World, assert_equal, count, guarded, rolling

QUICKLY = {"Delay": 0.05, "MaxAttempts": 400}


def moving(**clock):
    """A world whose clock moves by itself, with a model and two configurations."""
    world = World()
    world.put("/_rollingdeploy/clock", clock)
    world.model()
    world.config("old")
    world.config("new")
    return world


def create_update_delete(world):
    """The whole life of an endpoint, waiting as scripts do."""
    sagemaker = world.sagemaker
    sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e", WaiterConfig=QUICKLY)

    world.update(rolling(count(1), 600))
    sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e", WaiterConfig=QUICKLY)
    assert_equal(world.describe()["EndpointConfigName"], "new")
    began, ended = (world.deployments()[0][each] for each in ("startedAt", "endedAt"))

    sagemaker.delete_endpoint(EndpointName="e")
    sagemaker.get_waiter("endpoint_deleted").wait(EndpointName="e", WaiterConfig=QUICKLY)
    assert_equal(sagemaker.list_endpoints()["Endpoints"], [])
    return began, ended


def test_in_a_clock_that_skips():
    """A clock in mode skip leaps to each event: forty minutes of bakes are over before the waiter looks again."""
    create_update_delete(moving(mode="skip"))


def test_stock_waiters_return_at_their_first_poll_in_a_clock_that_skips():
    """Nothing is configured: a second poll of any of them would come thirty seconds later."""
    world = moving(mode="skip")
    sagemaker, polls = world.sagemaker, []
    sagemaker.meta.events.register("before-call.sagemaker.DescribeEndpoint", lambda **_: polls.append(1))

    for round_number in range(1, 21):
        sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
        sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e")
        sagemaker.update_endpoint(EndpointName="e", EndpointConfigName="new")
        sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e")
        sagemaker.update_endpoint(EndpointName="e", EndpointConfigName="old", DeploymentConfig=rolling(count(1), 600))
        sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e")
        sagemaker.delete_endpoint(EndpointName="e")
        sagemaker.get_waiter("endpoint_deleted").wait(EndpointName="e")
        assert_equal(len(polls), 4 * round_number)


def test_a_stop_at_a_bake_is_where_a_test_makes_things_go_wrong():
    """The waiter does not return while the bake stands still; errors and an advance of a minute bring the rollback."""
    world = moving(mode="skip", stopAt="baking")
    world.alarm("errors")
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.update(guarded(rolling(count(1), 600), "errors"))
    assert_equal(world.describe()["EndpointStatus"], "Updating")
    assert_equal(world.get("/_rollingdeploy/clock")["isStopped"], True)

    world.trip()
    world.advance(seconds=10)

    world.sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e")
    assert_equal(world.describe()["EndpointConfigName"], "old")
    assert "errors" in world.describe()["FailureReason"]


def test_in_a_clock_that_runs_fast():
    """A clock in mode scaled, at twenty thousand seconds to the second."""
    create_update_delete(moving(mode="scaled", speed=20_000))


def test_a_failed_creation_ends_the_wait():
    """The waiter gives up as soon as the status is Failed."""
    world = moving(mode="skip")
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity"})
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")

    try:
        world.sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e", WaiterConfig=QUICKLY)
    except WaiterError as error:
        assert_equal(error.last_response["EndpointStatus"], "Failed")
    else:
        raise AssertionError("the waiter took a failed endpoint for one in service")


def test_an_unknown_endpoint_counts_as_deleted():
    """ValidationException from DescribeEndpoint is what the waiter takes for success."""
    World().sagemaker.get_waiter("endpoint_deleted").wait(EndpointName="none-such", WaiterConfig=QUICKLY)
