"""Our own routes: the clock in its modes, deployments and their journal, faults, and problem details that name the field."""

import concurrent.futures
import json

from rollingdeploy import World, assert_equal, count, http, moment, rolling


def problem(world, status, field, method, path, body=None):
    """It is refused with problem details that name the field and say something, and nothing changes."""
    before = world.state()
    got, answer = world.call(method, path, body)
    assert_equal((got, answer.get("status"), answer.get("field")), (status, status, field))
    assert len(answer["detail"]) > 10, answer
    for part in ("System.", "Exception", "RollingDeploy.Host"):
        assert part not in answer["detail"], answer
    assert_equal(world.state(), before)


def test_health():
    for path in ("/health", "/_rollingdeploy/health"):
        status, _, body = http("GET", path)
        assert_equal((status, json.loads(body)["status"]), (200, "healthy"))


def test_a_frozen_clock_stands():
    """It shows when the host was told to start, and stays there."""
    world = World()
    assert_equal(world.get("/_rollingdeploy/clock"),
                 {"now": "2030-01-01T00:00:00Z", "mode": "frozen", "speed": 1, "behindSeconds": 0})
    assert_equal(world.now, 0)


def test_advance_by_seconds():
    world = World()
    assert_equal(world.advance(300), {"now": "2030-01-01T00:05:00Z", "events": 0, "reached": True})
    assert_equal(world.advance(0.25), {"now": "2030-01-01T00:05:00.25Z", "events": 0, "reached": True})
    assert_equal(world.advance(0)["now"], "2030-01-01T00:05:00.25Z")


def test_advance_to_a_moment():
    """In any zone; what it answers is in UTC."""
    world = World()
    assert_equal(world.advance(to="2030-01-01T02:00:00+01:00")["now"], "2030-01-01T01:00:00Z")
    problem(world, 400, "to", "POST", "/_rollingdeploy/clock/advance", {"to": "2030-01-01T00:59:59Z"})


def test_advance_to_the_next_event():
    """Every consequence of an advance has run when it returns, and nothing after it."""
    world = World()
    world.model()
    world.config("old", 1)
    assert_equal(world.advance(toNextEvent=True), {"now": "2030-01-01T00:00:00Z", "events": 0, "reached": False})
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    assert_equal(world.get("/_rollingdeploy/clock")["nextEvent"], "2030-01-01T00:00:05Z")

    result = world.advance(toNextEvent=True)

    assert_equal((result["now"], result["reached"]), ("2030-01-01T00:00:05Z", True))
    assert_equal(world.describe()["EndpointStatus"], "InService")
    assert "nextEvent" not in world.get("/_rollingdeploy/clock")


def test_advance_until_a_status():
    """It stops at the status or at another stable one, and tells which."""
    world = World().endpoint()
    world.update(rolling(count(1)))
    result = world.advance(until={"endpoint": "e", "status": "Failed"})
    assert_equal((result["reached"], world.describe()["EndpointStatus"]), (False, "InService"))
    assert_equal(world.now, 5 + 4 * 307)


def test_advance_until_no_longer_than_the_limit():
    world = World().endpoint()
    world.update(rolling(count(1)))
    result = world.advance(until={"endpoint": "e", "status": "InService"}, limitSeconds=60)
    assert_equal((result["reached"], world.now), (False, 65))


def test_advance_until_an_unknown_endpoint():
    problem(World().endpoint(), 404, None, "POST", "/_rollingdeploy/clock/advance", {"until": {"endpoint": "none-such", "status": "InService"}})


def test_advances_that_are_malformed():
    world = World().endpoint()
    route = "/_rollingdeploy/clock/advance"
    for field, body in (
            ("seconds", {}), ("seconds", {"seconds": 1, "toNextEvent": True}), ("seconds", {"seconds": -1}), ("seconds", {"seconds": 1e300}),
            ("seconds", {"seconds": "soon"}), ("to", {"to": "soon"}), ("to", {"to": 5}), ("to", {"to": "9999-12-31T23:59:59Z"}),
            ("limitSeconds", {"toNextEvent": True, "limitSeconds": -1}), ("until.endpoint", {"until": {"status": "InService"}}),
            ("until.status", {"until": {"endpoint": "e"}}), ("until.status", {"until": {"endpoint": "e", "status": "Ready"}}),
            ("second", {"second": 1}), ("until", {"until": "InService"})):
        problem(world, 400, field, "POST", route, body)
    for body in (b"", b"nonsense", b"[]", b"null"):
        problem(world, 400, None, "POST", route, body)


