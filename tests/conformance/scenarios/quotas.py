"""Quotas at the call, and capacity that is missing later."""

from rollingdeploy import World, assert_equal, count, rolling


def exceeded(limit, utilization, delta):
    return (f"The account-level service limit 'ml.m5.large for endpoint usage' is {limit} Instances, with current utilization of "
            f"{utilization} Instances and a request delta of {delta} Instances. Please use AWS Service Quotas to request an increase for "
            "this quota. If AWS Service Quotas is not available, contact AWS support to request an increase for this quota.")


def refused(world, message, call):
    world.refuses("ResourceLimitExceeded", message, call)


def test_every_call_that_needs_instances():
    """Blue/green needs the whole new fleet beside the old one, rolling a batch, and scaling the difference."""
    world = World().endpoint()
    world.quota(limit=5)

    refused(world, exceeded(5, 4, 4), world.update)
    refused(world, exceeded(5, 4, 2), lambda: world.update(rolling(count(2))))
    refused(world, exceeded(5, 4, 2), lambda: world.scale(blue=6))
    refused(world, exceeded(5, 4, 4), lambda: world.sagemaker.create_endpoint(EndpointName="f", EndpointConfigName="old"))
    world.update(rolling(count(1)))
    world.until()
    world.scale(blue=5)
    world.until()
    assert_equal(world.get("/_rollingdeploy/quotas/ml.m5.large"), {"instanceType": "ml.m5.large", "limit": 5, "utilization": 5})


def test_boto3_knows_the_error():
    """It is one of the few that SageMaker's model has, so clients have a class for it."""
    world = World().endpoint()
    world.quota(limit=0)

    try:
        world.update()
    except world.sagemaker.exceptions.ResourceLimitExceeded as error:
        assert_equal(error.response["Error"]["Message"], exceeded(0, 4, 4))
    else:
        raise AssertionError("it was accepted")


def test_a_deployment_in_progress_counts_with_its_peak():
    world = World().endpoint()
    world.quota(limit=8)
    world.update()

    refused(world, exceeded(8, 8, 4), lambda: world.sagemaker.create_endpoint(EndpointName="f", EndpointConfigName="old"))
    world.until()
    world.sagemaker.create_endpoint(EndpointName="f", EndpointConfigName="old")


def test_a_region_that_has_no_more():
    """That is no refusal: the deployment fails later and goes back."""
    world = World().endpoint()
    world.quota(available=6)

    world.update()
    world.until()

    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("InService", "old"))
    assert "InsufficientInstanceCapacity" in shown["FailureReason"]


def test_what_is_no_quota():
    """Our own answer, which says what the quotas are."""
    world = World()

    status, answer = world.call("PUT", "/_rollingdeploy/quotas/endpoints", {"limit": 4})
    assert_equal((status, answer["field"]), (400, "instanceType"))
    assert "models or serverless-memory" in answer["detail"], answer
    status, answer = world.call("PUT", "/_rollingdeploy/quotas/models", {"limit": 4, "available": 4})
    assert_equal((status, answer["field"]), (400, "available"))


def test_regions_and_accounts_have_their_own():
    world = World()
    world.quota(limit=0)

    World(world.account, "eu-west-1").endpoint()
    World().endpoint()
