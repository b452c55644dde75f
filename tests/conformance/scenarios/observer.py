"""An observer that sees only HTTP steps a deployment from event to event, and holds what it sees against the guide's promises."""

from rollingdeploy import IMAGE, World, assert_equal, at, canary, count, guarded, linear, percent, rolling, seconds


def events(world):
    """Steps from event to event until none is to come; gives every new journal entry with what DescribeEndpoint shows then."""
    seen = len(world.deployments()[0]["journal"])
    while world.next_event():
        journal = world.deployments()[0]["journal"]
        assert len(journal) > seen, "an event that is not in the journal"
        assert_equal({seconds(entry["time"]) for entry in journal[seen:]}, {world.now})
        shown = world.describe()
        for entry in journal[seen:]:
            yield entry, shown
        seen = len(journal)


def bakes(world):
    """How long each bake lasted, in virtual seconds."""
    starts, ends = ([when for when, event in world.journal() if event == name] for name in ("bakeStarted", "bakeEnded"))
    return [end - start for start, end in zip(starts, ends, strict=True)]


def test_rolling_keeps_its_promises():
    """Four instances by one, bake 300 s: never more than five, never fewer than four in service, each bake exactly 300 s."""
    world = World().endpoint(instances=4)
    world.update(rolling(count(1), 300))

    counted = 0
    for entry, shown in events(world):
        old, new = entry["old"], entry["new"]
        assert old["instances"] + new["instances"] <= 5, entry
        assert old["inService"] + new["inService"] >= 4, entry
        assert_equal(round(old["trafficShare"] + new["trafficShare"], 6), 1)
        pending = shown.get("PendingDeploymentSummary", {}).get("ProductionVariants", [{"CurrentInstanceCount": 0}])[0]
        serving = shown["ProductionVariants"][0]["CurrentInstanceCount"] + pending["CurrentInstanceCount"]
        assert 4 <= serving <= 5, shown
        counted += 1

    assert counted > 4 * 6, counted
    assert_equal(bakes(world), [300] * 4)
    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("InService", "new"))


def test_linear_keeps_its_promises():
    """Ten instances by 20 %: five steps of two, four bakes of 300 s and one more, and only then does the old fleet go."""
    world = World().endpoint(instances=10)
    world.update(linear(percent(20), 300, 300))

    shares, retired_at = [], None
    for entry, _ in events(world):
        if entry["event"] == "shifting":
            shares.append(entry["new"]["trafficShare"])
        if entry["event"] == "retiring":
            retired_at = seconds(entry["time"])
        if entry["event"] not in ("retiring", "retired", "succeeded"):
            assert_equal(entry["old"]["inService"], 10)
        assert entry["old"]["instances"] + entry["new"]["instances"] <= 20, entry

    assert_equal(shares, [0.2, 0.4, 0.6, 0.8, 1.0])
    assert_equal(bakes(world), [300] * 5)
    assert_equal(retired_at, 5 + 5 + 5 * 1 + 5 * 300)


def test_a_rollback_keeps_its_promises():
    """On the way back in batches, too: never more than five, never fewer than four in service."""
    world = World().endpoint(instances=4)
    world.alarm()
    world.update(guarded(rolling(count(1), 300, RollbackMaximumBatchSize=count(1)), "errors"))
    world.advance(2 * 307 + 100)
    world.trip()

    for entry, _ in events(world):
        assert entry["old"]["instances"] + entry["new"]["instances"] <= 5, entry
        assert entry["old"]["inService"] + entry["new"]["inService"] >= 4, entry

    assert_equal(world.describe()["EndpointConfigName"], "old")


def summary(world):
    """DescribeEndpoint at this moment: status, configuration, (current, desired, weight, status) of the old and of the new variant."""
    shown = world.describe()

    def variant(each):
        status = each.get("VariantStatus")
        if status is not None:
            assert len(status) == 1, status
            status = (status[0]["Status"], status[0]["StatusMessage"], (status[0]["StartTime"] - at(0)).total_seconds())
        return each["CurrentInstanceCount"], each["DesiredInstanceCount"], each["CurrentWeight"], status

    old = shown.get("ProductionVariants")
    new = shown.get("PendingDeploymentSummary", {}).get("ProductionVariants")
    return (shown["EndpointStatus"], shown["EndpointConfigName"], old and variant(old[0]), new and variant(new[0]))


def steps(world, *expected):
    """At each event in turn, DescribeEndpoint shows this."""
    for moment in expected:
        assert_equal(summary(world), moment)
        world.next_event()


def test_describe_while_an_endpoint_is_created():
    """Creating: the configuration's name, no variant yet, and a pending summary."""
    world = World()
    world.model()
    world.config("old", 3)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")

    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("Creating", "old"))
    assert_equal((shown["CreationTime"], shown["LastModifiedTime"]), (at(0), at(0)))
    steps(
        world,
        ("Creating", "old", None, (0, 3, 0.0, ("Creating", "Launching 3 instance(s).", 0))),
        ("InService", "old", (3, 3, 1.0, None), None))
    assert_equal(world.describe()["LastModifiedTime"], at(5))


