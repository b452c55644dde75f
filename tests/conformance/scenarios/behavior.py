"""Models that misbehave: said by their environment, by the image in the configuration, over the route."""

from rollingdeploy import IMAGE, ROLE, World, assert_equal, guarded, linear, percent


class Misbehaving(World):
    """A world whose model m has an environment, and a runtime client."""

    def __init__(self):
        super().__init__()
        self.runtime = self.client("sagemaker-runtime")

    def model_with(self, name="m", image=IMAGE, container=None, **environment):
        container = {"Image": image, "Environment": {f"ROLLINGDEPLOY_{word}": value for word, value in environment.items()}, **(container or {})}
        return self.sagemaker.create_model(ModelName=name, PrimaryContainer=container, ExecutionRoleArn=ROLE)

    def serve(self, image=IMAGE, **environment):
        self.model_with(image=image, **environment)
        self.config("old", 1)
        self.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
        self.until()
        return self

    def invoke(self, body=b"1,2,3", **more):
        return self.runtime.invoke_endpoint(EndpointName="e", Body=body, **more)

    def says(self, **more):
        return self.invoke(**more)["Body"].read().decode()

    def is_well(self):
        """Whether the model answers."""
        try:
            self.invoke()
            return True
        except self.runtime.exceptions.ModelError:
            return False


def test_an_environment_says_what_a_model_answers():
    world = Misbehaving().serve(RESPONSE='{"score": 0.5}', RESPONSE_CONTENT_TYPE="application/json")
    answer = world.invoke()
    assert_equal((answer["ContentType"], answer["Body"].read()), ("application/json", b'{"score": 0.5}'))


def test_an_environment_says_how_often_a_model_errs():
    """Of 400 calls a fifth is 80, give or take four standard deviations of 8."""
    world = Misbehaving().serve(ERROR_RATE="0.2")
    failed = sum(not world.is_well() for _ in range(400))
    assert 48 <= failed <= 112, failed


def test_errors_may_begin_after_a_time():
    world = Misbehaving().serve(ERROR_RATE="1", ERRORS_AFTER_SECONDS="300")
    assert world.is_well()
    world.advance(300)
    assert not world.is_well()


def test_a_model_may_start_slowly():
    world = Misbehaving().serve(STARTUP_SECONDS="90")
    assert_equal(world.now, 90)


def test_a_model_may_not_start_for_longer_than_its_variant_says():
    data = {"ModelDataUrl": "s3://bucket/model.tar.gz"}
    for environment, more, seconds, reason in (
            ({"STARTUP_SECONDS": "61"}, {}, 60, "did not pass the ping health check"),
            ({"DOWNLOAD_SECONDS": "61"}, data, 60, 'Failed to download model data for container "container_1" from URL: "s3://bucket/model.tar.gz".'),
            ({"DOWNLOAD_SECONDS": "60", "STARTUP_SECONDS": "60"}, data, 120, None)):
        world = Misbehaving()
        world.model_with(**environment, container=more)
        world.sagemaker.create_endpoint_config(EndpointConfigName="old", ProductionVariants=[{
            "VariantName": "blue", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1,
            "ContainerStartupHealthCheckTimeoutInSeconds": 60, "ModelDataDownloadTimeoutInSeconds": 60}])
        world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
        world.until("InService" if reason is None else "Failed")
        assert_equal(world.now, seconds)
        assert reason is None or reason in world.describe()["FailureReason"], world.describe()


def test_a_model_that_fails_its_ping_never_comes_into_service():
    world = Misbehaving()
    world.model_with(PING="fail")
    world.config("old", 1)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until("Failed")
    assert "did not pass the ping health check" in world.describe()["FailureReason"], world.describe()


def test_what_is_said_later_wins():
    """The environment says that it does not err; the configuration says of its image that it does; the route that it does not."""
    world = Misbehaving().serve(image="123456789012.dkr.ecr.us-east-1.amazonaws.com/scorer:errs", ERROR_RATE="0")
    route = "/_rollingdeploy/models/m/behavior"
    assert not world.is_well()
    said = world.put(route, {"errorRate": 0})
    assert_equal((said["said"], said["inEffect"]["errorRate"]), ({"errorRate": 0}, 0))
    assert world.is_well()
    assert_equal(world.call("DELETE", route)[0], 204)
    assert_equal(world.get(route)["inEffect"]["errorRate"], 1)
    assert not world.is_well()


def test_a_template_names_who_answered():
    world = Misbehaving().serve(RESPONSE="{model} of {config} as {variant}: {body}", RESPONSE_KIND="template")
    assert_equal(world.says(body=b"{model}"), "m of old as blue: {model}")


def test_an_environment_that_makes_no_sense_is_refused():
    world = Misbehaving()
    world.refuses("ValidationException", "The environment variable ROLLINGDEPLOY_ERROR_RATE is often; it must be a number from 0 to 1.",
                  lambda: world.model_with(ERROR_RATE="often"))
    world.refuses("ValidationException", "The environment variable ROLLINGDEPLOY_FORWARD_TO is http://example.com; it must be on this machine, "
                                         "or on a host in the setting RollingDeploy:ForwardHosts.",
                  lambda: world.model_with(FORWARD_TO="http://example.com"))


def test_a_bad_model_rolls_back_for_its_own_errors():
    """Nobody sets an alarm's state: the new model's errors do, under synthetic traffic."""
    world = Misbehaving().serve()
    world.model_with("bad", ERROR_RATE="1")
    world.config("new", 1, model="bad")
    world.cloudwatch.put_metric_alarm(
        AlarmName="errors", Namespace="AWS/SageMaker", MetricName="Invocation5XXErrors", Statistic="Average", Period=60, EvaluationPeriods=1,
        Threshold=0.05, ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="notBreaching",
        Dimensions=[{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName", "Value": "blue"}])
    world.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": 50})
    world.advance(120)
    world.update(guarded(linear(percent(50)), "errors"))
    world.until()
    endpoint = world.describe()
    assert_equal(endpoint["EndpointConfigName"], "old")
    assert "errors" in endpoint["FailureReason"], endpoint


def test_a_behavior_or_traffic_that_makes_no_sense_changes_nothing():
    world = Misbehaving().serve()
    for path, body, field in (
            ("/_rollingdeploy/models/m/behavior", {"errorRate": 2}, "errorRate"),
            ("/_rollingdeploy/models/m/behavior", {"latencyMs": {"median": 9, "p99": 1}}, "latencyMs.p99"),
            ("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": -1}, "requestsPerSecond")):
        before = world.get(path)
        status, problem = world.call("PUT", path, body)
        assert_equal((status, problem["field"]), (400, field))
        assert_equal(world.get(path), before)
    assert_equal(world.call("PUT", "/_rollingdeploy/endpoints/none/traffic", {"requestsPerSecond": 1})[0], 404)
