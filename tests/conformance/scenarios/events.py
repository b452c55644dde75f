"""Server-sent events and pages of events, as Python's own HTTP client reads them, and the examples of docs/events.md."""

import http.client
import json
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

from rollingdeploy import URL, Skipped, World, assert_equal, count, guarded, rolling

DOCUMENT = pathlib.Path(__file__).resolve().parents[3] / "docs" / "events.md"


class Stream:
    """An open stream. Nothing that happens after it is made is missed."""

    def __init__(self, world, query="", last=None):
        self._connection = http.client.HTTPConnection(urllib.parse.urlsplit(URL).netloc, timeout=30)
        headers = {} if last is None else {"Last-Event-ID": last}
        self._connection.request("GET", f"/_rollingdeploy/events?account={world.account}&{query}", headers=headers)
        self.response = self._connection.getresponse()
        assert_equal((self.response.status, self.response.headers["Content-Type"]), (200, "text/event-stream"))

    def next(self):
        """The next message: its id, its kind and its data."""
        fields = {}
        for line in self.response:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name:
                fields[name] = value
            elif "data" in fields:
                return fields["id"], fields["event"], json.loads(fields["data"])
        raise AssertionError("the stream has ended")

    def until(self, kind):
        messages = [self.next()]
        while messages[-1][1] != kind:
            messages.append(self.next())
        return messages

    def close(self):
        self._connection.close()


def rolled_back(world):
    """An update that an alarm sends back at its first bake."""
    world.alarm()
    world.update(guarded(rolling(count(1), 300), "errors"))
    world.advance(30)
    world.trip()
    world.until()


def test_a_stream_tells_a_rollback_as_the_journal_does():
    world = World().endpoint(instances=2)
    stream = Stream(world, "endpoint=e")
    rolled_back(world)

    messages = stream.until("rolledBack")

    told = [(kind, data["sentence"]) for _, kind, data in messages if "deploymentId" in data["data"]]
    journal = world.deployments()[0]["journal"]
    assert_equal(told, [(entry["event"], entry["sentence"]) for entry in journal])
    assert_equal([identity for identity, _, _ in messages], [f"{data['epoch']}-{data['sequence']}" for _, _, data in messages])


def test_a_client_that_connects_again_gets_what_it_missed():
    world = World()
    world.model()
    first = Stream(world)
    world.config("one")
    last, _, _ = first.next()
    first.close()
    world.config("two")
    world.config("three")

    again = Stream(world, last=last)

    assert_equal([again.next()[2]["subject"]["name"] for _ in range(2)], ["two", "three"])


def test_a_stream_goes_on_after_a_reset():
    world = World()
    world.model()
    stream = Stream(world)
    world.post("/_rollingdeploy/reset")
    world.model()

    assert_equal([stream.next()[:2] for _ in range(3)],
                 [("1-3", "worldReset"), ("2-1", "worldBegan"), ("2-2", "resourceCreated")])


def test_pages_have_what_the_stream_has():
    world = World().endpoint(instances=2)
    stream = Stream(world, "after=0")
    place, events = "0", []
    while (page := world.get(f"/_rollingdeploy/events?wait=false&limit=7&after={place}"))["events"]:
        events += page["events"]
        place = page["next"]

    assert_equal(events, [stream.next()[2] for _ in events])


def test_eventbridge_gets_the_shapes_of_aws():
    world = World().endpoint(instances=2)
    stream = Stream(world, "format=eventbridge")
    rolled_back(world)

    bodies = [stream.next()[2] for _ in range(8)]

    assert_equal([body["detail-type"] for body in bodies], [
        "CloudWatch Alarm Configuration Change", "CloudWatch Alarm State Change", "SageMaker Endpoint State Change",
        *["SageMaker Endpoint Deployment State Change"] * 3, "CloudWatch Alarm State Change",
        "SageMaker Endpoint Deployment State Change"])
    assert_equal({body["resources"][0] for body in bodies},
                 {world.arn("endpoint", "e"), f"arn:aws:cloudwatch:us-east-1:{world.account}:alarm:errors"})
    assert_equal(bodies[2]["detail"]["EndpointStatus"], "UPDATING")
    assert_equal(bodies[5]["detail"]["PendingDeploymentSummary"]["ProductionVariants"][0]["VariantStatus"][0]["Status"], "Baking")


def example(language, world):
    """An example of the page, with the address of this host and the account of this test."""
    text = re.search(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)[1]
    host = urllib.parse.urlsplit(URL)
    return (text.replace('"localhost", 4566', f'"{host.hostname}", {host.port}').replace("http://localhost:4566", URL)
            .replace("events?", f"events?account={world.account}&"))


def printed(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, check=False)
    assert_equal((done.returncode, done.stderr), (0, ""))
    return done.stdout.splitlines()


def test_the_example_in_python_works():
    world = World().endpoint("demo")

    lines = printed(sys.executable, "-c", example("python", world))

    assert_equal(lines[0], "2030-01-01T00:00:00Z " + lines[0].split(" ", 1)[1])
    assert_equal(lines[-1].split(" ", 1)[1], "The endpoint is in service.")


def test_the_example_in_javascript_works():
    if shutil.which("node") is None:
        raise Skipped("node is not installed")
    world = World().endpoint("demo")

    lines = printed("node", "--input-type=module", "-e", example("js", world))

    assert_equal([line.split(" ", 1)[1] for line in lines],
                 ["The status is Creating.", "The status has changed from Creating to InService."])
