"""Scheduled actions of Application Auto Scaling by boto3: the frozen clock is all that moves, and no alarm is set by hand."""

from datetime import timedelta

from botocore.exceptions import ClientError

from rollingdeploy import ROLE, START, World, assert_equal, expect_error

VARIANT = {"ServiceNamespace": "sagemaker", "ResourceId": "endpoint/e/variant/blue",
           "ScalableDimension": "sagemaker:variant:DesiredInstanceCount"}
COPIES = {"ServiceNamespace": "sagemaker", "ResourceId": "inference-component/c",
          "ScalableDimension": "sagemaker:inference-component:DesiredCopyCount"}
CONCURRENCY = {"ServiceNamespace": "sagemaker", "ResourceId": "endpoint/e/variant/blue",
               "ScalableDimension": "sagemaker:variant:DesiredProvisionedConcurrency"}


class Scheduled(World):
    """A world with a client of Application Auto Scaling."""

    def __init__(self):
        super().__init__()
        self.scaling = self.client("application-autoscaling")

    def schedule(self, name, schedule, bounds, target=VARIANT, **more):
        self.scaling.put_scheduled_action(
            **target, ScheduledActionName=name, Schedule=schedule, ScalableTargetAction=bounds, **more)

    def advance_to(self, **since):
        """Moves on to a moment since the first of January 2030."""
        self.advance(timedelta(**since).total_seconds() - self.now)

    def actions(self, **more):
        pages = self.scaling.get_paginator("describe_scheduled_actions").paginate(ServiceNamespace="sagemaker", **more)
        return [each for page in pages for each in page["ScheduledActions"]]

    def activities(self):
        pages = self.scaling.get_paginator("describe_scaling_activities").paginate(ServiceNamespace="sagemaker")
        return [each for page in pages for each in page["ScalingActivities"]]

    def runs(self):
        """When which scheduled action ran, oldest first: the time since the first of January and the action's name."""
        return [(each["StartTime"] - START, each["Cause"].split()[3])
                for each in reversed(self.activities()) if each["Cause"].startswith("scheduled action name")]

    def everything(self):
        target = self.scaling.describe_scalable_targets(ServiceNamespace="sagemaker")["ScalableTargets"]
        return target, self.actions(), self.activities()


def scaled():
    """An endpoint of four instances, registered from two to eight."""
    world = Scheduled()
    world.endpoint()
    world.scaling.register_scalable_target(**VARIANT, MinCapacity=2, MaxCapacity=8)
    return world


