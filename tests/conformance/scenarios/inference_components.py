"""Inference components: rolling updates by copies, with alarms and rollback, room on the instances, and adapters."""

from rollingdeploy import IMAGE, ROLE, World, assert_equal, guarded, percent, rolling

TYPE = "ml.m5.large"  # 2 vCPU and 8 GiB
NO_ROOM = (
    "Not enough hardware resources on the instances for this endpoint to create a copy of the inference component. Please update "
    "resource requirements for this inference component, remove existing inference components, or increase the number of instances "
    "for this endpoint.")


def copies(value):
    return {"Type": "COPY_COUNT", "Value": value}


def runs(image=IMAGE, megabytes=1024, **more):
    """A specification whose copies take so much memory: eight gigabytes fit on an instance."""
    return {"Container": {"Image": image}, "ComputeResourceRequirements": {"MinMemoryRequiredInMb": megabytes}, **more}


class Components(World):
    """A world with an endpoint e that hosts inference components on its variant blue."""

    def hosting(self, instances=2, **variant):
        self.sagemaker.create_endpoint_config(EndpointConfigName="host", ExecutionRoleArn=ROLE, ProductionVariants=[
            {"VariantName": "blue", "InstanceType": TYPE, "InitialInstanceCount": instances, **variant}])
        self.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="host")
        self.until()
        return self

    def create(self, name="c", count=4, wait=True, **more):
        settings = {"InferenceComponentName": name, "EndpointName": "e", "VariantName": "blue", "Specification": runs(),
                    "RuntimeConfig": {"CopyCount": count}, **more}
        self.sagemaker.create_inference_component(**{key: value for key, value in settings.items() if value is not None})
        return self.wait(name) if wait else self

    def adapter(self, name="adapter", base="c", **more):
        specification = {"BaseInferenceComponentName": base, "Container": {"ArtifactUrl": "s3://bucket/adapter.tar.gz"}}
        return self.create(name, **{"VariantName": None, "RuntimeConfig": None, "Specification": specification, **more})

    def roll(self, deployment=None, **more):
        if deployment is not None:
            more["DeploymentConfig"] = deployment
        self.sagemaker.update_inference_component(
            InferenceComponentName="c", **{"Specification": runs("registry/new:2"), **more})

    def wait(self, name="c"):
        """Until nothing goes on with it."""
        self.advance(until={"inferenceComponent": name, "status": "InService"})
        return self

    def shown(self, name="c"):
        answer = self.sagemaker.describe_inference_component(InferenceComponentName=name)
        del answer["ResponseMetadata"]
        return answer

    def status(self, name="c"):
        return self.shown(name)["InferenceComponentStatus"]

    def image(self):
        return self.shown()["Specification"]["Container"]["DeployedImage"]["SpecifiedImage"]

    def counts(self):
        config = self.shown()["RuntimeConfig"]
        return config["DesiredCopyCount"], config["CurrentCopyCount"]

    def instances(self):
        """How many instances serve on the variant, and how many it is to have."""
        variant = self.describe()["ProductionVariants"][0]
        return variant["CurrentInstanceCount"], variant["DesiredInstanceCount"]

    def rollouts(self, name="c"):
        route = f"/_rollingdeploy/inference-components/{name}/deployments"
        return [self.get(f"{route}/{deployment['id']}") for deployment in self.get(route)]

    def state(self):
        listed = self.aws("/sagemaker/ListInferenceComponents", {"MaxResults": 100})["InferenceComponents"]
        names = [each["InferenceComponentName"] for each in listed]
        described = [self.aws("/sagemaker/DescribeInferenceComponent", {"InferenceComponentName": name}) for name in names]
        return {**super().state(), "components": [listed, described, [self.rollouts(name) for name in names]]}


