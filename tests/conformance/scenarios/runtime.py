"""SageMaker Runtime through boto3: invoked as a whole, in parts and asynchronously; who answers; and every error as a client sees it."""

import json
import urllib.parse

from rollingdeploy import IMAGE, ROLE, World, assert_equal, error_of, http

LIMIT = 6 * 1024 * 1024
QUESTION = "s3://bucket/question.csv"


class Invoking(World):
    """A world with an endpoint e, and a runtime client."""

    def __init__(self):
        super().__init__()
        self.runtime = self.client("sagemaker-runtime")

    def invoke(self, body=b"1,2,3", endpoint="e", **more):
        return self.runtime.invoke_endpoint(EndpointName=endpoint, Body=body, **more)

    def stream(self, body=b"1,2,3", **more):
        return self.runtime.invoke_endpoint_with_response_stream(EndpointName="e", Body=body, **more)

    def behaves(self, **behavior):
        self.put("/_rollingdeploy/models/m/behavior", behavior)

    def samples(self, metric, statistic="Sum", **dimensions):
        """A statistic of a metric of the endpoint e over its whole life."""
        dimensions = {"EndpointName": "e", "VariantName": "blue", **dimensions}
        points = self.cloudwatch.get_metric_statistics(
            Namespace="AWS/SageMaker", MetricName=metric, Statistics=[statistic], Period=86400, StartTime="2030-01-01", EndTime="2030-01-02",
            Dimensions=[{"Name": name, "Value": value} for name, value in dimensions.items()])["Datapoints"]
        return sum(point[statistic] for point in points)


def test_an_answer_comes_with_everything_that_belongs_to_it():
    world = Invoking().endpoint()
    answer = world.invoke(b"1,2,3", ContentType="text/csv", Accept="text/csv", CustomAttributes="trace=7", InferenceId="one",
                          SessionId="NEW_SESSION", TargetVariant="blue")
    assert_equal(answer["Body"].read(), b"1,2,3")
    assert_equal(answer["ContentType"], "text/csv")
    assert_equal(answer["InvokedProductionVariant"], "blue")
    assert_equal(answer["CustomAttributes"], "trace=7")
    session, expires = answer["NewSessionId"].split("; Expires=")
    assert expires.startswith("2030-01-01T01:"), expires
    assert "NewSessionId" not in world.invoke(SessionId=session)
    assert_equal(world.samples("Invocations"), 2)
    assert_equal(world.samples("Invocations", EndpointConfigName="old"), 2)


def test_a_stream_comes_in_parts():
    world = Invoking().endpoint()
    answer = world.stream(b"a" * 300, ContentType="text/plain", CustomAttributes="trace=7")
    assert_equal([event["PayloadPart"]["Bytes"] for event in answer["Body"]], [b"a" * 128, b"a" * 128, b"a" * 44])
    assert_equal((answer["ContentType"], answer["InvokedProductionVariant"], answer["CustomAttributes"]), ("text/plain", "blue", "trace=7"))


def test_an_asynchronous_endpoint_says_where_its_answer_would_be():
    world = Invoking()
    world.model()
    world.sagemaker.create_endpoint_config(
        EndpointConfigName="async",
        ProductionVariants=[{"VariantName": "blue", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}],
        AsyncInferenceConfig={"OutputConfig": {"S3OutputPath": "s3://bucket/out", "S3FailurePath": "s3://bucket/failed"}})
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="async")
    world.until()
    answer = world.runtime.invoke_endpoint_async(EndpointName="e", InputLocation=QUESTION, InferenceId="mine", RequestTTLSeconds=60)
    assert_equal(answer["ResponseMetadata"]["HTTPStatusCode"], 202)
    assert_equal(answer["InferenceId"], "mine")
    assert answer["OutputLocation"].startswith("s3://bucket/out/"), answer
    assert answer["FailureLocation"].startswith("s3://bucket/failed/"), answer
    refuses(world, "Endpoint e is an asynchronous inference endpoint; call it by InvokeEndpointAsync.", world.invoke)
    world.advance(1)
    assert_equal(world.samples("InvocationsProcessed"), 1)
    assert_equal(world.samples("Invocations"), 0)


