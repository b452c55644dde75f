"""Endpoints that failed: they say why, and only DeleteEndpoint helps."""

from botocore.exceptions import WaiterError

from rollingdeploy import World, assert_equal

QUICKLY = {"Delay": 0.01, "MaxAttempts": 3}


def failed():
    world = World()
    world.model()
    world.config("old")
    world.config("new")
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "times": 1})
    world.sagemaker.create_endpoint(EndpointName="E", EndpointConfigName="old")
    world.until("Failed", "E")
    return world


def test_only_deletion_is_left():
    world = failed()
    arn = world.arn("endpoint", "e")
    message = f'Cannot update endpoint "{arn}" with status Failed.'

    world.refuses("ValidationException", message, world.update)
    world.refuses("ValidationException", message, lambda: world.scale(blue=1))
    world.refuses("ValidationException", f'Cannot create already existing endpoint "{arn}".',
                  lambda: world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old"))
    world.sagemaker.delete_endpoint(EndpointName="e")
    world.refuses("ValidationException", f'Could not find endpoint "{arn}".', world.describe)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")


def test_it_says_why():
    world = failed()

    shown = world.describe()

    assert "InsufficientInstanceCapacity" in shown["FailureReason"]
    assert_equal((shown["EndpointName"], shown.get("PendingDeploymentSummary")), ("E", None))
    assert_equal([each["EndpointStatus"] for each in world.sagemaker.list_endpoints(StatusEquals="Failed")["Endpoints"]], ["Failed"])


def test_boto3_waits_no_longer():
    """Both waiters know the status, and the second succeeds when the endpoint is gone."""
    world = failed()

    for waiter in ("endpoint_in_service", "endpoint_deleted"):
        try:
            world.sagemaker.get_waiter(waiter).wait(EndpointName="e", WaiterConfig=QUICKLY)
        except WaiterError as error:
            assert "terminal failure state" in str(error), error
        else:
            raise AssertionError(f"{waiter} succeeded")
    world.sagemaker.delete_endpoint(EndpointName="e")
    world.sagemaker.get_waiter("endpoint_deleted").wait(EndpointName="e", WaiterConfig=QUICKLY)