def test_a_rolling_update_by_copies():
    """Each batch of two copies comes up, bakes five minutes, and two old ones go; the endpoint stays in service."""
    world = Components().hosting().create()
    world.alarm()
    deployment = guarded(
        rolling(copies(2), 300, MaximumExecutionTimeoutInSeconds=3600, RollbackMaximumBatchSize=copies(1)), "errors")
    assert "LastDeploymentConfig" not in world.shown()

    world.roll(deployment)
    assert_equal((world.status(), world.describe()["EndpointStatus"]), ("Updating", "InService"))
    world.advance(10)
    assert_equal((world.image(), world.counts()), (IMAGE, (4, 6)))
    world.wait()

    assert_equal(world.rollouts()[0]["plan"],
                 "launch 2 | shift 2 | bake 300s | retire 2 | launch 2 | shift 2 | bake 300s | retire 2")
    assert_equal((world.status(), world.image(), world.counts()), ("InService", "registry/new:2", (4, 4)))
    assert_equal(world.shown()["LastDeploymentConfig"], deployment)
    assert "FailureReason" not in world.shown()


def test_an_alarm_brings_the_old_copies_back():
    """In the bake of the second batch the metric rises; the alarm fires at the full minute and the copies go back in batches."""
    world = Components().hosting().create()
    world.alarm()
    world.roll(guarded(rolling(percent(25), 300, RollbackMaximumBatchSize=copies(2)), "errors"))
    world.advance(400)

    world.report()
    world.wait()

    assert_equal((world.status(), world.image(), world.counts()), ("InService", IMAGE, (4, 4)))
    assert_equal(world.shown()["FailureReason"],
                 "Inference component update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors.")
    rollout = world.rollouts()[0]
    assert_equal((rollout["status"], rollout["trigger"]), ("rolledBack", "updateInferenceComponent"))
    assert_equal(rollout["rollback"], "shift -1 | retire 1 new | launch 1 old | shift -1 | retire 1 new")
    assert_equal(world.describe()["EndpointStatus"], "InService")
    assert "FailureReason" not in world.describe()


def test_a_rollback_in_batches():
    """By hand this time: three old copies are missing, and come back two at a time."""
    world = Components().hosting().create(count=6)
    world.alarm()
    world.roll(guarded(rolling(copies(3), 300, RollbackMaximumBatchSize=copies(2)), "errors"))
    world.advance(350)

    world.trip()
    world.wait()

    assert_equal(world.rollouts()[0]["rollback"],
                 "shift -3 | retire 3 new | launch 2 old | shift -2 | retire 2 new | launch 1 old | shift -1 | retire 1 new")
    assert_equal((world.image(), world.counts()), (IMAGE, (6, 6)))


def test_a_failure_reason_outlives_the_next_success():
    """Unlike an endpoint's."""
    world = Components().hosting().create()
    world.alarm()
    world.roll(guarded(rolling(copies(2), 60), "errors"))
    world.advance(20)
    world.trip()
    world.wait()

    world.roll()
    world.wait()

    assert_equal(world.rollouts()[0]["plan"], "launch 4 | shift 4 | retire 4")
    assert_equal(world.image(), "registry/new:2")
    assert "errors" in world.shown()["FailureReason"]


def test_no_room():
    """A creation fails, an update goes back, and removing another component makes room."""
    world = Components().hosting().create("big", 2, Specification=runs(megabytes=6144))

    world.create(count=3, Specification=runs(megabytes=2048))
    assert_equal((world.status(), world.shown()["FailureReason"], world.counts()), ("Failed", NO_ROOM, (3, 0)))
    world.sagemaker.delete_inference_component(InferenceComponentName="c")
    world.create(count=2, Specification=runs(megabytes=2048))
    world.roll(rolling(copies(1), 0), Specification=runs("registry/new:2", 2048))
    world.wait()
    assert_equal((world.status(), world.shown()["FailureReason"], world.image()), ("InService", NO_ROOM, IMAGE))

    world.sagemaker.delete_inference_component(InferenceComponentName="big")
    world.advance(10)
    world.roll(rolling(copies(1), 0), Specification=runs("registry/new:2", 2048))
    world.wait()
    assert_equal((world.image(), world.counts()), ("registry/new:2", (2, 2)))


