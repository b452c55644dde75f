"""What SageMaker refuses: AWS's code and text, HTTP 400, and a world that is as it was."""

from rollingdeploy import World, all_at_once, assert_equal, blue_green, canary, count, detected, guarded, linear, percent, rolling

BATCH = "Invalid RollingUpdatePolicy: MaximumBatchSize must be between 5% and 50% of the variant's total instance count."
CANARY = "Invalid BlueGreenUpdatePolicy: CanarySize must be less than or equal to 50% of the variant's total instance count."
STEP = "Invalid BlueGreenUpdatePolicy: LinearStepSize must be between 10% and 50% of the variant's total instance count."
BOTH = "Only one of BlueGreenUpdatePolicy and RollingUpdatePolicy can be specified in DeploymentConfig."
UPDATE = "deploymentConfig.rollingUpdatePolicy"


def refused(world, message, call):
    world.refuses("ValidationException", message, call)


def test_unknown_models():
    world = World().endpoint()
    message = f'Could not find model "{world.arn("model", "none-such")}".'

    refused(world, message, lambda: world.sagemaker.describe_model(ModelName="None-Such"))
    refused(world, message, lambda: world.sagemaker.delete_model(ModelName="None-Such"))
    refused(world, message, lambda: world.config("c", model="None-Such"))


def test_unknown_configs():
    world = World().endpoint()
    sagemaker = world.sagemaker
    message = f'Could not find endpoint configuration "{world.arn("endpoint-config", "none-such")}".'

    refused(world, message, lambda: sagemaker.describe_endpoint_config(EndpointConfigName="None-Such"))
    refused(world, message, lambda: sagemaker.delete_endpoint_config(EndpointConfigName="None-Such"))
    refused(world, message, lambda: sagemaker.create_endpoint(EndpointName="f", EndpointConfigName="None-Such"))
    refused(world, message, lambda: world.update(config="None-Such"))


def test_unknown_endpoints():
    world = World().endpoint()
    message = f'Could not find endpoint "{world.arn("endpoint", "none-such")}".'

    refused(world, message, lambda: world.sagemaker.describe_endpoint(EndpointName="None-Such"))
    refused(world, message, lambda: world.sagemaker.delete_endpoint(EndpointName="None-Such"))
    refused(world, message, lambda: world.update(endpoint="None-Such"))


def test_in_an_empty_world():
    """Nothing was ever written here, and a refusal does not begin anything."""
    world = World()
    arn = world.arn("endpoint", "e")

    refused(world, f'Could not find endpoint "{arn}".', lambda: world.sagemaker.delete_endpoint(EndpointName="e"))
    refused(world, f'Could not find endpoint "{arn}".', world.update)


def test_a_live_config_that_was_deleted():
    """AWS looks up the configuration in use, too, and names it."""
    world = World().endpoint()
    world.sagemaker.delete_endpoint_config(EndpointConfigName="old")

    refused(world, f'Could not find endpoint configuration "{world.arn("endpoint-config", "old")}".', world.update)


def test_names_that_are_taken():
    """Whatever their case."""
    world = World().endpoint()

    refused(world, f'Cannot create already existing model "{world.arn("model", "m")}".', lambda: world.model("M"))
    refused(world, f'Cannot create already existing endpoint configuration "{world.arn("endpoint-config", "old")}".',
            lambda: world.config("OLD"))
    refused(world, f'Cannot create already existing endpoint "{world.arn("endpoint", "e")}".',
            lambda: world.sagemaker.create_endpoint(EndpointName="E", EndpointConfigName="old"))