def test_copies_go_to_zero_in_the_evening_and_come_back_in_the_morning():
    """As AWS's samples scale to zero, but by the clock of Berlin on weekdays; the first of January 2030 is a Tuesday."""
    world = Scheduled()
    world.model()
    world.sagemaker.create_endpoint_config(EndpointConfigName="hosts", ExecutionRoleArn=ROLE, ProductionVariants=[
        {"VariantName": "v", "InstanceType": "ml.g5.2xlarge", "InitialInstanceCount": 1,
         "ManagedInstanceScaling": {"Status": "ENABLED", "MinInstanceCount": 0, "MaxInstanceCount": 2}}])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="hosts")
    world.until()
    world.sagemaker.create_inference_component(
        InferenceComponentName="c", EndpointName="e", VariantName="v", RuntimeConfig={"CopyCount": 1}, Specification={
            "ModelName": "m", "ComputeResourceRequirements": {"NumberOfCpuCoresRequired": 1, "MinMemoryRequiredInMb": 1024}})
    world.advance(until={"inferenceComponent": "c", "status": "InService"})
    world.scaling.register_scalable_target(**COPIES, MinCapacity=1, MaxCapacity=2)
    for name, hour, bounds in (("evening", 18, {"MinCapacity": 0, "MaxCapacity": 0}), ("morning", 7, {"MinCapacity": 1, "MaxCapacity": 2})):
        world.schedule(name, f"cron(0 {hour} ? * MON-FRI *)", bounds, COPIES, Timezone="Europe/Berlin")

    def shown():
        counts = world.sagemaker.describe_inference_component(InferenceComponentName="c")["RuntimeConfig"]
        return counts["CurrentCopyCount"], world.describe()["ProductionVariants"][0]["CurrentInstanceCount"]

    def invoke():
        return world.client("sagemaker-runtime").invoke_endpoint(EndpointName="e", InferenceComponentName="c", Body=b"{}")

    world.advance_to(hours=16, minutes=59)
    assert_equal(shown(), (1, 1))
    world.advance_to(hours=18)
    assert_equal(shown(), (0, 0))
    try:
        invoke()
        raise AssertionError("a component without copies has answered")
    except ClientError as error:
        assert "no capacity" in error.response["Error"]["Message"], error
    world.advance_to(days=1, hours=6, minutes=30)
    assert_equal(shown(), (1, 1))
    assert_equal(invoke()["ResponseMetadata"]["HTTPStatusCode"], 200)
    assert_equal([(each["Description"], each["Cause"], each["StatusCode"]) for each in reversed(world.activities())][-2:], [
        ("Setting min capacity to 1 and max capacity to 2", "scheduled action name morning was triggered", "Successful"),
        ("Setting desired copy count to 1.", "minimum capacity was set to 1", "Successful")])

    world.advance_to(days=7)

    assert_equal(world.runs(), [run for day in (0, 1, 2, 3, 6) for run in (
        (timedelta(days=day, hours=6), "morning"), (timedelta(days=day, hours=17), "evening"))])
    assert_equal(shown(), (0, 0))


def test_a_local_time_is_there_once_on_every_day():
    """In New York, clocks go from 02:00 to 03:00 on the tenth of March 2030."""
    world = scaled()
    world.schedule("night", "cron(30 2 * * ? *)", {"MinCapacity": 3}, Timezone="America/New_York",
                   StartTime=START + timedelta(days=66, hours=12))

    world.advance_to(days=70)

    assert_equal([time for time, _ in world.runs()], [
        timedelta(days=66, hours=12), timedelta(days=67, hours=7, minutes=30), timedelta(days=68, hours=7),
        timedelta(days=69, hours=6, minutes=30)])


def test_one_time_and_rate():
    world = scaled()
    world.schedule("once", "at(2030-01-01T01:00:00)", {"MinCapacity": 6})
    world.schedule("often", "rate(2 hours)", {"MinCapacity": 1, "MaxCapacity": 3}, StartTime=START + timedelta(hours=2),
                   EndTime=START + timedelta(hours=6))

    world.advance_to(hours=1)
    assert_equal([(each["Description"], each["StatusCode"], "EndTime" in each) for each in world.activities()], [
        ("Setting desired instance count to 6.", "InProgress", False), ("Setting min capacity to 6", "Successful", False)])
    world.advance_to(hours=12)

    assert_equal(world.runs(), [(timedelta(hours=hour), name) for hour, name in ((1, "once"), (2, "often"), (4, "often"), (6, "often"))])
    assert_equal(world.describe()["ProductionVariants"][0]["CurrentInstanceCount"], 3)