def test_managed_instance_scaling():
    """Where copies have no room an instance is added first, up to the maximum; the endpoint stays in service."""
    world = Components().hosting(1, ManagedInstanceScaling={"Status": "ENABLED", "MinInstanceCount": 1, "MaxInstanceCount": 3})
    world.create(count=3, wait=False, Specification=runs(megabytes=4096))
    assert_equal(world.instances(), (1, 2))
    world.wait()
    assert_equal((world.now, world.counts()), (15, (3, 3)))

    world.roll(rolling(copies(1), 60), Specification=runs("registry/new:2", 8192))
    world.advance(10)
    assert_equal(world.instances(), (3, 3))
    world.wait()

    assert_equal((world.status(), world.shown()["FailureReason"], world.image()), ("InService", NO_ROOM, IMAGE))
    assert_equal((world.describe()["EndpointStatus"], world.instances()), ("InService", (3, 3)))
    world.advance(601)
    assert_equal(world.instances(), (2, 2))


def test_managed_instance_scaling_inwards():
    """Instances without a copy go ten minutes after copies have gone; all of them with the last component."""
    world = Components().hosting(1, ManagedInstanceScaling={"Status": "ENABLED", "MinInstanceCount": 0, "MaxInstanceCount": 4})
    world.create(count=4, Specification=runs(megabytes=8192))
    assert_equal(world.instances(), (4, 4))

    world.sagemaker.update_inference_component_runtime_config(InferenceComponentName="c", DesiredRuntimeConfig={"CopyCount": 1})
    world.wait()
    world.advance(598)
    assert_equal((world.counts(), world.instances(), world.describe()["EndpointStatus"]), ((1, 1), (4, 4), "InService"))
    world.advance(5)
    assert_equal(world.instances(), (1, 1))
    world.sagemaker.delete_inference_component(InferenceComponentName="c")
    world.advance(610)

    assert_equal(world.instances(), (0, 0))
    world.create(count=1)
    assert_equal((world.status(), world.instances()), ("InService", (1, 1)))


def test_consolidation():
    """That strategy waits for its cooldown, and takes no more than its step at a time."""
    world = Components().hosting(1, ManagedInstanceScaling={
        "Status": "ENABLED", "MinInstanceCount": 1, "MaxInstanceCount": 4,
        "ScaleInPolicy": {"Strategy": "CONSOLIDATION", "MaximumStepSize": 2, "CooldownInMinutes": 5}})
    world.create(count=4, Specification=runs(megabytes=8192))

    world.sagemaker.update_inference_component_runtime_config(InferenceComponentName="c", DesiredRuntimeConfig={"CopyCount": 1})
    world.wait()
    seen = []
    for _ in range(3):
        seen.append(world.instances())
        world.advance(301)

    assert_equal(seen, [(4, 4), (2, 2), (1, 1)])


def test_scaling():
    """To more, to none, back, and with UpdateInferenceComponent; no guardrails, and the copies that stay are not touched."""
    world = Components().hosting().create(count=2)

    def scale(count):
        world.sagemaker.update_inference_component_runtime_config(
            InferenceComponentName="c", DesiredRuntimeConfig={"CopyCount": count})

    scale(5)
    assert_equal((world.status(), world.counts()), ("Updating", (5, 2)))
    world.wait()
    scale(0)
    world.wait()
    assert_equal(world.counts(), (0, 0))
    scale(3)
    world.wait()
    world.sagemaker.update_inference_component(InferenceComponentName="c", RuntimeConfig={"CopyCount": 4})
    world.wait()

    assert_equal(world.counts(), (4, 4))
    assert_equal([rollout["plan"] for rollout in world.rollouts()],
                 ["launch 1 old", "launch 3 old", "retire 5", "launch 3 old", "launch 2"])
    assert "LastDeploymentConfig" not in world.shown()