def busy(world):
    """While an endpoint changes, nothing else may change it; reading goes on."""
    arn = world.arn("endpoint", "e")
    message = f'Cannot update in-progress endpoint "{arn}".'
    refused(world, message, lambda: world.sagemaker.delete_endpoint(EndpointName="e"))
    refused(world, message, world.update)
    refused(world, f'Cannot create already existing endpoint "{arn}".',
            lambda: world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old"))
    assert world.sagemaker.list_endpoints()["Endpoints"]


def test_while_it_is_created():
    world = World()
    world.model()
    world.config("old")
    world.config("new")
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    busy(world)


def test_while_it_is_updated():
    world = World().endpoint()
    world.update(rolling(count(1)))
    busy(world)
    world.advance(100)
    busy(world)


def test_while_it_rolls_back():
    world = World().endpoint()
    world.alarm()
    world.update(guarded(rolling(count(1)), "errors"))
    world.advance(100)
    world.trip()
    world.next_event()
    busy(world)


def test_while_it_is_deleted():
    world = World().endpoint()
    world.sagemaker.delete_endpoint(EndpointName="e")
    busy(world)


def sizes(message, sized, *instances_and_sizes):
    """Each of these sizes is out of range for a fleet of so many instances."""
    for instances, size in instances_and_sizes:
        world = World().endpoint(instances=instances)
        refused(world, message, lambda world=world, size=size: world.update(sized(size)))


def test_batches_out_of_range():
    """Less than 5 % or more than 50 %, in percent and in instances: a fleet of 100 goes by 5 at least and 50 at most."""
    sizes(BATCH, rolling, (4, percent(4)), (4, percent(51)), (4, percent(100)), (4, percent(2_000_000_000)),
          (4, count(3)), (4, count(4)), (100, count(4)), (100, count(51)), (3, count(2)), (1, count(2)), (2, count(2_000_000_000)))


def test_batches_at_the_edge():
    """5 % and 50 % themselves are fine, and so is the one instance of a fleet of one."""
    for instances, size in ((4, percent(5)), (4, percent(50)), (4, count(2)), (100, count(5)), (100, count(50)), (1, count(1)), (1, percent(50))):
        World().endpoint(instances=instances).update(rolling(size))


def test_canaries_out_of_range():
    sizes(CANARY, canary, (4, percent(51)), (4, percent(100)), (4, count(3)), (100, count(51)), (1, count(2)))


def test_canaries_at_the_edge():
    for instances, size in ((4, percent(1)), (4, percent(50)), (4, count(2)), (200, count(1)), (1, count(1))):
        World().endpoint(instances=instances).update(canary(size))


def test_linear_steps_out_of_range():
    sizes(STEP, linear, (4, percent(9)), (4, percent(51)), (4, count(3)), (100, count(9)), (100, count(51)))


def test_linear_steps_at_the_edge():
    for instances, size in ((4, percent(10)), (4, percent(50)), (4, count(1)), (100, count(10)), (100, count(50)), (1, count(1))):
        World().endpoint(instances=instances).update(linear(size))


def test_percentages_are_checked_at_creation():
    """The fleet is not looked at then, but 60 % is too much for any."""
    world = World()
    world.model()
    world.config("old", 2)

    refused(world, BATCH, lambda: world.sagemaker.create_endpoint(
        EndpointName="e", EndpointConfigName="old", DeploymentConfig=rolling(percent(60))))
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old", DeploymentConfig=rolling(percent(5)))


def test_a_size_that_is_missing():
    world = World().endpoint()

    for kind, member in (("CANARY", "CanarySize"), ("LINEAR", "LinearStepSize")):
        refused(world, f"Invalid BlueGreenUpdatePolicy: {member} must be specified when the traffic routing type is {kind}.",
                lambda kind=kind: world.update(blue_green(kind)))


def test_both_policies():
    world = World().endpoint()
    both = {**rolling(count(1)), **all_at_once()}

    refused(world, BOTH, lambda: world.update(both))
    refused(world, BOTH, lambda: world.sagemaker.create_endpoint(EndpointName="f", EndpointConfigName="old", DeploymentConfig=both))


def test_an_alarm_that_is_missing():
    """All that are missing are named; CreateEndpoint does not look."""
    world = World().endpoint(DeploymentConfig=guarded(rolling(count(1)), "errors", "latency"))
    world.alarm("errors")

    refused(world, "Could not find CloudWatch alarm(s): [latency, Errors].",
            lambda: world.update(guarded(rolling(count(1)), "latency", "errors", "Errors")))
    refused(world, "Could not find CloudWatch alarm(s): [latency].", lambda: world.update(RetainDeploymentConfig=True))


def test_retain_and_a_config():
    world = World().endpoint()

    refused(world, "DeploymentConfig cannot be specified when RetainDeploymentConfig is true.",
            lambda: world.update(rolling(count(1)), RetainDeploymentConfig=True))


def test_rolling_several_variants():
    world = World()
    world.model()
    world.config("old", blue=2, green=2)
    world.config("new", blue=2, green=2)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()

    refused(world, "Invalid RollingUpdatePolicy: rolling updates are not supported for endpoints with more than one production "
                   "variant.", lambda: world.update(rolling(count(1))))


def test_constraints_of_the_shapes():
    """All violations of a request in one message, in AWS's words."""
    world = World().endpoint()
    careless = world.careless
    name = "Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"

    refused(world, detected(("'not_a_name'", "endpointName", name)), lambda: careless.describe_endpoint(EndpointName="not_a_name"))
    refused(world, detected(("null", "endpointName", "Member must not be null")), lambda: careless.describe_endpoint())
    refused(world, detected(("null", "endpointConfigName", "Member must not be null")),
            lambda: careless.update_endpoint(EndpointName="e"))
    refused(world, detected(("'101'", "maxResults", "Member must have value less than or equal to 100")),
            lambda: careless.list_endpoints(MaxResults=101))
    refused(world, detected(("'0'", "maxResults", "Member must have value greater than or equal to 1")),
            lambda: careless.list_endpoints(MaxResults=0))


def test_what_each_operation_requires():
    """An empty request is told everything that is missing from it."""
    world = World().endpoint()

    for operation, *missing in (
            ("create_model", "modelName"), ("describe_model", "modelName"), ("delete_model", "modelName"),
            ("create_endpoint_config", "endpointConfigName", "productionVariants"),
            ("describe_endpoint_config", "endpointConfigName"), ("delete_endpoint_config", "endpointConfigName"),
            ("create_endpoint", "endpointName", "endpointConfigName"), ("describe_endpoint", "endpointName"),
            ("update_endpoint", "endpointName", "endpointConfigName"), ("delete_endpoint", "endpointName"),
            ("update_endpoint_weights_and_capacities", "endpointName", "desiredWeightsAndCapacities"),
            ("create_inference_component", "inferenceComponentName", "endpointName"),
            ("describe_inference_component", "inferenceComponentName"), ("update_inference_component", "inferenceComponentName"),
            ("update_inference_component_runtime_config", "inferenceComponentName", "desiredRuntimeConfig"),
            ("delete_inference_component", "inferenceComponentName"),
            ("add_tags", "resourceArn", "tags"), ("list_tags", "resourceArn"), ("delete_tags", "resourceArn", "tagKeys")):
        call = getattr(world.careless, operation)
        refused(world, detected(*(("null", member, "Member must not be null") for member in missing)), call)


def test_constraints_of_lists():
    """All four take the same filters."""
    world = World().endpoint()

    for kind in ("models", "endpoint_configs", "endpoints", "inference_components"):
        call = getattr(world.careless, f"list_{kind}")
        refused(world, detected(("'101'", "maxResults", "Member must have value less than or equal to 100")),
                lambda call=call: call(MaxResults=101))
        refused(world, detected(("'a_b'", "nameContains", "Member must satisfy regular expression pattern: [a-zA-Z0-9-]+")),
                lambda call=call: call(NameContains="a_b"))
        refused(world, detected(("'Down'", "sortOrder", "Member must satisfy enum value set: [Ascending, Descending]")),
                lambda call=call: call(SortOrder="Down"))


def test_constraints_of_a_deployment_config():
    """Waits, limits, sizes and the number of alarms, each with its path."""
    world = World().endpoint()

    def update(deployment):
        return lambda: world.careless.update_endpoint(EndpointName="e", EndpointConfigName="new", DeploymentConfig=deployment)

    refused(world, detected(("'3601'", f"{UPDATE}.waitIntervalInSeconds", "Member must have value less than or equal to 3600")),
            update(rolling(count(1), 3601)))
    refused(world, detected(("'-1'", f"{UPDATE}.waitIntervalInSeconds", "Member must have value greater than or equal to 0")),
            update(rolling(count(1), -1)))
    refused(world, detected(("'28801'", f"{UPDATE}.maximumExecutionTimeoutInSeconds", "Member must have value less than or equal to 28800")),
            update(rolling(count(1), 0, MaximumExecutionTimeoutInSeconds=28801)))
    refused(world, detected(("'599'", f"{UPDATE}.maximumExecutionTimeoutInSeconds", "Member must have value greater than or equal to 600")),
            update(rolling(count(1), 0, MaximumExecutionTimeoutInSeconds=599)))
    refused(world, detected(("'0'", f"{UPDATE}.maximumBatchSize.value", "Member must have value greater than or equal to 1")),
            update(rolling(count(0))))
    refused(world, detected(("null", f"{UPDATE}.maximumBatchSize", "Member must not be null")),
            update({"RollingUpdatePolicy": {"WaitIntervalInSeconds": 0}}))
    refused(world, detected(
        ("'BLUE'", "deploymentConfig.blueGreenUpdatePolicy.trafficRoutingConfiguration.type",
         "Member must satisfy enum value set: [ALL_AT_ONCE, CANARY, LINEAR]"),
        ("'3601'", "deploymentConfig.blueGreenUpdatePolicy.terminationWaitInSeconds",
         "Member must have value less than or equal to 3600")), update(blue_green("BLUE", 0, 3601)))
    refused(world, detected(
        ("''", "deploymentConfig.autoRollbackConfiguration.alarms.1.member.alarmName",
         "Member must have length greater than or equal to 1"),
        ("''", "deploymentConfig.autoRollbackConfiguration.alarms.1.member.alarmName",
         r"Member must satisfy regular expression pattern: (?!\s*$).+")), update(guarded(rolling(count(1)), "")))


def test_a_rolling_update_from_serverless_or_to_it():
    """A rolling update cannot replace serverless variants, and instances cannot become serverless."""
    world = World()
    world.model()
    world.config("instances", 2)
    world.sagemaker.create_endpoint_config(EndpointConfigName="serverless", ProductionVariants=[
        {"VariantName": "blue", "ModelName": "m", "ServerlessConfig": {"MemorySizeInMB": 2048, "MaxConcurrency": 5}}])

    for old, new, message in (
            ("serverless", "instances", "Invalid RollingUpdatePolicy: rolling updates are not supported for serverless endpoints."),
            ("instances", "serverless", "An endpoint with instances cannot be updated to a serverless endpoint.")):
        world.sagemaker.create_endpoint(EndpointName=old, EndpointConfigName=old)
        world.until(endpoint=old)
        refused(world, message, lambda old=old, new=new: world.update(rolling(count(1)), new, old))


def test_a_token_from_nowhere():
    world = World().endpoint()

    for token in ("nonsense", "bm9uc2Vuc2U="):
        for kind in ("models", "endpoint_configs", "endpoints", "inference_components"):
            call = getattr(world.sagemaker, f"list_{kind}")
            refused(world, "Invalid pagination token", lambda call=call, token=token: call(NextToken=token))


def test_a_token_of_another_question():
    """A page's token goes with the filters and the order of that page."""
    world = World()
    for name in ("a", "b"):
        world.model(name)
    token = world.sagemaker.list_models(MaxResults=1, SortBy="Name")["NextToken"]

    refused(world, "Invalid pagination token", lambda: world.sagemaker.list_models(MaxResults=1, NextToken=token))
    refused(world, "Invalid pagination token", lambda: world.sagemaker.list_endpoint_configs(SortBy="Name", NextToken=token))
    refused(world, "Invalid pagination token",
            lambda: world.sagemaker.list_models(MaxResults=2, SortBy="Name", NextToken=token))
    refused(World(world.account, "eu-west-1"), "Invalid pagination token",
            lambda: World(world.account, "eu-west-1").sagemaker.list_models(MaxResults=1, SortBy="Name", NextToken=token))
    again = world.sagemaker.list_models(MaxResults=1, SortBy="Name", SortOrder="Descending", NextToken=token)
    assert_equal([model["ModelName"] for model in again["Models"]], ["a"])


def test_more_instances_than_can_be_had():
    """A mistyped number is AWS's refusal, and not the end of the host's memory."""
    world = World().endpoint()
    world.config("huge", 2_000_000_000)
    message = ("The account-level service limit 'ml.m5.large for endpoint usage' is 10000 Instances, with current utilization of 0 "
               "Instances and a request delta of 2000000000 Instances. Please use AWS Service Quotas to request an increase for this "
               "quota. If AWS Service Quotas is not available, contact AWS support to request an increase for this quota.")

    world.refuses("ResourceLimitExceeded", message, lambda: world.update(config="huge"))
    world.refuses("ResourceLimitExceeded", message, lambda: world.sagemaker.create_endpoint(
        EndpointName="f", EndpointConfigName="huge"))


def test_variant_names_that_are_not_unique():
    world = World()
    world.model()
    variant = {"VariantName": "v", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}

    refused(world, "Duplicate variant names are not allowed: v", lambda: world.sagemaker.create_endpoint_config(
        EndpointConfigName="c", ProductionVariants=[variant, variant]))