def test_listing_update_and_deletion():
    world = scaled()
    start, end = START + timedelta(days=1), START + timedelta(days=2)
    for name in ("a", "b", "c"):
        world.schedule(name, "cron(0 8 * * ? *)", {"MinCapacity": 4, "MaxCapacity": 5}, Timezone="Etc/GMT+9", StartTime=start, EndTime=end)

    first = world.actions(PaginationConfig={"PageSize": 2})[0]
    arn = first.pop("ScheduledActionARN")
    assert arn.endswith(":resource/sagemaker/endpoint/e/variant/blue:scheduledActionName/a"), arn
    assert first.pop("CreationTime") < start
    assert_equal(first, {
        **VARIANT, "ScheduledActionName": "a", "Schedule": "cron(0 8 * * ? *)", "Timezone": "Etc/GMT+9", "StartTime": start, "EndTime": end,
        "ScalableTargetAction": {"MinCapacity": 4, "MaxCapacity": 5}})
    assert_equal([each["ScheduledActionName"] for each in world.actions(PaginationConfig={"PageSize": 2})], ["a", "b", "c"])
    assert_equal([each["ScheduledActionName"] for each in world.actions(ScheduledActionNames=["c", "a"])], ["a", "c"])
    assert_equal(world.actions(ResourceId="endpoint/other/variant/blue"), [])

    world.scaling.put_scheduled_action(**VARIANT, ScheduledActionName="a", Schedule="rate(1 day)")
    updated = world.actions(ScheduledActionNames=["a"])[0]
    assert_equal((updated["Schedule"], updated["Timezone"], updated["ScalableTargetAction"], updated["ScheduledActionARN"]),
                 ("rate(1 day)", "Etc/GMT+9", {"MinCapacity": 4, "MaxCapacity": 5}, arn))
    assert "StartTime" not in updated and "EndTime" not in updated, "start and end times that are not given are deleted"

    world.scaling.delete_scheduled_action(**VARIANT, ScheduledActionName="a")
    assert_equal([each["ScheduledActionName"] for each in world.actions()], ["b", "c"])
    world.scaling.deregister_scalable_target(**VARIANT)
    assert_equal(world.actions(), [])


def test_a_suspension_holds_schedules():
    world = scaled()
    world.schedule("often", "rate(1 hour)", {"MinCapacity": 5})
    world.scaling.register_scalable_target(**VARIANT, SuspendedState={"ScheduledScalingSuspended": True})

    world.advance_to(hours=5)
    assert_equal(world.activities(), [])
    world.scaling.register_scalable_target(**VARIANT, SuspendedState={"ScheduledScalingSuspended": False})
    assert_equal(world.activities(), [])
    world.advance(3_600)

    assert_equal(len(world.runs()), 1)


def test_provisioned_concurrency_by_policy_and_by_schedule():
    """Requests of a second each, six a second: six at a time."""
    world = Scheduled()
    world.model()
    world.sagemaker.create_endpoint_config(EndpointConfigName="serverless", ProductionVariants=[
        {"VariantName": "blue", "ModelName": "m",
         "ServerlessConfig": {"MemorySizeInMB": 2048, "MaxConcurrency": 20, "ProvisionedConcurrency": 2}}])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="serverless")
    world.until()
    world.put("/_rollingdeploy/models/m/behavior", {"latencyMs": {"median": 1000, "p99": 1000}})
    world.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": 6})
    world.scaling.register_scalable_target(**CONCURRENCY, MinCapacity=1, MaxCapacity=12)
    world.scaling.put_scaling_policy(
        **CONCURRENCY, PolicyName="track", PolicyType="TargetTrackingScaling", TargetTrackingScalingPolicyConfiguration={
            "TargetValue": 0.7, "PredefinedMetricSpecification": {"PredefinedMetricType": "SageMakerVariantProvisionedConcurrencyUtilization"}})

    def provisioned():
        return world.describe()["ProductionVariants"][0]["CurrentServerlessConfig"]["ProvisionedConcurrency"]

    world.advance(600)
    assert_equal(provisioned(), 9)  # six of nine are two thirds
    world.schedule("peak", "at(2030-01-01T01:00:00)", {"MinCapacity": 11}, CONCURRENCY)
    world.advance_to(hours=1, minutes=5)

    assert_equal(provisioned(), 11)
    assert_equal(world.activities()[0]["StatusMessage"],
                 "Successfully set desired provisioned concurrency to 11. Change successfully fulfilled by sagemaker.")


