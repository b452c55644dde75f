"""UpdateRollbackFailed: capacity that is gone when the old fleet is wanted back, and the update that repairs it."""

from rollingdeploy import World, assert_equal, canary, count, guarded, rolling

CAPACITY = ("Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
            "Please retry using a different ML instance type or after some time.")
REASON = ("Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors. "
          f"The rollback failed: {CAPACITY}")


def stuck():
    """Two of four batches are done when the alarm trips, and no old instance can be had: both fleets serve."""
    world = World().endpoint()
    world.alarm()
    fault = world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "fleet": "old"})
    assert_equal(fault["hits"], 0)
    world.update(guarded(rolling(count(1)), "errors"))
    world.advance(307 + 100)
    world.trip()
    world.until("UpdateRollbackFailed")
    world.call("DELETE", f"/_rollingdeploy/faults/{fault['id']}")
    world.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="OK", StateReason="repaired")
    return world


def repaired(deployment=None):
    """The next update, by whatever way, ends in service with four new instances and nothing left of the mix."""
    world = stuck()

    world.update(deployment)
    assert_equal(world.describe()["EndpointStatus"], "Updating")
    while world.next_event():
        pass

    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("InService", "new"))
    assert "FailureReason" not in shown and "PendingDeploymentSummary" not in shown, shown
    variant = shown["ProductionVariants"][0]
    assert_equal((variant["CurrentInstanceCount"], variant["DesiredInstanceCount"]), (4, 4))
    last = world.deployments()[0]["journal"][-1]
    assert_equal((last["event"], last["old"]["instances"], last["new"]["instances"]), ("succeeded", 0, 4))


def test_both_fleets_are_shown():
    """The old configuration on top, the new one pending, and a reason that tells both misfortunes."""
    world = stuck()

    shown = world.describe()

    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("UpdateRollbackFailed", "old"))
    assert_equal(shown["FailureReason"], REASON)
    assert_equal(shown["PendingDeploymentSummary"]["EndpointConfigName"], "new")
    assert_equal(shown["ProductionVariants"][0]["CurrentInstanceCount"], 3)
    assert_equal(shown["PendingDeploymentSummary"]["ProductionVariants"][0]["CurrentInstanceCount"], 2)
    assert_equal(world.deployments()[0]["status"], "rollbackFailed")


def test_it_stays_until_somebody_acts():
    """Time alone does not repair it."""
    world = stuck()
    before = world.describe()

    assert not world.next_event()
    world.advance(86_400)

    assert_equal(world.describe(), before)


def test_the_fault_counts_its_hits():
    """What was asked for can be seen, with how often it struck."""
    world = World().endpoint()
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "fleet": "new", "atInstance": 2, "times": 1})

    world.update(rolling(count(1)))
    world.until()

    assert_equal([fault["hits"] for fault in world.get("/_rollingdeploy/faults")], [1])
    shown = world.describe()
    assert_equal((shown["EndpointConfigName"], shown["FailureReason"]), ("old", CAPACITY))


def test_a_rolling_update_repairs_it():
    repaired(rolling(count(1), 60))


def test_a_blue_green_update_repairs_it():
    repaired(canary(count(1), 60, 60))


def test_a_default_update_repairs_it():
    repaired()


def test_it_can_be_deleted():
    """DeleteEndpoint takes both fleets down."""
    world = stuck()

    world.sagemaker.delete_endpoint(EndpointName="e")
    while world.next_event():
        pass

    assert_equal(world.sagemaker.list_endpoints()["Endpoints"], [])


def test_a_creation_without_capacity_fails():
    """Nothing to go back to: Failed, and only deletion helps."""
    world = World()
    world.model()
    world.config("old")
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "endpoint": "E", "times": 1})
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")

    world.until("Failed")

    assert_equal(world.describe()["FailureReason"], CAPACITY)
    world.refuses(
        "ValidationException", f'Cannot update endpoint "{world.arn("endpoint", "e")}" with status Failed.',
        lambda: world.update(config="old"))
    world.sagemaker.delete_endpoint(EndpointName="e")
    while world.next_event():
        pass
    assert_equal(world.sagemaker.list_endpoints()["Endpoints"], [])