def test_describe_at_each_moment_of_a_canary():
    """Every row of the guide's table, from provisioning to the new variants."""
    world = World().endpoint(instances=3)
    world.update(canary(count(1), 60, 120))

    steps(
        world,
        ("Updating", "old", (3, 3, 1.0, None), (0, 3, 0.0, ("Creating", "Launching 3 instance(s).", 5))),
        ("Updating", "old", (3, 3, 1.0, None),
         (1, 3, 1.0, ("ActivatingTraffic", "Activating traffic on canary capacity of 1 instance(s).", 10))),
        ("Updating", "old", (3, 3, 1.0, None),
         (1, 3, 1.0, ("Baking", "Baking for 60 seconds (WaitIntervalInSeconds) with traffic enabled on canary capacity "
                                "of 1 instance(s).", 11))),
        ("Updating", "old", (3, 3, 1.0, None),
         (3, 3, 1.0, ("ActivatingTraffic", "Activating traffic on full capacity of 3 instance(s).", 71))),
        ("Updating", "old", (3, 3, 1.0, None),
         (3, 3, 1.0, ("Baking", "Baking for 120 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity "
                                "of 3 instance(s).", 72))),
        ("Updating", "old", (3, 3, 1.0, ("Deleting", "Terminating 3 instance(s).", 192)), (3, 3, 1.0, None)),
        ("InService", "new", (3, 3, 1.0, None), None))


def test_describe_at_each_moment_of_a_rolling_batch():
    """The old count goes down as the new one goes up."""
    world = World().endpoint(instances=2)
    world.update(rolling(count(1), 60))

    steps(
        world,
        ("Updating", "old", (2, 2, 1.0, None), (0, 2, 0.0, ("Creating", "Launching 1 instance(s).", 5))),
        ("Updating", "old", (2, 2, 1.0, None),
         (1, 2, 1.0, ("ActivatingTraffic", "Activating traffic on batch capacity of 1 instance(s).", 10))),
        ("Updating", "old", (2, 2, 1.0, None),
         (1, 2, 1.0, ("Baking", "Baking for 60 seconds (WaitIntervalInSeconds) with traffic enabled on batch capacity "
                                "of 1 instance(s).", 11))),
        ("Updating", "old", (2, 2, 1.0, ("Deleting", "Terminating 1 instance(s).", 71)), (1, 2, 1.0, None)),
        ("Updating", "old", (1, 2, 1.0, None), (1, 2, 1.0, ("Creating", "Launching 1 instance(s).", 72))))


def test_describe_at_each_moment_of_a_linear_step():
    """The first step, and the last, which is full capacity."""
    world = World().endpoint(instances=2)
    world.update(linear(percent(50), 60, 30))
    world.advance(5)

    steps(
        world,
        ("Updating", "old", (2, 2, 1.0, None),
         (1, 2, 1.0, ("ActivatingTraffic", "Activating traffic on linear step capacity of 1 instance(s).", 10))),
        ("Updating", "old", (2, 2, 1.0, None),
         (1, 2, 1.0, ("Baking", "Baking for 60 seconds (WaitIntervalInSeconds) with traffic enabled on linear step capacity "
                                "of 1 instance(s).", 11))),
        ("Updating", "old", (2, 2, 1.0, None),
         (2, 2, 1.0, ("ActivatingTraffic", "Activating traffic on full capacity of 2 instance(s).", 71))),
        ("Updating", "old", (2, 2, 1.0, None),
         (2, 2, 1.0, ("Baking", "Baking for 30 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity "
                                "of 2 instance(s).", 72))))


def test_describe_while_an_update_rolls_back():
    """Updating until everything is back; the old variant and the new one say what is done to them."""
    world = World().endpoint(instances=2)
    world.alarm()
    world.update(guarded(canary(count(1), 60, 60), "errors"))
    world.advance(30)
    world.trip()
    world.next_event()

    steps(
        world,
        ("Updating", "old", (2, 2, 1.0, ("ActivatingTraffic", "Activating traffic on full capacity of 2 instance(s).", 41)),
         (0, 2, 0.0, None)),
        ("Updating", "old", (2, 2, 1.0, None), (0, 2, 0.0, ("Deleting", "Terminating 2 instance(s).", 42))),
        ("InService", "old", (2, 2, 1.0, None), None))


def test_the_pending_summary():
    """What is pending, since when, and from which image; LastDeploymentConfig is the given one at once."""
    world = World().endpoint(instances=2)
    deployment = rolling(count(1), 60)
    world.advance(7.5)
    world.update(deployment)
    world.advance(3)

    shown = world.describe()

    pending = shown["PendingDeploymentSummary"]
    assert_equal((pending["EndpointConfigName"], pending["StartTime"]), ("new", at(12.5)))
    assert_equal(shown["LastModifiedTime"], at(12.5))
    assert_equal(shown["LastDeploymentConfig"], deployment)
    variant = pending["ProductionVariants"][0]
    assert_equal((variant["VariantName"], variant["InstanceType"], variant["DesiredWeight"]), ("blue", "ml.m5.large", 1.0))
    assert_equal(variant["DeployedImages"][0]["SpecifiedImage"], IMAGE)
    assert variant["DeployedImages"][0]["ResolvedImage"].startswith(IMAGE.rsplit(":", 1)[0] + "@sha256:"), variant


def test_reading_changes_nothing():
    """However often one looks, nothing moves."""
    world = World().endpoint()
    world.update(rolling(count(1), 60))
    world.advance(20)

    before = world.state()
    for _ in range(5):
        world.describe()
        world.get("/_rollingdeploy/clock")

    assert_equal(world.state(), before)
