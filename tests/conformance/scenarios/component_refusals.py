"""What the calls for inference components refuse, each with its text."""

from inference_components import Components, TYPE, copies, runs
from rollingdeploy import ROLE, assert_equal, guarded, percent, rolling

NOT_SUPPORTED = (
    "Inference Components are not supported in this Endpoint. Please make sure this endpoint can deploy inference components.")
TOO_MANY = "The account-level service limit 'Copies per inference component' is 10000 Copies, with a request of 10001 Copies."
BATCH_SIZE = "Invalid RollingUpdatePolicy: MaximumBatchSize must be between 5% and 50% of the inference component's copy count."


def test_refused_creations():
    """Each with its text, and nothing has changed."""
    world = Components().hosting().create()
    world.model()
    world.config("plain", 1)
    world.sagemaker.create_endpoint(EndpointName="plain", EndpointConfigName="plain")
    world.advance(10)

    def refused(message, **more):
        world.refuses("ValidationException", message, lambda: world.create("new", wait=False, **more))

    world.refuses(
        "ValidationException",
        f'Cannot create already existing inference component "{world.arn("inference-component", "c")}".',
        lambda: world.create("C", wait=False))
    refused(f'Could not find endpoint "{world.arn("endpoint", "none")}".', EndpointName="none")
    refused(NOT_SUPPORTED, EndpointName="plain", VariantName="blue")
    refused("VariantName must be specified for the inference component.", VariantName=None)
    refused('The variant name(s) "red" is/are not present within endpoint configuration "host".', VariantName="red")
    refused("Either Specification or Specifications must be specified.", Specification=None)
    refused("Only one of Specification and Specifications can be specified.", Specifications=[runs()])
    refused("Inference components copy count an integer larger than 0", RuntimeConfig={"CopyCount": 0})
    refused("Either ModelName or Container with an Image must be specified for the inference component.",
            Specification={"ComputeResourceRequirements": {"MinMemoryRequiredInMb": 128}})
    refused("ComputeResourceRequirements must be specified for the inference component.", Specification={"ModelName": "m"})
    refused("MaxMemoryRequiredInMb must be greater than or equal to MinMemoryRequiredInMb.", Specification={
        "ModelName": "m", "ComputeResourceRequirements": {"MinMemoryRequiredInMb": 1024, "MaxMemoryRequiredInMb": 512}})
    refused("Each of several Specifications must specify an InstanceType of its own.",
            Specification=None, Specifications=[runs(InstanceType=TYPE), runs()])
    refused(f"Specifications must include one for the variant's instance type {TYPE}.",
            Specification=None, Specifications=[runs(InstanceType="ml.m5.xlarge"), runs(InstanceType="ml.m5.2xlarge")])
    refused(f'Could not find model "{world.arn("model", "none")}".', Specification={
        "ModelName": "none", "ComputeResourceRequirements": {"MinMemoryRequiredInMb": 128}})

    world.refuses(
        "ResourceLimitExceeded", TOO_MANY, lambda: world.create("new", wait=False, RuntimeConfig={"CopyCount": 10001}))
    world.sagemaker.create_endpoint(EndpointName="young", EndpointConfigName="host")
    refused(f'Cannot update in-progress endpoint "{world.arn("endpoint", "young")}".', EndpointName="young")


def test_refused_changes():
    """In every status, and of every member; each with its text, and nothing has changed."""
    world = Components().hosting().create().create("broken", 1, Specification=runs(megabytes=9000))
    sagemaker = world.sagemaker

    def arn(name):
        return world.arn("inference-component", name)

    def refused(message, call, code="ValidationException"):
        world.refuses(code, message, call)

    def update(name="c", **more):
        return lambda: sagemaker.update_inference_component(InferenceComponentName=name, **{"Specification": runs(), **more})

    def scale(name, count):
        return lambda: sagemaker.update_inference_component_runtime_config(
            InferenceComponentName=name, DesiredRuntimeConfig={"CopyCount": count})

    none = f'Could not find inference component "{arn("none")}".'
    refused(none, update("None"))
    refused(none, lambda: sagemaker.describe_inference_component(InferenceComponentName="None"))
    refused(none, lambda: sagemaker.delete_inference_component(InferenceComponentName="None"))
    refused(none, scale("None", 1))
    refused("At least one of Specification, Specifications and RuntimeConfig must be specified.",
            lambda: sagemaker.update_inference_component(InferenceComponentName="c", DeploymentConfig=rolling(copies(1), 0)))
    refused("Only one of Specification and Specifications can be specified.", update(Specifications=[runs()]))
    refused("BaseInferenceComponentName can only be specified when an adapter is created.",
            update(Specification=runs(BaseInferenceComponentName="broken")))
    refused("Could not find CloudWatch alarm(s): [gone].", update(DeploymentConfig=guarded(rolling(copies(1), 0), "gone")))
    for size in (copies(3), percent(4), percent(51)):
        refused(BATCH_SIZE, update(DeploymentConfig=rolling(size, 0)))
    refused(BATCH_SIZE, update(DeploymentConfig=rolling(copies(2), 0), RuntimeConfig={"CopyCount": 2}))
    refused(TOO_MANY, update(RuntimeConfig={"CopyCount": 10001}), "ResourceLimitExceeded")
    refused(TOO_MANY, scale("c", 10001), "ResourceLimitExceeded")
    for change in (update("broken"), scale("broken", 1)):
        refused(f'Cannot update inference component "{arn("broken")}" with status Failed.', change)
    refused("Cannot delete endpoint with inference component associated. Please delete inference component and try it again.",
            lambda: sagemaker.delete_endpoint(EndpointName="e"))

    world.create("young", 1, wait=False)
    for change in (update("young"), scale("young", 2), lambda: sagemaker.delete_inference_component(InferenceComponentName="young")):
        refused(f'Cannot update in-progress inference component "{arn("young")}".', change)
    world.wait("young")

    busy = f'Cannot update in-progress inference component "{arn("c")}".'
    world.roll(rolling(copies(1), 60))
    refused(busy, update())
    refused(busy, lambda: sagemaker.delete_inference_component(InferenceComponentName="c"))
    refused(busy, scale("c", 1))
    world.wait()
    sagemaker.delete_inference_component(InferenceComponentName="c")
    assert_equal(world.status(), "Deleting")
    refused(f'Cannot delete inference component "{arn("c")}" with status DELETE_IN_PROGRESS.',
            lambda: sagemaker.delete_inference_component(InferenceComponentName="c"))
    refused(busy, update())


def test_an_update_that_takes_the_instances_away():
    """The endpoint may get another configuration, but not one without the variant that hosts components."""
    world = Components().hosting().create()
    world.model()
    world.config("modelled", blue=2)
    world.sagemaker.create_endpoint_config(EndpointConfigName="renamed", ExecutionRoleArn=ROLE, ProductionVariants=[
        {"VariantName": "red", "InstanceType": TYPE, "InitialInstanceCount": 2}])

    for config in ("modelled", "renamed"):
        world.refuses(
            "ValidationException", 'Cannot remove or replace variant "blue" with inference component associated. Please delete '
            "inference component and try it again.", lambda config=config: world.update(config=config))
