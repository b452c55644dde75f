"""Models that real servers on this machine answer for: their words are passed on."""

import threading
import time

from real_servers import Forwarding, real_server
from rollingdeploy import assert_equal, error_of


def test_a_real_server_answers_for_its_model():
    with real_server() as server:
        world = Forwarding().serve(server.address)
        assert set(server.seen) == {"/ping"}, server.seen
        answer = world.invoke(ContentType="text/plain", CustomAttributes="trace=7")
        assert_equal((answer["ContentType"], answer["Body"].read()), ("text/x-real", b"real: hello"))
        assert "CustomAttributes" not in answer, "the model has to send them back"
        assert_equal(server.asked, [("/invocations", "text/plain", None, b"hello")])
        assert_equal(world.get("/_rollingdeploy/models/m/behavior")["replays"], False)
        assert_equal(world.total("Invocations"), 1)


def test_what_a_real_server_does_wrong_is_a_model_error():
    with real_server() as server:
        world = Forwarding().serve(server.address)
        for status, party in ((503, "server"), (415, "client"), (302, "server")):
            error = error_of(lambda: world.invoke(str(status).encode()))
            assert isinstance(error, world.runtime.exceptions.ModelError), error
            response = error.response
            assert_equal(response["ResponseMetadata"]["HTTPStatusCode"], 424)
            assert_equal((response["OriginalStatusCode"], response["OriginalMessage"]), (status, f"real: {status}"))
            assert_equal(response["LogStreamArn"], f"arn:aws:logs:us-east-1:{world.account}:log-group:/aws/sagemaker/Endpoints/e")
            assert response["Error"]["Message"].startswith(f'Received {party} error ({status}) from primary with message "real: {status}".')
        error = error_of(lambda: world.invoke(b"break")).response
        assert_equal(error["OriginalStatusCode"], 0)
        assert_equal([path for path, *_ in server.asked], ["/invocations"] * 4)
        assert_equal((world.total("Invocation5XXErrors"), world.total("Invocation4XXErrors")), (3, 1))


def test_a_stream_is_passed_on_part_by_part():
    with real_server() as server:
        world = Forwarding().serve(server.address)
        parts = world.stream(b"parts")
        for expected in (b"one", b"two", b"three"):
            assert_equal(next(parts)["PayloadPart"]["Bytes"], expected)
            server.arrived.release()
        assert_equal(list(parts), [])
        assert_equal((world.total("Invocations"), world.total("MidStreamErrors")), (1, 0))


def test_a_stream_that_breaks_off_ends_in_its_own_error():
    with real_server() as server:
        world = Forwarding().serve(server.address)
        parts = world.stream(b"break")
        assert_equal(next(parts)["PayloadPart"]["Bytes"], b"real: break")
        broken = error_of(lambda: next(parts)).response["Error"]
        assert_equal(broken["Code"], "ModelStreamError")
        assert_equal((world.total("MidStreamErrors"), world.total("Invocation5XXErrors")), (1, 0))
        assert_equal(error_of(lambda: world.stream(b"500")).response["OriginalStatusCode"], 500)


def test_a_session_is_the_models_own():
    with real_server() as server:
        world = Forwarding().serve(server.address)
        assert_equal(world.invoke(SessionId="NEW_SESSION")["NewSessionId"], "s1; Expires=2030-01-01T00:20:00Z")


def test_a_model_of_many_is_told_which():
    with real_server() as server:
        world = Forwarding().real_model(server.address, Mode="MultiModel", ModelDataUrl="s3://bucket/models/")
        world.config("old", 1)
        world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
        world.until()
        world.invoke(TargetModel="a.tar.gz")
        assert_equal(server.asked[0][2], "a.tar.gz")
        message = error_of(world.invoke).response["Error"]["Message"]
        assert message.startswith("Request ") and message.endswith(" is missing a target model header."), message


def test_what_is_asked_asynchronously_could_not_be_fetched():
    with real_server() as server:
        world = Forwarding().real_model(server.address)
        world.sagemaker.create_endpoint_config(
            EndpointConfigName="async", AsyncInferenceConfig={"OutputConfig": {"S3OutputPath": "s3://bucket/out"}},
            ProductionVariants=[{"VariantName": "blue", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])
        world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="async")
        world.until()
        answer = world.runtime.invoke_endpoint_async(EndpointName="e", InputLocation="s3://bucket/question.csv")
        assert_equal(answer["ResponseMetadata"]["HTTPStatusCode"], 202)
        assert_equal(server.asked, [])
        assert_equal((world.total("RequestDownloadFailures"), world.total("InvocationFailures"), world.total("InvocationsProcessed")), (1, 1, 0))


def test_nobody_is_sent_anywhere_else():
    world = Forwarding()
    for address in ("http://127.0.0.1.example.com", "http://169.254.169.254", "http://0.0.0.0:80", "http://127.0.0.1@example.com",
                    "http://user:word@127.0.0.1", "ftp://127.0.0.1", "http://127.0.0.1/?", "//127.0.0.1", "http://[::ffff:10.0.0.1]"):
        error = error_of(lambda: world.real_model(address))
        assert_equal(error.response["Error"]["Code"], "ValidationException")
        assert error.response["Error"]["Message"].startswith("The environment variable ROLLINGDEPLOY_FORWARD_TO is "), error


def test_an_answer_that_comes_after_a_reset_counts_nowhere():
    with real_server() as server:
        world = Forwarding().serve(server.address)
        errors = []
        asking = threading.Thread(target=lambda: errors.append(error_of(lambda: world.invoke(b"later"))))
        asking.start()
        deadline = time.monotonic() + 30
        while not server.asked and time.monotonic() < deadline:
            time.sleep(0.01)
        world.post("/_rollingdeploy/reset")
        server.arrived.release()
        asking.join()
        assert_equal(errors[0].response["OriginalStatusCode"], 500)
        assert_equal(world.aws("/cloudwatch/ListMetrics")["Metrics"], [])