def test_what_is_wrong_is_a_validation_error():
    world = Invoking()
    refuses(world, f"Endpoint e of account {world.account} not found.", world.invoke)
    world.endpoint()
    refuses(world, f"Endpoint E of account {world.account} not found.", lambda: world.invoke(endpoint="E"))
    refuses(world, "Variant green was not found for endpoint e.", lambda: world.invoke(TargetVariant="green"))
    refuses(world, "Endpoint e is not a multi-model endpoint and does not support target model header.",
            lambda: world.invoke(TargetModel="a.tar.gz"))
    refuses(world, "Endpoint e is not configured for direct invocation and does not support target container hostname header.",
            lambda: world.invoke(TargetContainerHostname="c"))
    refuses(world, "Endpoint e has no ExplainerConfig and does not support enable explanations header.",
            lambda: world.invoke(EnableExplanations="`true`"))
    refuses(world, "Inference Component Name header is not allowed for endpoints to which you dont plan to deploy inference components. "
                   "Please remove the Inference Component Name header and try again.", lambda: world.invoke(InferenceComponentName="c"))
    refuses(world, "Endpoint e is not an asynchronous inference endpoint.",
            lambda: world.runtime.invoke_endpoint_async(EndpointName="e", InputLocation=QUESTION))
    refuses(world, "1 validation error detected: Value 'a b' at 'targetVariant' failed to satisfy constraint: "
                   "Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9])*",
            lambda: world.invoke(TargetVariant="a b"))
    assert_equal(world.samples("Invocations"), 0)


def refuses(world, message, call):
    error = error_of(call)
    assert isinstance(error, world.runtime.exceptions.ValidationError), error
    assert_equal(error.response["Error"], {"Code": "ValidationError", "Message": message})


def test_a_body_beyond_the_limit_is_refused_by_the_front_end():
    world = Invoking().endpoint()
    assert_equal(len(world.invoke(b"1" * LIMIT)["Body"].read()), LIMIT)
    response = error_of(lambda: world.invoke(b"1" * (LIMIT + 1))).response
    assert_equal(response["Error"], {"Code": "413", "Message": f"HTTP content length exceeded {LIMIT} bytes."})
    assert_equal(response["ResponseMetadata"]["HTTPStatusCode"], 413)


def test_a_model_error_tells_what_the_model_said():
    world = Invoking().endpoint()
    for rate, status, party, metric in (("errorRate", 500, "server", "Invocation5XXErrors"), ("clientErrorRate", 400, "client", "Invocation4XXErrors")):
        world.behaves(**{rate: 1})
        for call in (world.invoke, world.stream):
            error = error_of(call)
            assert isinstance(error, world.runtime.exceptions.ModelError), error
            response = error.response
            assert_equal(response["ResponseMetadata"]["HTTPStatusCode"], 424)
            assert_equal(response["OriginalStatusCode"], status)
            assert_equal(response["OriginalMessage"], f"This model was told to answer {status}.")
            assert_equal(response["LogStreamArn"], f"arn:aws:logs:us-east-1:{world.account}:log-group:/aws/sagemaker/Endpoints/e")
            assert response["Error"]["Message"].startswith(
                f'Received {party} error ({status}) from primary with message "This model was told to answer {status}.". '
                "See https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logEventViewer:group="), response
        assert_equal(world.samples(metric), 2)
    assert_equal(world.samples("InvocationModelErrors", "Average"), 1)


def test_variants_answer_by_their_weights():
    """Of 1,000 calls a variant with three quarters of the weight gets 750, give or take four standard deviations of 13.7."""
    world = Invoking()
    world.model()
    world.sagemaker.create_endpoint_config(EndpointConfigName="two", ProductionVariants=[
        {"VariantName": name, "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1, "InitialVariantWeight": weight}
        for name, weight in (("blue", 3), ("green", 1), ("idle", 0))])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="two")
    world.until()
    answered = [world.invoke()["InvokedProductionVariant"] for _ in range(1000)]
    assert 695 <= answered.count("blue") <= 805, answered.count("blue")
    assert_equal(answered.count("idle"), 0)
    assert_equal(world.invoke(TargetVariant="idle")["InvokedProductionVariant"], "idle")


