"""Application Auto Scaling by boto3: from a metric or an alarm to the number of instances."""

from rollingdeploy import World, assert_equal, at, count, detected, expect_error, rolling

VARIANT = {"ServiceNamespace": "sagemaker", "ResourceId": "endpoint/e/variant/blue",
           "ScalableDimension": "sagemaker:variant:DesiredInstanceCount"}
QUEUE = {"MetricName": "Queue", "Namespace": "Scorer", "Statistic": "Average",
         "Dimensions": [{"Name": "Endpoint", "Value": "e"}]}


class Scaled(World):
    """An endpoint of four instances, registered from two to eight, at a full minute."""

    def __init__(self):
        super().__init__()
        self.scaling = self.client("application-autoscaling")
        self.endpoint()
        self.advance(60 - self.now % 60)
        self.register(MinCapacity=2, MaxCapacity=8)

    def register(self, **more):
        return self.scaling.register_scalable_target(**VARIANT, **more)["ScalableTargetARN"]

    def track(self, **more):
        """Keeps the mean of Scorer/Queue at 100."""
        return self.scaling.put_scaling_policy(
            **VARIANT, PolicyName="track", PolicyType="TargetTrackingScaling",
            TargetTrackingScalingPolicyConfiguration={"TargetValue": 100.0, "CustomizedMetricSpecification": QUEUE, **more})

    def minutes(self, number, value):
        """So many minutes in which the queue is so long."""
        for _ in range(number):
            self.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
                {"MetricName": "Queue", "Dimensions": QUEUE["Dimensions"], "Value": value}])
            self.advance(60)

    @property
    def desired(self):
        return self.describe()["ProductionVariants"][0]["DesiredInstanceCount"]

    def activities(self, **more):
        pages = self.scaling.get_paginator("describe_scaling_activities").paginate(
            ServiceNamespace="sagemaker", ResourceId=VARIANT["ResourceId"], **more)
        return [each for page in pages for each in page["ScalingActivities"]]


def test_target_tracking_follows_the_metric_out_and_in():
    world = Scaled()
    put = world.track(ScaleOutCooldown=60, ScaleInCooldown=60)

    high, low = (each["AlarmName"] for each in put["Alarms"])
    assert high.startswith("TargetTracking-endpoint/e/variant/blue-AlarmHigh-"), high
    assert low.startswith("TargetTracking-endpoint/e/variant/blue-AlarmLow-"), low
    world.minutes(2, 150)
    assert_equal(world.desired, 4)
    world.minutes(1, 150)
    assert_equal((world.desired, world.describe()["EndpointStatus"]), (6, "Updating"))
    assert_equal(world.activities()[0]["StatusMessage"],
                 "Successfully set desired instance count to 6. Waiting for change to be fulfilled by sagemaker.")
    world.until()
    world.minutes(16, 30)
    world.until()

    assert_equal(world.desired, 2)
    last, first = world.activities()
    assert_equal([(each["Description"], each["StatusCode"], each["Cause"], each["StatusMessage"]) for each in (first, last)], [
        (f"Setting desired instance count to {number}.", "Successful", f"monitor alarm {alarm} in state ALARM triggered policy track",
         f"Successfully set desired instance count to {number}. Change successfully fulfilled by sagemaker.")
        for number, alarm in ((6, high), (2, low))])
    assert_equal(first["StartTime"], at(240))


def test_a_deployment_is_not_disturbed_and_keeps_the_count():
    """Scaling stands still while an update runs; the count is kept where all properties are retained."""
    world = Scaled()
    world.track()
    world.minutes(3, 150)
    world.until()

    world.update(rolling(count(3), 600), RetainAllVariantProperties=True)
    world.minutes(8, 200)
    assert_equal((world.desired, world.describe()["PendingDeploymentSummary"]["ProductionVariants"][0]["DesiredInstanceCount"]), (6, 6))
    newest = world.activities(IncludeNotScaledActivities=True)[0]
    assert_equal(newest["NotScaledReasons"], [{"Code": "TargetServicePutResourceAsUnscalable"}])
    world.until()
    assert_equal((world.describe()["EndpointConfigName"], world.desired), ("new", 6))
    world.minutes(3, 200)

    assert_equal(world.desired, 8)


def test_steps_by_the_users_own_alarm():
    world = Scaled()
    policy = world.scaling.put_scaling_policy(
        **VARIANT, PolicyName="steps", PolicyType="StepScaling", StepScalingPolicyConfiguration={
            "AdjustmentType": "PercentChangeInCapacity", "MinAdjustmentMagnitude": 1, "Cooldown": 120, "StepAdjustments": [
                {"MetricIntervalLowerBound": 0, "MetricIntervalUpperBound": 10, "ScalingAdjustment": 10},
                {"MetricIntervalLowerBound": 10, "ScalingAdjustment": 50}]})
    world.alarm("errors", AlarmActions=[policy["PolicyARN"]])

    world.report(5)
    world.advance(60)
    assert_equal(world.desired, 5)
    world.until()
    world.report(50)
    world.advance(60)

    assert_equal(world.desired, 6)  # half of 4 is 2, of which the first step has added one
    shown = world.scaling.describe_scaling_policies(ServiceNamespace="sagemaker")["ScalingPolicies"][0]
    assert_equal([each["AlarmName"] for each in shown["Alarms"]], ["errors"])
    assert_equal(shown["StepScalingPolicyConfiguration"]["MinAdjustmentMagnitude"], 1)


