"""Real servers on this machine, and a world whose models they answer for."""

import contextlib
import http.server
import threading

from rollingdeploy import IMAGE, ROLE, World


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
        elif body == b"later":
            assert self.server.arrived.acquire(timeout=30), "nobody said that it is later"
            self.reply(500, b"real: later")
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
