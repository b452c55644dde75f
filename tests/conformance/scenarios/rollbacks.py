"""Rollbacks: an alarm in the middle of a bake, set by hand or tripped by data alone, sends every policy back."""

from rollingdeploy import World, all_at_once, assert_equal, at, canary, count, guarded, linear, percent, rolling

REASON = "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors."


def updating(policy, instances=4):
    """A world in which an update of five instances' time (5 s) has begun, watched by the alarm."""
    world = World().endpoint(instances=instances)
    world.alarm()
    world.update(guarded(policy, "errors"))
    return world


def rolled_back(world, *way_back):
    """Everything is as it was before the update, by this way back, and the endpoint says why."""
    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("InService", "old"))
    assert_equal(shown["FailureReason"], REASON)
    assert "PendingDeploymentSummary" not in shown, shown
    variant = shown["ProductionVariants"][0]
    assert_equal((variant["CurrentInstanceCount"], variant["DesiredInstanceCount"]), (4, 4))
    assert "VariantStatus" not in variant, variant
    newest = world.deployments()[0]
    assert_equal((newest["status"], newest["failureReason"]), ("rolledBack", REASON))
    assert_equal(newest["rollback"], " | ".join(way_back))


def by_hand(policy, *way_back, after=100):
    """Sets the alarm in the middle of a bake; the next look, ten seconds later at most, rolls back."""
    world = updating(policy)
    world.advance(after)
    assert_equal(world.deployments()[0]["journal"][-1]["event"], "bakeStarted")
    tripped = world.now
    world.trip()

    world.until()

    rolled_back(world, *way_back)
    looked = [when for when, event in world.journal() if event == "alarmTripped"]
    assert len(looked) == 1 and tripped <= looked[0] <= tripped + 10, (tripped, looked)


def by_data(policy, *way_back, after=100):
    """Puts data and nothing else; the evaluation at the next full minute trips the alarm, the next look rolls back."""
    world = updating(policy)
    world.advance(after)
    world.report(0)
    world.advance(60)
    assert_equal(world.deployments()[0]["status"], "inProgress")
    reported = world.now
    world.report(3)

    world.until()

    rolled_back(world, *way_back)
    looked = [when for when, event in world.journal() if event == "alarmTripped"]
    minute = (reported // 60 + 1) * 60
    assert len(looked) == 1 and minute <= looked[0] <= minute + 10, (reported, looked)


def test_rolling_by_hand():
    by_hand(rolling(count(1)), "shift -1", "retire 1 new")


def test_rolling_by_data():
    by_data(rolling(count(1)), "shift -1", "retire 1 new")


def test_rolling_in_a_later_batch_at_once():
    """In the third bake two old instances are left: the other two come up again before the three new ones go."""
    by_hand(rolling(count(1)), "launch 2 old", "shift -3", "retire 3 new", after=2 * 307 + 100)


def test_rolling_in_a_later_batch_in_batches():
    """With RollbackMaximumBatchSize 1 the way back has batches too, and first goes what four instances do not need."""
    by_hand(
        rolling(count(1), RollbackMaximumBatchSize=count(1)),
        "shift -1", "retire 1 new", "launch 1 old", "shift -1", "retire 1 new", "launch 1 old", "shift -1", "retire 1 new",
        after=2 * 307 + 100)


def test_rolling_with_a_whole_fleet_as_rollback_batch():
    """A RollbackMaximumBatchSize of 100 % is a rollback at once."""
    by_data(
        rolling(percent(25), RollbackMaximumBatchSize=percent(100)), "launch 1 old", "shift -2", "retire 2 new", after=307 + 100)


def test_canary_by_hand():
    by_hand(canary(count(1)), "shift -1", "retire 4 new")


def test_canary_by_data():
    by_data(canary(count(1)), "shift -1", "retire 4 new")


def test_canary_in_the_termination_wait():
    """The last bake counts as much as the first."""
    by_data(canary(count(1)), "shift -4", "retire 4 new", after=301 + 100)


def test_linear_by_hand():
    by_hand(linear(percent(25)), "shift -1", "retire 4 new")


def test_linear_by_data():
    """In the second bake: both steps go back at once."""
    by_data(linear(percent(25)), "shift -2", "retire 4 new", after=301 + 100)


def test_all_at_once_by_hand():
    by_hand(all_at_once(), "shift -4", "retire 4 new")


def test_all_at_once_by_data():
    by_data(all_at_once(), "shift -4", "retire 4 new")


def test_an_alarm_that_is_deleted_rolls_back():
    """What cannot be watched any more is not deployed."""
    world = updating(rolling(count(1)))
    world.advance(100)
    world.cloudwatch.delete_alarms(AlarmNames=["errors"])

    world.until()

    assert_equal(world.describe()["FailureReason"],
                 "Endpoint update was rolled back because the following CloudWatch alarm(s) could not be found: errors.")


def test_an_alarm_in_alarm_from_the_start():
    """The call is accepted, and the first look of the first bake rolls back."""
    world = World().endpoint()
    world.alarm(TreatMissingData="breaching")
    world.update(guarded(canary(count(1)), "errors"))

    world.until()

    rolled_back(world, "shift -1", "retire 4 new")
    assert (5 + 5 + 1, "alarmTripped") in world.journal(), world.journal()


def test_an_alarm_without_data_does_not_trip():
    """INSUFFICIENT_DATA is not ALARM."""
    world = World().endpoint()
    world.alarm(TreatMissingData="missing")

    world.update(guarded(rolling(count(2)), "errors"))
    world.until()

    state = world.cloudwatch.describe_alarms(AlarmNames=["errors"])["MetricAlarms"][0]["StateValue"]
    assert_equal((state, world.describe()["EndpointConfigName"]), ("INSUFFICIENT_DATA", "new"))


def test_an_alarm_that_clears_before_anyone_looks_trips():
    """In ALARM for an instant, between two looks: a bad moment counts, however short."""
    world = updating(rolling(count(1)))
    world.advance(103)
    world.trip()
    world.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="OK", StateReason="only a moment")

    world.until()

    rolled_back(world, "shift -1", "retire 1 new")


def test_an_alarm_that_cleared_before_traffic_moved_does_not_trip():
    """What happened while the first batch was still launching says nothing about the new fleet."""
    world = updating(rolling(count(2), 60))
    world.trip()
    world.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="OK", StateReason="before the first shift")

    world.until()

    assert_equal(world.describe()["EndpointConfigName"], "new")


def test_without_alarms_nothing_rolls_back():
    """An alarm that the update does not name is nobody's business."""
    world = World().endpoint()
    world.alarm()
    world.update(rolling(count(2), 60))
    world.advance(30)
    world.trip()

    world.until()

    assert_equal(world.describe()["EndpointConfigName"], "new")


def test_the_next_success_clears_the_reason():
    """FailureReason stays until an update succeeds; LastModifiedTime moves with each state."""
    world = updating(rolling(count(1)))
    world.advance(100)
    world.trip()
    world.until()
    world.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="OK", StateReason="repaired")

    world.update()
    assert_equal(world.describe()["FailureReason"], REASON)
    world.until()

    shown = world.describe()
    assert "FailureReason" not in shown, shown
    assert_equal(shown["LastModifiedTime"], at(world.now))