def test_an_alarm_that_is_set_by_hand_scales_too():
    world = Scaled()
    policy = world.scaling.put_scaling_policy(
        **VARIANT, PolicyName="steps", PolicyType="StepScaling", StepScalingPolicyConfiguration={
            "AdjustmentType": "ExactCapacity", "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 7}]})
    world.alarm("errors", AlarmActions=[policy["PolicyARN"]])

    world.trip("errors")

    assert_equal(world.desired, 7)


def test_bounds_move_the_count_and_a_suspension_holds_it():
    world = Scaled()
    world.register(MinCapacity=5)
    world.until()
    assert_equal((world.desired, world.activities()[0]["Cause"]), (5, "minimum capacity was set to 5"))

    world.track()
    world.register(SuspendedState={"DynamicScalingOutSuspended": True})
    world.minutes(5, 150)
    assert_equal(world.desired, 5)
    world.register(SuspendedState={"DynamicScalingOutSuspended": False})
    world.minutes(1, 150)

    assert_equal(world.desired, 8)


def test_a_quota_that_is_too_small():
    world = Scaled()
    world.quota(limit=5)
    world.track()

    world.minutes(3, 150)

    newest = world.activities()[0]
    assert_equal((newest["StatusCode"], world.desired), ("Failed", 4))
    assert newest["StatusMessage"].startswith(
        "Failed to set desired instance count to 6. Reason: The account-level service limit 'ml.m5.large for endpoint usage' is 5 "
        "Instances, with current utilization of 4 Instances and a request delta of 2 Instances."), newest["StatusMessage"]


def test_another_instance_type_of_what_is_scaled():
    world = Scaled()
    world.sagemaker.create_endpoint_config(EndpointConfigName="large", ProductionVariants=[
        {"VariantName": "blue", "ModelName": "m", "InstanceType": "ml.m5.xlarge", "InitialInstanceCount": 4}])

    world.refuses("ValidationException",
                  'The instance type of variant "blue" cannot be changed while it is registered as an Application Auto Scaling scalable '
                  "target. Deregister the target first.",
                  lambda: world.update(config="large"))
    world.scaling.deregister_scalable_target(**VARIANT)
    world.update(config="large")
    world.until()


def test_deletion_of_the_endpoint_deregisters():
    world = Scaled()
    world.track()

    world.sagemaker.delete_endpoint(EndpointName="e")

    assert_equal(world.scaling.describe_scalable_targets(ServiceNamespace="sagemaker")["ScalableTargets"], [])
    assert_equal(world.cloudwatch.describe_alarms()["MetricAlarms"], [])


def test_copies_of_an_inference_component():
    world = World()
    scaling = world.client("application-autoscaling")
    world.model()
    world.sagemaker.create_endpoint_config(EndpointConfigName="hosts", ExecutionRoleArn="arn:aws:iam::123456789012:role/scorer",
                                           ProductionVariants=[{"VariantName": "v", "InstanceType": "ml.g5.2xlarge", "InitialInstanceCount": 2}])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="hosts")
    world.until()
    world.sagemaker.create_inference_component(
        InferenceComponentName="c", EndpointName="e", VariantName="v", RuntimeConfig={"CopyCount": 1}, Specification={
            "ModelName": "m", "ComputeResourceRequirements": {"NumberOfCpuCoresRequired": 1, "MinMemoryRequiredInMb": 1024}})
    world.advance(until={"inferenceComponent": "c", "status": "InService"})

    scaling.register_scalable_target(ServiceNamespace="sagemaker", ResourceId="inference-component/c",
                                     ScalableDimension="sagemaker:inference-component:DesiredCopyCount", MinCapacity=3, MaxCapacity=4)
    world.advance(until={"inferenceComponent": "c", "status": "InService"})

    assert_equal(world.sagemaker.describe_inference_component(InferenceComponentName="c")["RuntimeConfig"],
                 {"DesiredCopyCount": 3, "CurrentCopyCount": 3})
    assert_equal(scaling.describe_scaling_activities(ServiceNamespace="sagemaker")["ScalingActivities"][0]["Description"],
                 "Setting desired copy count to 3.")


def test_tags():
    world = Scaled()
    arn = world.register()

    world.scaling.tag_resource(ResourceARN=arn, Tags={"team": "a", "stage": "b"})
    world.scaling.untag_resource(ResourceARN=arn, TagKeys=["team"])

    assert_equal(world.scaling.list_tags_for_resource(ResourceARN=arn)["Tags"], {"stage": "b"})
    missing = arn[:-1] + "z"
    expect_error("ResourceNotFoundException", f"The scalable target {missing} does not exist.",
                 lambda: world.scaling.list_tags_for_resource(ResourceARN=missing))


def test_what_is_not_registered():
    world = Scaled()
    world.scaling.deregister_scalable_target(**VARIANT)

    missing = ("service namespace: sagemaker, resource ID: endpoint/e/variant/blue, "
               "scalable dimension: sagemaker:variant:DesiredInstanceCount")
    expect_error("ObjectNotFoundException", f"No scalable target registered for {missing}", world.track)
    expect_error("ObjectNotFoundException", f"No scalable target found for {missing}",
                 lambda: world.scaling.deregister_scalable_target(**VARIANT))
    expect_error("ObjectNotFoundException", f"No scaling policy found for {missing}, policy name: track",
                 lambda: world.scaling.delete_scaling_policy(**VARIANT, PolicyName="track"))


def test_constraints_of_the_model():
    world = Scaled()

    expect_error("ValidationException", detected(("''", "policyName", "Member must have length greater than or equal to 1"),
                                                 ("''", "policyName", "Member must satisfy regular expression pattern: \\p{Print}+")),
                 lambda: world.client("application-autoscaling", parameter_validation=False).put_scaling_policy(**VARIANT, PolicyName=""))
