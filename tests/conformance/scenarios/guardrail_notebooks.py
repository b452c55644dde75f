"""
The alarms of AWS's notebooks on deployment guardrails (amazon-sagemaker-examples, "Update a SageMaker endpoint using … traffic
shifting"): 1 % of server errors, and an average ModelLatency of 10,000 microseconds. A good model passes them in every policy.
"""

from rollingdeploy import IMAGE, ROLE, World, assert_equal, canary, count, guarded, linear, rolling


def guard(world, name, metric, threshold):
    world.cloudwatch.put_metric_alarm(
        AlarmName=name, ActionsEnabled=False, Namespace="AWS/SageMaker", MetricName=metric, Statistic="Average", Period=60,
        EvaluationPeriods=1, Threshold=threshold, ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="notBreaching",
        Dimensions=[{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName", "Value": "blue"}])


def update(deployment, environment=None):
    """The notebooks' update, under their one call a second: of three instances to a second model."""
    world = World().endpoint(instances=3)
    world.sagemaker.create_model(
        ModelName="second", PrimaryContainer={"Image": IMAGE, "Environment": environment or {}}, ExecutionRoleArn=ROLE)
    world.config("green", 3, "second")
    guard(world, "errors", "Invocation5XXErrors", 0.01)
    guard(world, "latency", "ModelLatency", 10_000)
    world.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": 1})
    world.advance(600)
    world.update(guarded(deployment, "errors", "latency"), config="green")
    world.until()
    return world


def test_a_good_model_passes_the_notebooks_alarms():
    """Nothing is said of the model: its default latency is what AWS expects of a good one."""
    for deployment in (canary(count(1), 300, 120), linear(count(1), 300, 120), rolling(count(1), 300)):
        world = update(deployment)
        [newest, *_] = world.deployments()
        assert_equal((world.describe()["EndpointConfigName"], newest["status"]), ("green", "succeeded"))
        history = world.cloudwatch.describe_alarm_history(AlarmName="latency", HistoryItemType="StateUpdate")["AlarmHistoryItems"]
        assert all("to ALARM" not in item["HistorySummary"] for item in history), history


def test_a_good_model_that_is_called_passes_them_too():
    """The notebooks call it themselves, one by one."""
    world = World().endpoint(instances=3)
    guard(world, "latency", "ModelLatency", 10_000)
    runtime = world.client("sagemaker-runtime")
    world.update(guarded(canary(count(1), 300, 120), "latency"))
    while world.describe()["EndpointStatus"] == "Updating":
        for _ in range(10):
            runtime.invoke_endpoint(EndpointName="e", Body=b"1,2,3", ContentType="text/csv")
        world.advance(10)
    assert_equal(world.describe()["EndpointConfigName"], "new")


def test_a_slow_model_is_rolled_back_by_them():
    """The same alarm, and a model that takes four times as long as AWS's threshold."""
    world = update(canary(count(1), 300, 120), {"ROLLINGDEPLOY_LATENCY_MS": "40"})
    assert_equal((world.describe()["EndpointConfigName"], world.deployments()[0]["status"]), ("old", "rolledBack"))
    assert "latency" in world.describe()["FailureReason"]
