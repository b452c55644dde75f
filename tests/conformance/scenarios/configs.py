"""What CreateEndpointConfig and CreateModel refuse, and what they give back."""

from rollingdeploy import IMAGE, ROLE, World, assert_equal, detected

SERVERLESS = {"VariantName": "v", "ModelName": "m", "ServerlessConfig": {"MemorySizeInMB": 2048, "MaxConcurrency": 5}}
USUAL = {"VariantName": "v", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}


def refused(world, message, *variants, **more):
    world.refuses("ValidationException", message, lambda: world.careless.create_endpoint_config(
        EndpointConfigName="c", ProductionVariants=list(variants), **more))


def test_hardware_that_does_not_fit():
    world = World()
    world.model()

    neither = "Variant v: InstanceType and InitialInstanceCount, or ServerlessConfig, must be specified."
    refused(world, neither, {"VariantName": "v", "ModelName": "m"})
    refused(world, neither, {**USUAL, "InitialInstanceCount": None})
    refused(world, "Variant v: InstanceType and InitialInstanceCount cannot be specified with ServerlessConfig.", {**USUAL, **SERVERLESS})
    refused(world, detected(("'m5.large'", "productionVariants.1.member.instanceType",
                             r"Member must satisfy regular expression pattern: ml\.[a-z0-9\-]+\.[a-z0-9\-]+")),
            {**USUAL, "InstanceType": "m5.large"})
    refused(world, detected(("'0'", "productionVariants.1.member.initialInstanceCount",
                             "Member must have value greater than or equal to 1")), {**USUAL, "InitialInstanceCount": 0})


def test_serverless():
    world = World()
    world.model()
    world.sagemaker.create_model(ModelName="isolated", PrimaryContainer={"Image": IMAGE}, EnableNetworkIsolation=True)
    world.sagemaker.create_model(ModelName="source", PrimaryContainer={"Image": IMAGE, "ModelDataSource": {"S3DataSource": {
        "S3Uri": "s3://bucket/model", "S3DataType": "S3Prefix", "CompressionType": "None"}}})
    isolation = "The network isolation is not supported for serverless endpoint"

    refused(world, isolation, SERVERLESS, EnableNetworkIsolation=True)
    refused(world, isolation, {**SERVERLESS, "ModelName": "isolated"})
    refused(world, "Model with containers that use ModelDataSource is not supported for serverless endpoints.",
            {**SERVERLESS, "ModelName": "source"})
    refused(world, "Only one production variant can be specified for a serverless endpoint.", SERVERLESS, {**SERVERLESS, "VariantName": "w"})
    world.sagemaker.create_endpoint_config(EndpointConfigName="c", ProductionVariants=[SERVERLESS])
    assert_equal(world.sagemaker.describe_endpoint_config(EndpointConfigName="c")["ProductionVariants"],
                 [{**SERVERLESS, "InitialVariantWeight": 1.0}])


def test_managed_scaling_and_inference_components():
    world = World()
    world.model()
    scaling = {"ManagedInstanceScaling": {"Status": "ENABLED", "MinInstanceCount": 1, "MaxInstanceCount": 2}}
    bare = {key: value for key, value in USUAL.items() if key != "ModelName"}

    refused(world, "ManagedInstanceScaling is only supported for inference component endpoints.", {**USUAL, **scaling})
    refused(world, "Variant v has no ModelName. ExecutionRoleArn must be specified for endpoints that host inference components.", bare)
    world.sagemaker.create_endpoint_config(EndpointConfigName="c", ExecutionRoleArn=ROLE, ProductionVariants=[{**bare, **scaling}])


def test_shadows():
    world = World()
    world.model()
    message = "Exactly one production variant and one shadow production variant must be specified."
    shadow = {**USUAL, "VariantName": "s"}

    refused(world, message, USUAL, ShadowProductionVariants=[shadow, {**shadow, "VariantName": "t"}])
    refused(world, message, USUAL, {**USUAL, "VariantName": "w"}, ShadowProductionVariants=[shadow])
    refused(world, f'Could not find model "{world.arn("model", "none-such")}".', USUAL,
            ShadowProductionVariants=[{**shadow, "ModelName": "None-Such"}])
    world.sagemaker.create_endpoint_config(EndpointConfigName="c", ProductionVariants=[USUAL], ShadowProductionVariants=[shadow])


def test_models_bought_on_marketplace():
    """They bring their environment along; a package of one's own registry takes one."""
    world = World()
    bought = f"arn:aws:sagemaker:{world.region}:865070037744:model-package/bought"

    def create(package):
        return world.sagemaker.create_model(
            ModelName="m", PrimaryContainer={"ModelPackageName": package, "Environment": {"A": "1"}}, ExecutionRoleArn=ROLE)

    world.refuses("ValidationException", "Environment variable map cannot be specified when using a ModelPackage subscribed from AWS "
                  "Marketplace.", lambda: create(bought))
    create(f"arn:aws:sagemaker:{world.region}:{world.account}:model-package/own/1")


def test_constraints_of_a_model():
    world = World()

    world.refuses("ValidationException", detected(
        ("'not_a_name'", "modelName", r"Member must satisfy regular expression pattern: ^[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?"),
        ("'x'", "executionRoleArn", "Member must have length greater than or equal to 20"),
        ("'x'", "executionRoleArn",
         r"Member must satisfy regular expression pattern: arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")),
        lambda: world.careless.create_model(ModelName="not_a_name", ExecutionRoleArn="x", PrimaryContainer={"Image": IMAGE}))
