"""Models that real servers on this machine answer for: by their pings they come into service, and their words are passed on."""

import contextlib
import http.server
import threading
import time

from rollingdeploy import IMAGE, ROLE, World, assert_equal, canary, count, error_of, rolling

PING_FAILED = ("The primary container for production variant blue did not pass the ping health check. "
               "Please check CloudWatch logs for this endpoint.")


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers what it is asked; a body that is a number is the status to answer with."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.seen.append(self.path)
        self.reply(200 if self.server.is_well else 503, b"")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, self.headers["Content-Type"], self.headers["X-Amzn-SageMaker-Target-Model"], body))
        if self.path != "/invocations":
            self.reply(404, b"")
        elif body == b"parts":
            self.parts()
        elif body == b"break":
            self.reply(200, b"real: break", missing=100)
        else:
            self.reply(int(body) if body.isdigit() else 200, b"real: " + body)

    def reply(self, status, answer, missing=0):
        self.send_response(status)
        self.send_header("Content-Type", "text/x-real")
        self.send_header("Content-Length", str(len(answer) + missing))
        self.send_header("X-Amzn-SageMaker-New-Session-Id", "s1; Expires=2030-01-01T00:20:00Z")
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(answer)
        self.close_connection = True

    def parts(self):
        """Three parts, of which each is sent only when the one before it has arrived."""
        self.send_response(200)
        self.send_header("Content-Type", "text/x-real")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in (b"one", b"two", b"three"):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.flush()
            assert self.server.arrived.acquire(timeout=30), "a part was kept back until the next would come"
        self.wfile.write(b"0\r\n\r\n")
        self.close_connection = True

    def log_message(self, *_):
        """Nothing: what a scenario prints is its outcome."""


@contextlib.contextmanager
def real_server(port=0, is_well=True):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.is_well = is_well
    server.seen, server.asked = [], []
    server.arrived = threading.Semaphore(0)
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Forwarding(World):
    """A world with a runtime client, whose models may be answered for by real servers."""

    def __init__(self):
        super().__init__()
        self.runtime = self.client("sagemaker-runtime")

    def real_model(self, address, name="m", **more):
        container = {"Image": IMAGE, "Environment": {"ROLLINGDEPLOY_FORWARD_TO": address}, **more}
        self.sagemaker.create_model(ModelName=name, PrimaryContainer=container, ExecutionRoleArn=ROLE)
        return self

    def begin(self, address, instances=1):
        self.real_model(address)
        self.config("old", instances)
        self.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
        return self

    def serve(self, address, instances=1):
        self.begin(address, instances).until()
        return self

    def invoke(self, body=b"hello", **more):
        return self.runtime.invoke_endpoint(EndpointName="e", Body=body, **more)

    def stream(self, body):
        return iter(self.runtime.invoke_endpoint_with_response_stream(EndpointName="e", Body=body)["Body"])

    def total(self, metric, **dimensions):
        points = self.cloudwatch.get_metric_statistics(
            Namespace="AWS/SageMaker", MetricName=metric, Statistics=["Sum"], Period=86400, StartTime="2030-01-01", EndTime="2030-01-02",
            Dimensions=[{"Name": name, "Value": value} for name, value in {"EndpointName": "e", "VariantName": "blue", **dimensions}.items()])
        return sum(point["Sum"] for point in points["Datapoints"])


def down():
    """The address of a server that is gone."""
    with real_server() as server:
        return server.address


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


def test_a_server_that_goes_down_in_service_is_a_model_error():
    with real_server() as server:
        world = Forwarding().serve(server.address)
    started = time.monotonic()
    error = error_of(world.invoke).response
    assert_equal((error["Error"]["Code"], error["OriginalStatusCode"]), ("ModelError", 0))
    assert time.monotonic() - started < 30
    world.advance(7200)
    assert_equal(world.describe()["EndpointStatus"], "InService")


def test_a_server_that_is_down_keeps_its_endpoint_from_service():
    for address in (down(), "http://localhost:1"):
        world = Forwarding().begin(address)
        world.until("Failed")
        assert_equal(world.describe()["FailureReason"], PING_FAILED)
        assert_equal(world.now, 1800)


def test_a_server_that_is_not_well_keeps_its_endpoint_from_service():
    with real_server(is_well=False) as server:
        world = Forwarding().begin(server.address)
        world.until("Failed")
        assert_equal(world.describe()["FailureReason"], PING_FAILED)


def test_a_server_that_starts_late_is_waited_for():
    with real_server(is_well=False) as server:
        world = Forwarding().begin(server.address)
        world.advance(900)
        assert_equal(world.describe()["EndpointStatus"], "Creating")
        server.is_well = True
        world.advance(1)
        assert_equal(world.describe()["EndpointStatus"], "InService")
        assert_equal(world.invoke()["Body"].read(), b"real: hello")


def test_an_update_to_a_server_that_is_down_rolls_back():
    with real_server() as server:
        for deployment in (rolling(count(1), 60), canary(count(1), 60)):
            world = Forwarding().serve(server.address, instances=2)
            world.real_model(down(), "gone")
            world.config("new", 2, model="gone")
            world.update(deployment)
            world.until()
            endpoint = world.describe()
            assert_equal((endpoint["EndpointConfigName"], endpoint["FailureReason"]), ("old", PING_FAILED))
            assert_equal(endpoint["ProductionVariants"][0]["CurrentInstanceCount"], 2)
            assert_equal(world.invoke()["Body"].read(), b"real: hello")


def test_a_component_has_the_time_that_it_asks_for():
    with real_server(is_well=False) as server:
        world = Forwarding()
        world.sagemaker.create_endpoint_config(
            EndpointConfigName="host", ExecutionRoleArn=ROLE,
            ProductionVariants=[{"VariantName": "blue", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])
        world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="host")
        world.until()
        before = world.now
        world.sagemaker.create_inference_component(
            InferenceComponentName="c", EndpointName="e", VariantName="blue", RuntimeConfig={"CopyCount": 1},
            Specification={
                "Container": {"Image": IMAGE, "Environment": {"ROLLINGDEPLOY_FORWARD_TO": server.address}},
                "StartupParameters": {"ContainerStartupHealthCheckTimeoutInSeconds": 90},
                "ComputeResourceRequirements": {"NumberOfCpuCoresRequired": 1, "MinMemoryRequiredInMb": 1024}})
        world.post("/_rollingdeploy/clock/advance", {"until": {"inferenceComponent": "c", "status": "Failed"}})
        component = world.sagemaker.describe_inference_component(InferenceComponentName="c")
        assert_equal((component["InferenceComponentStatus"], component["FailureReason"]), ("Failed", PING_FAILED))
        assert_equal(world.now - before, 90)


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