def test_the_clock_goes_only_forward():
    """PUT jumps ahead with every consequence; only a reset goes back."""
    world = World().endpoint()
    world.update(rolling(count(1)))

    clock = world.put("/_rollingdeploy/clock", {"now": "2030-01-01T12:00:00Z"})

    assert_equal((clock["now"], clock["mode"]), ("2030-01-01T12:00:00Z", "frozen"))
    assert_equal(world.describe()["EndpointConfigName"], "new")
    problem(world, 400, "now", "PUT", "/_rollingdeploy/clock", {"now": "2030-01-01T11:59:59Z"})


def test_clocks_that_are_malformed():
    world = World().endpoint()
    for field, body in (
            ("mode", {"mode": "fast"}), ("mode", {"mode": 1}), ("speed", {"speed": 0}), ("speed", {"speed": -1}),
            ("speed", {"speed": 1_000_001}), ("speed", {"speed": "fast"}), ("now", {"now": "now"}), ("pace", {"pace": 1})):
        problem(world, 400, field, "PUT", "/_rollingdeploy/clock", body)


def test_a_real_clock_runs_with_the_wall():
    """Within a call or two, it moves by less than a minute, and it moves."""
    world = World()
    world.put("/_rollingdeploy/clock", {"mode": "real"})
    first = world.now
    for _ in range(10_000):
        if world.now > first:
            break
    assert 0 < world.now < 60, world.now


def test_a_scaled_clock_runs_faster():
    """At a million to one, an hour is over in four milliseconds."""
    world = World().endpoint()
    world.update(rolling(count(1)))
    world.put("/_rollingdeploy/clock", {"mode": "scaled", "speed": 1_000_000})
    for _ in range(10_000):
        if world.now > 3600:
            break
    assert_equal(world.describe()["EndpointConfigName"], "new")


def test_a_skipping_clock_leaps_while_something_happens():
    """The deployment is over by the time anybody asks; its journal has the same times as on a frozen clock, from its start."""
    frozen, skipping = World().endpoint(), World().endpoint()
    frozen.update(rolling(count(1)))
    frozen.until()
    skipping.update(rolling(count(1)))
    skipping.put("/_rollingdeploy/clock", {"mode": "skip"})
    for _ in range(10_000):
        if skipping.describe()["EndpointStatus"] == "InService":
            break

    def offsets(world):
        journal = world.journal()
        return [(round(when - journal[0][0], 3), event) for when, event in journal]

    assert_equal(offsets(skipping), offsets(frozen))
    assert skipping.now < frozen.now + 60, skipping.now


def test_a_frozen_clock_again():
    """Stopping a running clock keeps what it shows."""
    world = World()
    world.put("/_rollingdeploy/clock", {"mode": "scaled", "speed": 1000})
    stopped = moment(world.put("/_rollingdeploy/clock", {"mode": "frozen"})["now"])
    assert_equal(moment(world.get("/_rollingdeploy/clock")["now"]), stopped)


def test_reset():
    """204, and the world is as it was at start-up: empty, at the start, without faults, and counting from one again."""
    world = World()
    empty = world.state()
    world.endpoint()
    world.alarm()
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity"})
    world.put("/_rollingdeploy/clock", {"mode": "scaled", "speed": 10})

    status, answer = world.call("POST", "/_rollingdeploy/reset")

    assert_equal((status, answer), (204, None))
    assert_equal(world.state(), empty)


def test_what_happens_after_a_reset_happens_again():
    """The same calls give the same deployment, id and journal included."""
    world = World()

    def life():
        world.endpoint()
        world.update(rolling(count(1)))
        world.until()
        return world.state()

    first = life()
    world.post("/_rollingdeploy/reset")
    assert_equal(life(), first)


