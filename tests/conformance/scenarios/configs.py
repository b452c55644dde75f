"""What CreateEndpointConfig refuses, and what it gives back."""

from rollingdeploy import IMAGE, ROLE, World, assert_equal, detected

SERVERLESS = {"VariantName": "v", "ModelName": "m", "ServerlessConfig": {"MemorySizeInMB": 2048, "MaxConcurrency": 5}}
USUAL = {"VariantName": "v", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}


def refused(world, message, *variants, **more):
    world.refuses("ValidationException", message, lambda: world.careless.create_endpoint_config(
        EndpointConfigName="c", ProductionVariants=list(variants), **more))


def sized(**sizes):
    return {**SERVERLESS, "ServerlessConfig": {**SERVERLESS["ServerlessConfig"], **sizes}}


def test_hardware_that_does_not_fit():
    world = World()
    world.model()

    neither = "Variant v: InstanceType and InitialInstanceCount, or ServerlessConfig, must be specified."
    refused(world, neither, {"VariantName": "v", "ModelName": "m"})
    refused(world, neither, {**USUAL, "InitialInstanceCount": None})
    refused(world, "Variant v: InstanceType and InitialInstanceCount cannot be specified with ServerlessConfig.", {**USUAL, **SERVERLESS})
    refused(world, "Variant v: only one of InstanceType and InstancePools can be specified.",
            {**USUAL, "InstancePools": [{"InstanceType": "ml.m5.large", "Priority": 1}]})
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
    refused(world, "Only one production variant can be specified for a serverless endpoint.", SERVERLESS, {**USUAL, "VariantName": "w"})
    refused(world, "Only one production variant can be specified for a serverless endpoint.", USUAL,
            ShadowProductionVariants=[{**SERVERLESS, "VariantName": "s"}])
    refused(world, "Variant v: MemorySizeInMB must be 1024, 2048, 3072, 4096, 5120 or 6144.", sized(MemorySizeInMB=1500))
    refused(world, detected(("'7168'", "productionVariants.1.member.serverlessConfig.memorySizeInMB",
                             "Member must have value less than or equal to 6144")), sized(MemorySizeInMB=7168))
    refused(world, "Variant v: ProvisionedConcurrency must be less than or equal to MaxConcurrency.", sized(ProvisionedConcurrency=6))
    world.sagemaker.create_endpoint_config(EndpointConfigName="c", ProductionVariants=[SERVERLESS])
    assert_equal(world.sagemaker.describe_endpoint_config(EndpointConfigName="c")["ProductionVariants"],
                 [{**SERVERLESS, "InitialVariantWeight": 1.0}])


def test_the_memory_quota_of_serverless_variants():
    """Both where it is asked for and, when the quota was lowered meanwhile, where it is deployed."""
    world = World()
    world.model()
    world.sagemaker.create_endpoint_config(EndpointConfigName="big", ProductionVariants=[sized(MemorySizeInMB=6144)])
    world.sagemaker.create_endpoint_config(EndpointConfigName="small", ProductionVariants=[sized(MemorySizeInMB=3072)])
    world.put("/_rollingdeploy/quotas/serverless-memory", {"limit": 3072})
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="small")
    world.until()
    message = ("The account-level service limit 'Memory size in MB per serverless endpoint' is 3072 MBs, with current utilization of 0 MBs "
               "and a request delta of 6144 MBs. Please use AWS Service Quotas to request an increase for this quota. If AWS Service "
               "Quotas is not available, contact AWS support to request an increase for this quota.")

    for call in (
            lambda: world.sagemaker.create_endpoint_config(EndpointConfigName="c", ProductionVariants=[sized(MemorySizeInMB=6144)]),
            lambda: world.sagemaker.create_endpoint(EndpointName="f", EndpointConfigName="big"),
            lambda: world.update(config="big")):
        world.refuses("ResourceLimitExceeded", message, call)


def test_weights_of_zero():
    """They are taken, even when no variant has another."""
    world = World()
    world.model()
    idle = [{**USUAL, "VariantName": name, "InitialVariantWeight": 0} for name in "vw"]

    world.sagemaker.create_endpoint_config(EndpointConfigName="c", ProductionVariants=idle)

    assert_equal(world.sagemaker.describe_endpoint_config(EndpointConfigName="c")["ProductionVariants"], idle)


def test_managed_scaling_and_inference_components():
    world = World()
    world.model()
    scaling = {"ManagedInstanceScaling": {"Status": "ENABLED", "MinInstanceCount": 1, "MaxInstanceCount": 2}}
    bare = {key: value for key, value in USUAL.items() if key != "ModelName"}

    refused(world, "ManagedInstanceScaling is only supported for inference component endpoints.", {**USUAL, **scaling})
    given = "ManagedInstanceScaling is not supported with the given EndpointConfig setup."
    refused(world, given, {**bare, **scaling}, ExecutionRoleArn=ROLE,
            AsyncInferenceConfig={"OutputConfig": {"S3OutputPath": "s3://bucket/out"}})
    refused(world, given, {"VariantName": "v", "ServerlessConfig": SERVERLESS["ServerlessConfig"], **scaling}, ExecutionRoleArn=ROLE)
    refused(world, given, {**bare, **scaling}, ExecutionRoleArn=ROLE, ShadowProductionVariants=[{**USUAL, "VariantName": "s"}])
    refused(world, "Variant v has no ModelName. ExecutionRoleArn must be specified for endpoints that host inference components.", bare)
    world.sagemaker.create_endpoint_config(EndpointConfigName="c", ExecutionRoleArn=ROLE, ProductionVariants=[{**bare, **scaling}])


def test_shadows():
    world = World()
    world.model()
    message = "Exactly one production variant and one shadow production variant must be specified."
    shadow = {**USUAL, "VariantName": "s"}

    refused(world, message, USUAL, ShadowProductionVariants=[shadow, {**shadow, "VariantName": "t"}])
    refused(world, message, USUAL, {**USUAL, "VariantName": "w"}, ShadowProductionVariants=[shadow])
    refused(world, "Duplicate variant names are not allowed: v", USUAL, ShadowProductionVariants=[USUAL])
    refused(world, f'Could not find model "{world.arn("model", "none-such")}".', USUAL,
            ShadowProductionVariants=[{**shadow, "ModelName": "None-Such"}])
    world.sagemaker.create_endpoint_config(EndpointConfigName="c", ProductionVariants=[USUAL], ShadowProductionVariants=[shadow])


def test_constraints_of_a_model():
    world = World()

    world.refuses("ValidationException", detected(
        ("'not_a_name'", "modelName", r"Member must satisfy regular expression pattern: ^[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?"),
        ("'x'", "executionRoleArn", "Member must have length greater than or equal to 20"),
        ("'x'", "executionRoleArn",
         r"Member must satisfy regular expression pattern: arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")),
        lambda: world.careless.create_model(ModelName="not_a_name", ExecutionRoleArn="x", PrimaryContainer={"Image": IMAGE}))