def test_an_inference_component_answers_by_its_name():
    world = Invoking()
    world.model()
    world.sagemaker.create_endpoint_config(
        EndpointConfigName="host", ExecutionRoleArn="arn:aws:iam::123456789012:role/scorer",
        ProductionVariants=[{"VariantName": "blue", "InstanceType": "ml.g5.2xlarge", "InitialInstanceCount": 1}])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="host")
    world.until()
    world.sagemaker.create_inference_component(
        InferenceComponentName="c", EndpointName="e", VariantName="blue", RuntimeConfig={"CopyCount": 1},
        Specification={"ModelName": "m", "ComputeResourceRequirements": {"NumberOfCpuCoresRequired": 1, "MinMemoryRequiredInMb": 1024}})
    world.advance(60)
    assert_equal(world.invoke(InferenceComponentName="c")["Body"].read(), b"1,2,3")
    assert error_of(world.invoke).response["Error"]["Message"].startswith("Inference Component Name header is required"), "it needs a name"
    refuses(world, "Inference Component d was not found for endpoint e.", lambda: world.invoke(InferenceComponentName="d"))


def test_a_container_answers_by_its_name():
    world = Invoking()
    world.sagemaker.create_model(ModelName="m", ExecutionRoleArn=ROLE, InferenceExecutionConfig={"Mode": "Direct"}, Containers=[
        {"ContainerHostname": name, "Image": IMAGE, "Environment": {"ROLLINGDEPLOY_RESPONSE": f"I am {name}"}} for name in ("first", "second")])
    world.config("old", 1)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()
    for name in ("first", "second"):
        assert_equal(world.invoke(TargetContainerHostname=name)["Body"].read(), f"I am {name}".encode())
    refuses(world, "Container third was not found for endpoint e.", lambda: world.invoke(TargetContainerHostname="third"))
    refuses(world, "Endpoint e is configured for direct invocation: the request is missing a target container hostname header.", world.invoke)
    assert_equal(world.samples("Invocations", ContainerName="first"), 1)


def test_an_explained_endpoint_answers_in_its_own_form():
    world = Invoking()
    world.model()
    world.sagemaker.create_endpoint_config(
        EndpointConfigName="old", ExplainerConfig={"ClarifyExplainerConfig": {"ShapConfig": {"ShapBaselineConfig": {"ShapBaseline": "0,0"}}}},
        ProductionVariants=[{"VariantName": "blue", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()
    answer = world.invoke(b"1,2", ContentType="text/csv", Accept="text/csv", EnableExplanations="`false`")
    assert_equal(answer["ContentType"], "application/json")
    assert_equal(json.loads(answer["Body"].read()),
                 {"version": "1.0", "predictions": {"content_type": "text/csv", "data": "1,2"}, "explanations": {}})


def test_a_session_stays_with_its_variant():
    world = Invoking()
    world.model()
    world.config("old", blue=1, green=1)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()
    begun = world.invoke(SessionId="NEW_SESSION")
    session = begun["NewSessionId"].split(";")[0]
    assert_equal({world.invoke(SessionId=session)["InvokedProductionVariant"] for _ in range(20)}, {begun["InvokedProductionVariant"]})


def test_nobody_needs_a_signature():
    world = Invoking().endpoint()
    status, headers, body = http("POST", world.path("/endpoints/e/invocations"), b"1,2,3", {"Content-Type": "text/csv"})
    assert_equal((status, body, headers["x-Amzn-Invoked-Production-Variant"]), (200, b"1,2,3", "blue"))
    status, headers, body = http("POST", world.path("/endpoints/" + urllib.parse.quote("a b") + "/invocations"), b"1")
    assert_equal((status, headers["x-amzn-ErrorType"], json.loads(body)["__type"]), (400, "ValidationError", "ValidationError"))