def test_bad_input_changes_nothing():
    world = scaled()
    world.schedule("a", "rate(1 day)", {"MinCapacity": 3})
    before = world.everything()
    syntax = ("Schedule expressions must have the following syntax: rate(<number>\\s?(minutes?|hours?|days?)), cron(<cron_expression>) or "
              "at(yyyy-MM-dd'T'HH:mm:ss).")

    for schedule, more, message in (
            ("cron(0 25 * * ? *)", {}, "Invalid schedule expression. Details: Invalid value '25' for Hours. Its values are 0-23."),
            ("cron(0 8 * * ?)", {}, "Invalid schedule expression. Details: A cron expression must have six fields, but it has 5."),
            ("0 8 * * ? *", {}, f"Invalid schedule expression. Details: {syntax}"),
            ("at(2029-12-31T23:59:59)", {},
             "Invalid schedule expression. Details: The schedule at(2029-12-31T23:59:59) has no time in the future."),
            ("rate(1 day)", {"StartTime": START + timedelta(days=3), "EndTime": START + timedelta(days=2)},
             "StartTime must be earlier than EndTime"),
            ("rate(1 day)", {"EndTime": START}, "EndTime must be in the future"),
            ("rate(1 day)", {"Timezone": "Mars/Olympus"},
             "Invalid timezone: Mars/Olympus. Valid values are the canonical names of the IANA time zones, such as Etc/GMT+9 or Pacific/Tahiti.")):
        expect_error("ValidationException", message, lambda: world.schedule("a", schedule, {"MinCapacity": 4}, **more))
    missing = "service namespace: sagemaker, resource ID: endpoint/none/variant/blue, scalable dimension: sagemaker:variant:DesiredInstanceCount"
    elsewhere = {**VARIANT, "ResourceId": "endpoint/none/variant/blue"}
    expect_error("ObjectNotFoundException", f"No scalable target registered for {missing}",
                 lambda: world.schedule("a", "rate(1 day)", {"MinCapacity": 4}, elsewhere))
    expect_error("ObjectNotFoundException", f"No scheduled action found for {missing}, scheduled action name: a",
                 lambda: world.scaling.delete_scheduled_action(**elsewhere, ScheduledActionName="a"))

    assert_equal(world.everything(), before)


def test_the_cleanup_of_awss_samples():
    """
    AWS's scale-to-zero notebooks delete the policy of a component with the dimension of a variant, after its target, and expect
    ObjectNotFoundException.
    """
    world = Scheduled()
    misfit = {**COPIES, "ScalableDimension": "sagemaker:variant:DesiredInstanceCount"}
    where = "service namespace: sagemaker, resource ID: inference-component/c, scalable dimension: sagemaker:variant:DesiredInstanceCount"

    expect_error("ObjectNotFoundException", f"No scaling policy found for {where}, policy name: steps",
                 lambda: world.scaling.delete_scaling_policy(**misfit, PolicyName="steps"))
    expect_error("ObjectNotFoundException", f"No scalable target found for {where}",
                 lambda: world.scaling.deregister_scalable_target(**misfit))
    expect_error("ValidationException", "Unsupported service namespace, resource type or scalable dimension",
                 lambda: world.scaling.register_scalable_target(**misfit, MinCapacity=0, MaxCapacity=1))


def test_burstable_instances_are_not_scaled():
    world = Scheduled()
    world.model()
    world.sagemaker.create_endpoint_config(EndpointConfigName="small", ProductionVariants=[
        {"VariantName": "blue", "ModelName": "m", "InstanceType": "ml.t2.medium", "InitialInstanceCount": 1}])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="small")
    world.until()

    expect_error("ValidationException",
                 "You cannot register a variant with ml.t2.medium instance type as a scalable target. This is because the burstable "
                 "performance of these instances can lead to unpredictable behavior with Auto Scaling.",
                 lambda: world.scaling.register_scalable_target(**VARIANT, MinCapacity=1, MaxCapacity=2))
    assert_equal(world.scaling.describe_scalable_targets(ServiceNamespace="sagemaker")["ScalableTargets"], [])