def test_adapters():
    """An adapter lives with its base: no copies of its own, no updates, and the base cannot go before it."""
    world = Components().hosting().create().adapter()
    arn = world.arn("inference-component", "adapter")
    shown = world.shown("adapter")
    assert_equal((shown["InferenceComponentStatus"], shown["VariantName"]), ("InService", "blue"))
    assert_equal(shown["Specification"], {
        "BaseInferenceComponentName": "c", "Container": {"ArtifactUrl": "s3://bucket/adapter.tar.gz"},
        "ComputeResourceRequirements": world.shown()["Specification"]["ComputeResourceRequirements"]})
    world.refuses("ValidationException", "VariantName cannot be specified with BaseInferenceComponentName.",
                  lambda: world.adapter("named", VariantName="blue"))
    assert not [key for key in world.describe()["ProductionVariants"][0] if key.endswith("Weight")]
    assert "RuntimeConfig" not in shown

    not_supported = f'Update operation is not supported for adapter inference component "{arn}".'
    world.refuses("ValidationException", not_supported, lambda: world.sagemaker.update_inference_component(
        InferenceComponentName="adapter", RuntimeConfig={"CopyCount": 2}))
    world.refuses("ValidationException", not_supported, lambda: world.sagemaker.update_inference_component_runtime_config(
        InferenceComponentName="adapter", DesiredRuntimeConfig={"CopyCount": 2}))
    world.refuses(
        "ValidationException",
        f'Cannot delete inference component "{world.arn("inference-component", "c")}": it is a base inference component for one or '
        "more associated adapter inference components.",
        lambda: world.sagemaker.delete_inference_component(InferenceComponentName="c"))
    world.refuses(
        "ValidationException", f'Could not find inference component "{world.arn("inference-component", "none")}".',
        lambda: world.adapter("new", base="none"))
    world.refuses(
        "ValidationException",
        f'Inference component "{arn}" is not a base inference component on that variant of endpoint "{world.arn("endpoint", "e")}".',
        lambda: world.adapter("new", base="adapter"))
    world.refuses(
        "ValidationException",
        "ModelName, ComputeResourceRequirements, Specifications and RuntimeConfig cannot be specified with BaseInferenceComponentName.",
        lambda: world.adapter("new", RuntimeConfig={"CopyCount": 1}))

    for name in ("adapter", "c"):
        world.sagemaker.delete_inference_component(InferenceComponentName=name)
        world.advance(5)
    assert_equal(world.sagemaker.list_inference_components()["InferenceComponents"], [])


def test_lists_and_tags():
    """Filters hold together, pages meet, tags are there from the beginning."""
    world = Components().hosting()
    for name in ("a-0", "a-1", "b-2"):
        world.create(name, 1, Tags=[{"Key": "name", "Value": name}])
    world.sagemaker.update_inference_component_runtime_config(InferenceComponentName="a-1", DesiredRuntimeConfig={"CopyCount": 2})

    def names(**filters):
        pages = world.sagemaker.get_paginator("list_inference_components").paginate(PaginationConfig={"PageSize": 2}, **filters)
        return [row["InferenceComponentName"] for page in pages for row in page["InferenceComponents"]]

    assert_equal(names(), ["b-2", "a-1", "a-0"])
    assert_equal(names(SortBy="Name", SortOrder="Ascending"), ["a-0", "a-1", "b-2"])
    assert_equal(names(NameContains="a-", EndpointNameEquals="e"), ["a-1", "a-0"])
    assert_equal(names(StatusEquals="Updating"), ["a-1"])
    assert_equal(names(VariantNameEquals="red"), [])
    tags = world.sagemaker.list_tags(ResourceArn=world.arn("inference-component", "a-0"))["Tags"]
    assert_equal(tags, [{"Key": "name", "Value": "a-0"}])


def test_a_model_and_the_end_of_the_endpoint():
    """A component of a model instead of a container; the endpoint can go once its components have gone."""
    world = Components()
    world.model()
    world.hosting().create(Specification={"ModelName": "m", "ComputeResourceRequirements": {
        "NumberOfCpuCoresRequired": 0.5, "MinMemoryRequiredInMb": 512}})
    assert_equal(world.shown()["Specification"]["ModelName"], "m")

    world.sagemaker.delete_inference_component(InferenceComponentName="c")
    world.advance(5)
    world.sagemaker.delete_endpoint(EndpointName="e")
    world.advance(5)

    assert_equal(world.sagemaker.list_endpoints()["Endpoints"], [])
