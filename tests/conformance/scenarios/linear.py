"""Blue/green updates: linear as the developer guide's page writes it, canary, all at once, and several variants together."""

from rollingdeploy import World, all_at_once, assert_equal, canary, count, guarded, linear, percent

# The guide's sample, with the last brace that it lacks.
SAMPLE = {
    "BlueGreenUpdatePolicy": {
        "TrafficRoutingConfiguration": {
            "Type": "LINEAR",
            "LinearStepSize": {"Type": "CAPACITY_PERCENT", "Value": 20},
            "WaitIntervalInSeconds": 300,
        },
        "TerminationWaitInSeconds": 300,
        "MaximumExecutionTimeoutInSeconds": 3600,
    }
}


def deployed(world, deployment):
    """Carries an update out and returns its plan."""
    world.update(deployment)
    world.until()
    assert_equal(world.describe()["EndpointConfigName"], "new")
    return world.deployments()[0]["plan"]


def test_the_guides_example_on_ten_instances():
    """Five steps of two, four bakes of 300 s between them, one of 300 s after the last, and then the old fleet goes."""
    world = World().endpoint(instances=10)
    world.alarm()
    sample = guarded(SAMPLE, "errors")

    plan = deployed(world, sample)

    assert_equal(plan, "launch 10 | shift 2 | " + "bake 300s | shift 2 | " * 4 + "bake 300s | retire 10")
    assert_equal(world.now, 5 + 5 + 5 * 1 + 4 * 300 + 300 + 1)
    assert_equal(world.describe()["LastDeploymentConfig"], sample)


def test_odd_steps_leave_the_rest_for_the_last():
    """A third of ten is three: 3, 3, 3, 1."""
    world = World().endpoint(instances=10)

    plan = deployed(world, linear(percent(33), 60, 0))

    assert_equal(plan, "launch 10 | " + "shift 3 | bake 60s | " * 3 + "shift 1 | bake 0s | retire 10")


def test_canary():
    """One instance, a bake, the other three, a bake, and the old fleet goes."""
    world = World().endpoint(instances=4)

    plan = deployed(world, canary(count(1), 60, 120))

    assert_equal(plan, "launch 4 | shift 1 | bake 60s | shift 3 | bake 120s | retire 4")


def test_all_at_once():
    """One shift and one bake, the termination wait."""
    world = World().endpoint(instances=4)

    plan = deployed(world, all_at_once(120))

    assert_equal(plan, "launch 4 | shift 4 | bake 120s | retire 4")


def test_variants_move_together():
    """Sizes are for each variant: half of four and half of two go in the same step."""
    world = World()
    world.model()
    world.config("old", blue=4, green=2)
    world.config("new", blue=4, green=2)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()

    plan = deployed(world, linear(percent(50), 60, 60))

    assert_equal(plan, "launch 4+2 | shift 2+1 | bake 60s | shift 2+1 | bake 60s | retire 4+2")


def test_other_variant_names_fall_back_silently():
    """Guardrails do not cover a change of variant names: all at once without a bake, and no error."""
    world = World()
    world.model()
    world.config("old", blue=2)
    world.config("new", green=2)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()
    deployment = linear(percent(50))

    plan = deployed(world, deployment)

    assert_equal(world.deployments()[0]["policy"], "default")
    assert "bake" not in plan, plan
    shown = world.describe()
    assert_equal([each["VariantName"] for each in shown["ProductionVariants"]], ["green"])
    assert_equal(shown["LastDeploymentConfig"], deployment)


def test_a_fleet_of_one():
    """One instance can be deployed to by every policy: its one step is the whole fleet."""
    for deployment in (linear(count(1), 60, 60), canary(count(1), 60, 60), all_at_once(60)):
        world = World().endpoint(instances=1)
        assert_equal(deployed(world, deployment), "launch 1 | shift 1 | bake 60s | retire 1")
