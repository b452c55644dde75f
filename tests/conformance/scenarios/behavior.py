"""Models that misbehave: said by their environment, by the image in the configuration, over the route; and real servers behind them."""

import contextlib
import http.server
import threading
import time

from rollingdeploy import IMAGE, ROLE, World, assert_equal, error_of, guarded, linear, percent


class Misbehaving(World):
    """A world whose model m has an environment, and a runtime client."""

    def __init__(self):
        super().__init__()
        self.runtime = self.client("sagemaker-runtime")

    def model_with(self, name="m", image=IMAGE, **environment):
        container = {"Image": image, "Environment": {f"ROLLINGDEPLOY_{word}": value for word, value in environment.items()}}
        return self.sagemaker.create_model(ModelName=name, PrimaryContainer=container, ExecutionRoleArn=ROLE)

    def serve(self, image=IMAGE, **environment):
        self.model_with(image=image, **environment)
        self.config("old", 1)
        self.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
        self.until()
        return self

    def invoke(self, body=b"1,2,3", **more):
        return self.runtime.invoke_endpoint(EndpointName="e", Body=body, **more)

    def says(self, **more):
        return self.invoke(**more)["Body"].read().decode()

    def is_well(self):
        """Whether the model answers."""
        try:
            self.invoke()
            return True
        except self.runtime.exceptions.ModelError:
            return False


def test_an_environment_says_what_a_model_answers():
    world = Misbehaving().serve(RESPONSE='{"score": 0.5}', RESPONSE_CONTENT_TYPE="application/json")
    answer = world.invoke()
    assert_equal((answer["ContentType"], answer["Body"].read()), ("application/json", b'{"score": 0.5}'))


def test_an_environment_says_how_often_a_model_errs():
    """Of 400 calls a fifth is 80, give or take four standard deviations of 8."""
    world = Misbehaving().serve(ERROR_RATE="0.2")
    failed = sum(not world.is_well() for _ in range(400))
    assert 48 <= failed <= 112, failed


def test_errors_may_begin_after_a_time():
    world = Misbehaving().serve(ERROR_RATE="1", ERRORS_AFTER_SECONDS="300")
    assert world.is_well()
    world.advance(300)
    assert not world.is_well()


def test_a_model_may_start_slowly():
    world = Misbehaving().serve(STARTUP_SECONDS="90")
    assert_equal(world.now, 90)


def test_a_model_that_fails_its_ping_never_comes_into_service():
    world = Misbehaving()
    world.model_with(PING="fail")
    world.config("old", 1)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until("Failed")
    assert "did not pass the ping health check" in world.describe()["FailureReason"], world.describe()


def test_what_is_said_later_wins():
    """The environment says that it does not err; the configuration says of its image that it does; the route that it does not."""
    world = Misbehaving().serve(image="123456789012.dkr.ecr.us-east-1.amazonaws.com/scorer:errs", ERROR_RATE="0")
    route = "/_rollingdeploy/models/m/behavior"
    assert not world.is_well()
    said = world.put(route, {"errorRate": 0})
    assert_equal((said["said"], said["inEffect"]["errorRate"]), ({"errorRate": 0}, 0))
    assert world.is_well()
    assert_equal(world.call("DELETE", route)[0], 204)
    assert_equal(world.get(route)["inEffect"]["errorRate"], 1)
    assert not world.is_well()


def test_a_template_names_who_answered():
    world = Misbehaving().serve(RESPONSE="{model} of {config} as {variant}: {body}", RESPONSE_KIND="template")
    assert_equal(world.says(body=b"{model}"), "m of old as blue: {model}")


def test_an_environment_that_makes_no_sense_is_refused():
    world = Misbehaving()
    world.refuses("ValidationException", "The environment variable ROLLINGDEPLOY_ERROR_RATE is often; it must be a share from 0 to 1.",
                  lambda: world.model_with(ERROR_RATE="often"))
    world.refuses("ValidationException", "The environment variable ROLLINGDEPLOY_FORWARD_TO is http://example.com; it must be on this machine, "
                                         "or on a host that RollingDeploy:ForwardHosts names.",
                  lambda: world.model_with(FORWARD_TO="http://example.com"))


