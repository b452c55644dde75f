"""
What is armed beforehand for a moment of the next deployment, in a clock that leaps. One waiter, as in one terraform apply, leaves a
test no moment to inject; and still it meets the errors in the second bake, and the rollback after it.
"""

from rollingdeploy import World, assert_equal, count, guarded, rolling, seconds

QUICKLY = {"Delay": 0.05, "MaxAttempts": 400}
REASON = "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors."
SECOND_BAKE = {"endpoint": "e", "bake": 2, "afterSeconds": 30}


class Leaping(World):
    """An endpoint of four instances with traffic, an alarm on its errors, and a clock that leaps."""

    def served(self):
        self.endpoint()
        self.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": 10})
        self.alarm(Namespace="AWS/SageMaker", MetricName="Invocation5XXErrors", Threshold=5,
                   Dimensions=[{"Name": "EndpointName", "Value": "e"}, {"Name": "VariantName", "Value": "blue"}])
        self.put("/_rollingdeploy/clock", {"mode": "skip"})
        return self

    def updates_and_waits(self):
        """An update in four batches of one, as a tool carries it out: one call and one waiter. Returns the journal's events and when."""
        self.update(guarded(rolling(count(1), 120), "errors"))
        self.sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e", WaiterConfig=QUICKLY)
        return [(entry["event"], seconds(entry["time"])) for entry in self.deployments()[0]["journal"]]


def bakes(journal):
    return [when for event, when in journal if event == "bakeStarted"]


def test_errors_in_the_second_bake_take_a_synchronous_update_back():
    world = Leaping().served()
    world.put("/_rollingdeploy/models/m/behavior", {"errorRate": 0.5, "when": SECOND_BAKE})
    armed = world.get("/_rollingdeploy/models/m/behavior")

    journal = world.updates_and_waits()

    assert_equal((armed["armed"]["when"]["state"], armed["inEffect"]["errorRate"]), ("armed", 0))
    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"], shown["FailureReason"]), ("InService", "old", REASON))
    assert_equal(len(bakes(journal)), 2)
    [(_, began)] = [each for each in journal if each[0] == "behaviorBegan"]
    [(_, tripped)] = [each for each in journal if each[0] == "alarmTripped"]
    assert_equal(began, bakes(journal)[1] + 30)
    assert began < tripped <= bakes(journal)[1] + 120, journal
    come = world.get("/_rollingdeploy/models/m/behavior")
    assert_equal((come["armed"]["when"]["state"], come["said"]["errorRate"]), ("come", 0.5))


def test_without_them_the_same_update_succeeds():
    world = Leaping().served()

    journal = world.updates_and_waits()

    assert_equal((len(bakes(journal)), world.describe()["EndpointConfigName"]), (4, "new"))


def test_capacity_lost_in_the_second_bake_takes_a_synchronous_update_back():
    world = Leaping().served()
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "fleet": "new", "when": SECOND_BAKE})

    journal = world.updates_and_waits()

    assert "InsufficientInstanceCapacity" in world.describe()["FailureReason"], world.describe()
    assert_equal(world.describe()["EndpointConfigName"], "old")
    events = [event for event, _ in journal]
    assert events.index("faultBegan") < events.index("launchFailed"), journal
    [fault] = world.get("/_rollingdeploy/faults")
    assert_equal((fault["when"]["state"], fault["hits"]), ("come", 1))
