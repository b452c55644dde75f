"""
A rolling update that cannot go back, for real reasons: its model's errors trip the alarm under traffic, and the old instances are not to
be had again. Both configurations serve until somebody repairs it, by whatever kind of update.
"""

from rollback_failed import REASON
from rollingdeploy import IMAGE, ROLE, World, all_at_once, assert_equal, at, canary, count, guarded, linear, percent, rolling

ERRORS_AFTER = 400
WATCH = {
    "Namespace": "AWS/SageMaker", "MetricName": "Invocation5XXErrors", "Statistic": "Average", "Threshold": 0.05,
    "Dimensions": [{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName", "Value": "blue"}]}


def mixed():
    """Two of four batches are done when the new model begins to fail."""
    world = World().endpoint()
    world.sagemaker.create_model(ModelName="bad", ExecutionRoleArn=ROLE, PrimaryContainer={
        "Image": IMAGE, "Environment": {"ROLLINGDEPLOY_ERROR_RATE": "1", "ROLLINGDEPLOY_ERRORS_AFTER_SECONDS": str(ERRORS_AFTER)}})
    world.config("bad", 4, model="bad")
    world.alarm(**WATCH)
    world.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": 50})
    world.fault = world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "fleet": "old"})
    world.update(guarded(rolling(count(1)), "errors"), config="bad")
    world.until("UpdateRollbackFailed")
    return world


def end_fault(world):
    world.call("DELETE", f"/_rollingdeploy/faults/{world.fault['id']}")


def served(world):
    """By which configurations, and what share each has, over the next full minute."""
    start = world.now + 60 - world.now % 60
    world.advance(start + 60 - world.now)
    shares = {}
    for name in ("old", "bad", "new"):
        points = world.cloudwatch.get_metric_statistics(
            Namespace="AWS/SageMaker", MetricName="Invocations", Statistics=["Sum"], Period=60,
            StartTime=at(start), EndTime=at(start + 60),
            Dimensions=WATCH["Dimensions"] + [{"Name": "EndpointConfigName", "Value": name}])["Datapoints"]
        shares.update({name: round(point["Sum"] / 3000, 6) for point in points})
    return shares


def repaired(deployment=None, config="new", **more):
    """The errors stop with the last bad instance; nothing is left of the mix, in the description as in the traffic."""
    world = mixed()
    end_fault(world)
    world.advance(3600)
    world.update(deployment, config=config, **more)
    assert_equal(world.describe()["EndpointStatus"], "Updating")
    world.until()

    shown = world.describe()
    assert_equal(shown["EndpointConfigName"], config)
    assert "FailureReason" not in shown and "PendingDeploymentSummary" not in shown, shown
    assert_equal((shown["ProductionVariants"][0]["CurrentInstanceCount"], shown["ProductionVariants"][0]["DesiredInstanceCount"]), (4, 4))
    assert_equal(served(world), {config: 1})
    return world


def test_both_serve():
    """Three old instances and two new ones, which have the half of the traffic that had been shifted, and fail."""
    world = mixed()

    shown = world.describe()

    assert_equal((shown["EndpointConfigName"], shown["FailureReason"]), ("old", REASON))
    [pending] = shown["PendingDeploymentSummary"]["ProductionVariants"]
    assert_equal((shown["PendingDeploymentSummary"]["EndpointConfigName"], pending["CurrentInstanceCount"]), ("bad", 2))
    assert_equal(shown["ProductionVariants"][0]["CurrentInstanceCount"], 3)
    assert_equal(served(world), {"old": 0.5, "bad": 0.5})
    runtime = world.client("sagemaker-runtime")
    answers = set()
    for _ in range(40):
        try:
            answers.add(runtime.invoke_endpoint(EndpointName="e", Body=b"1")["InvokedProductionVariant"])
        except runtime.exceptions.ModelError as error:
            answers.add(error.response["OriginalStatusCode"])
    assert_equal(answers, {"blue", 500})
    assert_equal([each["EndpointName"] for each in world.sagemaker.list_endpoints(StatusEquals="UpdateRollbackFailed")["Endpoints"]], ["e"])


def test_a_rolling_update_repairs_it():
    repaired(rolling(count(2), 60))
    repaired(rolling(percent(25), 60, RollbackMaximumBatchSize=percent(50)))


def test_blue_green_updates_repair_it():
    repaired(all_at_once(60))
    repaired(canary(count(1), 60, 60))
    repaired(linear(percent(33), 60, 60))


def test_an_update_without_a_policy_repairs_it():
    repaired()


def test_the_retained_policy_repairs_it():
    """Without its alarm: that one is still in ALARM, and would send it back."""
    world = mixed()
    end_fault(world)
    world.cloudwatch.put_metric_alarm(
        AlarmName="errors", Namespace="Scorer", MetricName="Errors", Statistic="Sum", Period=60, EvaluationPeriods=1, Threshold=1,
        ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="notBreaching")
    world.advance(60)
    world.update(RetainDeploymentConfig=True)
    world.until()
    assert_equal((world.describe()["EndpointConfigName"], world.deployments()[0]["policy"]), ("new", "rolling"))


def test_going_back_to_the_old_configuration_repairs_it():
    repaired(rolling(count(1), 60), config="old")
    repaired(config="old")
    repaired(canary(count(2), 60, 60), config="old")


def test_a_repair_that_fails_leaves_it_as_it_was():
    """None has room: the mix stays, each time with the new reason, and shares by its instances, until an attempt succeeds."""
    world = mixed()
    end_fault(world)
    before = world.describe()
    for deployment in (rolling(count(1), 60), None, linear(count(2), 60, 60)):
        world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "fleet": "new", "times": 1})
        world.update(deployment)
        world.until("UpdateRollbackFailed")
        shown = world.describe()
        assert "InsufficientInstanceCapacity" in shown["FailureReason"] and "ALARM" not in shown["FailureReason"], shown
        for member in ("EndpointConfigName", "ProductionVariants", "PendingDeploymentSummary"):
            assert_equal(shown[member], before[member])
        assert_equal(served(world), {"old": 0.6, "bad": 0.4})
    world.update()
    world.until()
    assert_equal(served(world), {"new": 1})


def test_the_guard_of_a_repair_counts_from_its_own_first_shift():
    """The alarm is still in ALARM for the bad half: a repair that watches it goes nowhere, one that does not does."""
    world = mixed()
    end_fault(world)
    world.update(guarded(all_at_once(60), "errors"))
    world.until("UpdateRollbackFailed")
    assert "were in ALARM state: errors" in world.describe()["FailureReason"], world.describe()
    world.update(all_at_once(60))
    world.until()
    assert_equal(served(world), {"new": 1})
