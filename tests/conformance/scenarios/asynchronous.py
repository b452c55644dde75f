"""Asynchronous endpoints at zero instances, as AWS's guide "Autoscale an asynchronous endpoint" sets them up."""

from rollingdeploy import IMAGE, ROLE, World, assert_equal, at

VARIANT = "endpoint/e/variant/a"
DIMENSION = {"ServiceNamespace": "sagemaker", "ResourceId": VARIANT, "ScalableDimension": "sagemaker:variant:DesiredInstanceCount"}
CONFIG = {"ClientConfig": {"MaxConcurrentInvocationsPerInstance": 2},
          "OutputConfig": {"S3OutputPath": "s3://bucket/out", "S3FailurePath": "s3://bucket/failed"}}


class Asynchronous(World):
    """An asynchronous endpoint whose model takes 20 seconds for a request."""

    def __init__(self):
        super().__init__()
        self.scaling = self.client("application-autoscaling")
        self.runtime = self.client("sagemaker-runtime")
        self.sagemaker.create_model(ModelName="slow", ExecutionRoleArn=ROLE, PrimaryContainer={"Image": IMAGE, "Environment": {
            "ROLLINGDEPLOY_LATENCY_MS": "20000", "ROLLINGDEPLOY_LATENCY_P99_MS": "20000"}})
        self.sagemaker.create_endpoint_config(
            EndpointConfigName="async", AsyncInferenceConfig=CONFIG,
            ProductionVariants=[{"VariantName": "a", "ModelName": "slow", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])
        self.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="async")
        self.until()

    def invoke(self, **more):
        return self.runtime.invoke_endpoint_async(
            EndpointName="e", InputLocation="s3://bucket/question.csv", ContentType="text/csv", **more)

    def request(self, answer):
        return self.get(f"/_rollingdeploy/endpoints/e/invocations/{answer['InferenceId']}")

    def newest(self, metric, statistic="Average"):
        """The value of the last full minute."""
        points = self.cloudwatch.get_metric_statistics(
            Namespace="AWS/SageMaker", MetricName=metric, Dimensions=[{"Name": "EndpointName", "Value": "e"}],
            StartTime=at(self.now - 120), EndTime=at(self.now), Period=60, Statistics=[statistic])["Datapoints"]
        return max(points, key=lambda point: point["Timestamp"])[statistic]

    def scale_to_zero(self):
        self.scaling.register_scalable_target(**DIMENSION, MinCapacity=0, MaxCapacity=3)
        self.scaling.put_scaling_policy(
            **DIMENSION, PolicyName="backlog", PolicyType="TargetTrackingScaling", TargetTrackingScalingPolicyConfiguration={
                "TargetValue": 5.0, "ScaleInCooldown": 60, "ScaleOutCooldown": 60, "CustomizedMetricSpecification": {
                    "MetricName": "ApproximateBacklogSizePerInstance", "Namespace": "AWS/SageMaker", "Statistic": "Average",
                    "Dimensions": [{"Name": "EndpointName", "Value": "e"}]}})
        self.advance(seconds=30 * 60)
        assert_equal(self.count(), 0)

    def wakes_on_backlog(self):
        """The guide's optional step policy on HasBacklogWithoutCapacity."""
        policy = self.scaling.put_scaling_policy(
            **DIMENSION, PolicyName="wake", PolicyType="StepScaling", StepScalingPolicyConfiguration={
                "AdjustmentType": "ChangeInCapacity", "MetricAggregationType": "Average", "Cooldown": 60,
                "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}]})
        self.cloudwatch.put_metric_alarm(
            AlarmName="wake", MetricName="HasBacklogWithoutCapacity", Namespace="AWS/SageMaker", Statistic="Average", Period=60,
            EvaluationPeriods=2, DatapointsToAlarm=2, Threshold=1, ComparisonOperator="GreaterThanOrEqualToThreshold",
            TreatMissingData="missing", Dimensions=[{"Name": "EndpointName", "Value": "e"}], AlarmActions=[policy["PolicyARN"]])

    def count(self):
        return self.describe()["ProductionVariants"][0]["CurrentInstanceCount"]


def test_a_request_without_instances_wakes_one_and_the_endpoint_goes_back_to_zero():
    world = Asynchronous()
    world.scale_to_zero()
    world.wakes_on_backlog()

    answer = world.invoke()
    assert_equal(world.request(answer)["state"], "queued")
    world.advance(seconds=120)
    assert_equal(
        [world.newest(metric) for metric in ("HasBacklogWithoutCapacity", "ApproximateBacklogSize", "ApproximateBacklogSizePerInstance")],
        [1.0, 1.0, 1.0])

    world.advance(seconds=600)
    done = world.request(answer)
    assert_equal((done["state"], done["status"], done["outputLocation"]), ("completed", 200, answer["OutputLocation"]))
    world.advance(seconds=30 * 60)
    assert_equal((world.count(), world.newest("HasBacklogWithoutCapacity"), world.newest("ApproximateBacklogSize")), (0, 0.0, 0.0))


def test_target_tracking_alone_wakes_when_the_backlog_passes_its_target():
    world = Asynchronous()
    world.scale_to_zero()

    few = [world.invoke() for _ in range(5)]
    world.advance(seconds=30 * 60)
    assert_equal((world.count(), {world.request(each)["state"] for each in few}), (0, {"queued"}))

    more = [world.invoke() for _ in range(7)]
    world.advance(seconds=20 * 60)
    assert_equal({world.request(each)["state"] for each in few + more}, {"completed"})
    activity = world.scaling.describe_scaling_activities(ServiceNamespace="sagemaker")["ScalingActivities"]
    assert "Setting desired instance count to 3." in [each["Description"] for each in activity], activity


def test_a_request_that_waits_too_long_expires():
    world = Asynchronous()
    world.scale_to_zero()

    answer = world.invoke(RequestTTLSeconds=60, InferenceId="mine")
    world.advance(seconds=61)

    request = world.request(answer)
    assert_equal((request["inferenceId"], request["state"]), ("mine", "expired"))
    assert_equal("RequestTTLSeconds" in request["failureReason"], True)


def test_a_request_that_is_processed_too_long_fails():
    world = Asynchronous()

    answer = world.invoke(InvocationTimeoutSeconds=10)
    world.advance(seconds=9)
    assert_equal(world.request(answer)["state"], "processing")
    world.advance(seconds=1)

    assert_equal(world.request(answer)["state"], "failed")
