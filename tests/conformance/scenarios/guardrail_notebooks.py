"""
AWS's three notebooks on deployment guardrails (amazon-sagemaker-examples, "Update a SageMaker endpoint using canary, linear or
rolling deployment"): their alarms, their policies and their call once a second. The model with problems is rolled back, and the
next model is not.
"""

from rollingdeploy import IMAGE, ROLE, World, assert_equal, canary, count, guarded, linear, percent, rolling

# An average of the server errors of 1, which is every request, and of the latency of 10,000 microseconds.
ALARMS = {"errors": ("Invocation5XXErrors", 1), "latency": ("ModelLatency", 10_000)}
POLICIES = {"canary": canary(count(1), 300, 120), "linear": linear(percent(33), 180, 120), "rolling": rolling(percent(33), 180)}
BAD = {"ROLLINGDEPLOY_LATENCY_MS": "40", "ROLLINGDEPLOY_ERROR_RATE": "1"}


def notebook():
    """Three instances with the first model, which is called for some minutes, and the alarms."""
    world = World().endpoint(instances=3)
    for name, (metric, threshold) in ALARMS.items():
        world.cloudwatch.put_metric_alarm(
            AlarmName=name, ActionsEnabled=False, Namespace="AWS/SageMaker", MetricName=metric, Statistic="Average", Period=60,
            EvaluationPeriods=1, Threshold=threshold, ComparisonOperator="GreaterThanOrEqualToThreshold",
            TreatMissingData="notBreaching",
            Dimensions=[{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName", "Value": "blue"}])
    call(world, seconds=120)
    return world


def call(world, seconds=None):
    """Calls the endpoint once a second: for some time, or until its update has ended. Returns the number of errors."""
    runtime, errors, passed = world.client("sagemaker-runtime"), 0, 0
    while passed < seconds if seconds else world.describe()["EndpointStatus"] == "Updating":
        for _ in range(10):
            try:
                runtime.invoke_endpoint(EndpointName="e", Body=b"186,0.1,137.8,97,187.7", ContentType="text/csv")
            except runtime.exceptions.ModelError:
                errors += 1
        world.advance(10)
        passed += 10
    return errors


def update(world, model, policy, environment=None):
    world.sagemaker.create_model(
        ModelName=model, PrimaryContainer={"Image": IMAGE, "Environment": environment or {}}, ExecutionRoleArn=ROLE)
    world.config(model, 3, model)
    world.update(guarded(policy, *ALARMS), config=model)
    return call(world)


def test_the_model_with_problems_is_rolled_back_and_the_next_one_is_not():
    for name, policy in POLICIES.items():
        world = notebook()

        errors = update(world, "second", policy, BAD)
        assert_equal((name, world.describe()["EndpointConfigName"], world.deployments()[0]["status"]), (name, "old", "rolledBack"))
        assert "latency" in world.describe()["FailureReason"], world.describe()
        assert 0 < errors < 120, (name, errors)

        call(world, seconds=120)
        assert_equal(update(world, "third", policy), 0)
        assert_equal((name, world.describe()["EndpointConfigName"], world.deployments()[0]["status"]), (name, "third", "succeeded"))


def test_a_model_that_errs_is_seen_by_the_notebooks_alarm_only_without_the_old_one():
    """Their threshold is 1, and the old model has no errors. So a canary of server errors alone passes its bake."""
    world = notebook()
    update(world, "second", POLICIES["canary"], {"ROLLINGDEPLOY_ERROR_RATE": "1"})
    assert_equal((world.describe()["EndpointConfigName"], world.deployments()[0]["status"]), ("old", "rolledBack"))
    assert "errors" in world.describe()["FailureReason"], world.describe()
    assert_equal([event for _, event in world.journal()].count("bakeStarted"), 2)


def test_synthetic_traffic_shows_the_same():
    world = notebook()
    world.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": 1})
    world.advance(600)
    world.sagemaker.create_model(ModelName="second", PrimaryContainer={"Image": IMAGE, "Environment": BAD}, ExecutionRoleArn=ROLE)
    world.config("second", 3, "second")
    world.update(guarded(POLICIES["canary"], *ALARMS), config="second")
    world.until()
    assert_equal((world.describe()["EndpointConfigName"], world.deployments()[0]["status"]), ("old", "rolledBack"))