def test_deployments():
    """Newest first, with plan, steps and journal; unknown names and ids are 404."""
    world = World().endpoint(instances=2)
    world.update(rolling(count(1), 60))
    world.advance(30)
    route = "/_rollingdeploy/endpoints/e/deployments"

    newest, creation = world.get(route)
    assert_equal((newest["policy"], newest["status"], newest["trigger"], newest["startedAt"]),
                 ("rolling", "inProgress", "updateEndpoint", "2030-01-01T00:00:05Z"))
    assert_equal((creation["policy"], creation["status"], creation["trigger"], creation["endedAt"]),
                 ("default", "succeeded", "createEndpoint", "2030-01-01T00:00:05Z"))
    detail = world.get(f"{route}/{newest['id']}")
    assert_equal([(step["step"], step["state"]) for step in detail["steps"]], [
        ("launch 1", "done"), ("shift 1", "done"), ("bake 60s", "active"), ("retire 1", "pending"),
        ("launch 1", "pending"), ("shift 1", "pending"), ("bake 60s", "pending"), ("retire 1", "pending")])
    entry = detail["journal"][-1]
    assert_equal((entry["time"], entry["event"], entry["sentence"]), ("2030-01-01T00:00:11Z", "bakeStarted", "Baking for 60 s."))
    assert_equal(entry["old"], {"configName": "old", "instances": 2, "inService": 2, "trafficShare": 0.5})
    assert_equal(entry["new"], {"configName": "new", "instances": 1, "inService": 1, "trafficShare": 0.5})
    problem(world, 404, None, "GET", f"{route}/d-999999")
    problem(world, 404, None, "GET", "/_rollingdeploy/endpoints/none-such/deployments")
    problem(world, 404, None, "GET", "/_rollingdeploy/endpoints/none-such/journal")


def test_faults():
    """Asked for with 201, listed, and taken back once."""
    world = World().endpoint()
    status, fault = world.call("POST", "/_rollingdeploy/faults", {"kind": "insufficientCapacity", "fleet": "new", "times": 2})
    assert_equal((status, fault["kind"], fault["fleet"], fault["times"], fault["hits"]), (201, "insufficientCapacity", "new", 2, 0))
    assert_equal(world.get("/_rollingdeploy/faults"), [fault])
    assert_equal(world.call("DELETE", f"/_rollingdeploy/faults/{fault['id']}"), (204, None))
    problem(world, 404, None, "DELETE", f"/_rollingdeploy/faults/{fault['id']}")


def test_faults_that_are_malformed():
    world = World().endpoint()
    for field, body in (
            ("kind", {}), ("kind", {"kind": "meteor"}), ("kind", {"kind": 0}), ("fleet", {"kind": "insufficientCapacity", "fleet": "green"}),
            ("atInstance", {"kind": "insufficientCapacity", "atInstance": 0}), ("times", {"kind": "insufficientCapacity", "times": 0}),
            ("times", {"kind": "insufficientCapacity", "times": "often"}), ("when", {"kind": "insufficientCapacity", "when": 1})):
        problem(world, 400, field, "POST", "/_rollingdeploy/faults", body)


def test_a_partition_that_is_none():
    """An account is twelve digits: a mistyped one is not somebody else's."""
    for query, field in (("account=12", "account"), ("account=abcdefghijkl", "account"), ("region=no%20where", "region")):
        status, headers, body = http("GET", f"/_rollingdeploy/clock?{query}")
        assert_equal((status, headers["Content-Type"]), (400, "application/problem+json"))
        assert f"'{field}'" in json.loads(body)["detail"], body


def test_two_advances_at_once():
    """One goes first and the other is told to wait, or they happen to follow each other: never half of each, never a 500."""
    world = World().endpoint()
    world.update(rolling(count(1)))

    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: world.call("POST", "/_rollingdeploy/clock/advance", {"seconds": 1000})[0], range(16)))

    assert set(answers) <= {200, 409} and 200 in answers, answers
    assert_equal(world.now, 5 + 1000 * answers.count(200))
    world.until()
    assert_equal(world.describe()["EndpointConfigName"], "new")