def test_a_bad_model_rolls_back_for_its_own_errors():
    """Nobody sets an alarm's state: the new model's errors do, under synthetic traffic."""
    world = Misbehaving().serve()
    world.model_with("bad", ERROR_RATE="1")
    world.config("new", 1, model="bad")
    world.cloudwatch.put_metric_alarm(
        AlarmName="errors", Namespace="AWS/SageMaker", MetricName="Invocation5XXErrors", Statistic="Average", Period=60, EvaluationPeriods=1,
        Threshold=0.05, ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="notBreaching",
        Dimensions=[{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName", "Value": "blue"}])
    world.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": 50})
    world.advance(120)
    world.update(guarded(linear(percent(50)), "errors"))
    world.until()
    endpoint = world.describe()
    assert_equal(endpoint["EndpointConfigName"], "old")
    assert "errors" in endpoint["FailureReason"], endpoint


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.seen.append((self.path, self.headers["Content-Type"], body))
        status = int(body) if body.isdigit() else 200
        answer = b"real: " + body
        self.send_response(status)
        self.send_header("Content-Type", "text/x-real")
        # A caller that asks for it is left with half of an answer.
        self.send_header("Content-Length", str(len(answer) + (100 if body == b"break" else 0)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        """Nothing: what a scenario prints is its outcome."""


@contextlib.contextmanager
def real_server():
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    server.seen = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_real_server_answers_for_its_model():
    with real_server() as server:
        world = Misbehaving().serve(FORWARD_TO=f"http://127.0.0.1:{server.server_port}")
        answer = world.invoke(b"hello", ContentType="text/plain")
        assert_equal((answer["ContentType"], answer["Body"].read()), ("text/x-real", b"real: hello"))
        assert_equal(server.seen, [("/invocations", "text/plain", b"hello")])
        assert_equal(world.get("/_rollingdeploy/models/m/behavior")["replays"], False)
        error = error_of(lambda: world.invoke(b"503")).response
        assert_equal((error["OriginalStatusCode"], error["OriginalMessage"]), (503, "real: 503"))
        stream = world.runtime.invoke_endpoint_with_response_stream(EndpointName="e", Body=b"break")["Body"]
        parts = iter(stream)
        assert_equal(next(parts)["PayloadPart"]["Bytes"], b"real: break")
        broken = error_of(lambda: next(parts)).response["Error"]
        assert_equal(broken["Code"], "ModelStreamError")


def test_a_real_server_that_is_down_is_a_model_error():
    with real_server() as server:
        port = server.server_port
    world = Misbehaving().serve(FORWARD_TO=f"http://127.0.0.1:{port}")
    started = time.monotonic()
    error = error_of(world.invoke).response
    assert_equal((error["Error"]["Code"], error["OriginalStatusCode"]), ("ModelError", 0))
    assert time.monotonic() - started < 30


def test_a_behavior_or_traffic_that_makes_no_sense_changes_nothing():
    world = Misbehaving().serve()
    for path, body, field in (
            ("/_rollingdeploy/models/m/behavior", {"errorRate": 2}, "errorRate"),
            ("/_rollingdeploy/models/m/behavior", {"latencyMs": {"median": 9, "p99": 1}}, "latencyMs.p99"),
            ("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": -1}, "requestsPerSecond")):
        before = world.get(path)
        status, problem = world.call("PUT", path, body)
        assert_equal((status, problem["field"]), (400, field))
        assert_equal(world.get(path), before)
    assert_equal(world.call("PUT", "/_rollingdeploy/endpoints/none/traffic", {"requestsPerSecond": 1})[0], 404)
