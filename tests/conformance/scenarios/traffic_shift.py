"""
Synthetic traffic moves from one configuration to the other in exactly the proportions of the plan, as CloudWatch shows it.

An update begins five seconds before a full minute, which is as long as a launch takes. The waits are such that every shift falls on a
full minute: 180 s from one to the next, of which one goes to the shift, and in a rolling update six to the retirement and the launch.
"""

from rollingdeploy import World, all_at_once, assert_equal, at, canary, count, guarded, linear, percent, rolling

PER_MINUTE = 3000
STEP = 180
BEGIN = 600
STEPWISE, BATCHWISE = STEP - 1, STEP - 7


def fleet(instances=4, **more):
    """An endpoint under fifty requests a second since the first full minute, whose next shift will be at BEGIN."""
    world = World().endpoint(instances=instances, **more)
    world.advance(55)
    world.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": PER_MINUTE / 60})
    world.advance(BEGIN - 65)
    return world


def sums(world, metric="Invocations", statistic="Sum", variant="blue", end=BEGIN + 16 * STEP, **dimensions):
    """A statistic of each minute from BEGIN on, as far as there is one."""
    named = {"EndpointName": "e", "VariantName": variant, **dimensions}
    points = world.cloudwatch.get_metric_statistics(
        Namespace="AWS/SageMaker", MetricName=metric, Statistics=[statistic], Period=60, StartTime=at(BEGIN), EndTime=at(end),
        Dimensions=[{"Name": name, "Value": value} for name, value in named.items()])["Datapoints"]
    return {round((point["Timestamp"] - at(BEGIN)).total_seconds() / 60): round(point[statistic], 6) for point in points}


def moves(deployment, *shares, instances=4):
    """The new fleet has each share in turn for three minutes, the last one for ever; the old one has the rest, and nothing is lost."""
    world = fleet(instances)
    world.update(deployment)
    world.until()
    world.advance(5 * 60)
    minutes = int(world.now - BEGIN) // 60
    expected = [PER_MINUTE * shares[min(minute // 3, len(shares) - 1)] for minute in range(minutes)]

    old, new = (sums(world, EndpointConfigName=name) for name in ("old", "new"))
    assert_equal([new[minute] for minute in range(minutes)], [round(each, 6) for each in expected])
    assert_equal([old.get(minute, 0) for minute in range(minutes)], [round(PER_MINUTE - each, 6) for each in expected])
    assert_equal(set(sums(world).values()), {PER_MINUTE})
    assert_equal(world.describe()["EndpointConfigName"], "new")
    return world


def test_rolling_by_one():
    moves(rolling(count(1), BATCHWISE), 1 / 4, 2 / 4, 3 / 4, 1)


def test_rolling_by_four_of_ten():
    """The last batch is what is left."""
    moves(rolling(percent(40), BATCHWISE), 4 / 10, 8 / 10, 1, instances=10)


def test_canary():
    moves(canary(count(1), STEPWISE, STEPWISE), 1 / 4, 1)


def test_linear_in_equal_steps():
    moves(linear(percent(20), STEPWISE, STEPWISE), 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1, instances=10)


def test_linear_in_odd_steps():
    moves(linear(percent(33), STEPWISE, STEPWISE), 3 / 10, 6 / 10, 9 / 10, 1, instances=10)


def test_all_at_once_and_by_default():
    moves(all_at_once(STEPWISE), 1)
    moves(None, 1)


def test_every_instance_bears_as_much_as_before():
    """Whichever metric is looked at: what the new fleet has taken over is switched off in the old one."""
    for deployment in (rolling(count(1), BATCHWISE), canary(count(1), STEPWISE, STEPWISE), linear(count(2), STEPWISE, STEPWISE)):
        world = fleet()
        world.update(deployment)
        world.until()
        for dimensions in ({}, {"EndpointConfigName": "old"}, {"EndpointConfigName": "new"}):
            assert_equal(set(sums(world, "InvocationsPerInstance", **dimensions).values()) - {0}, {PER_MINUTE / 4})


def test_a_shift_within_a_minute_divides_it():
    """At 20 s of a minute a quarter moves: for two thirds of that minute."""
    world = fleet()
    world.advance(20)
    world.update(canary(count(1), STEPWISE, STEPWISE))
    world.advance(400)
    assert_equal([sums(world, EndpointConfigName="new")[minute] for minute in (0, 1, 2, 3)],
                 [PER_MINUTE / 4 * 2 / 3, PER_MINUTE / 4, PER_MINUTE / 4, PER_MINUTE / 4 / 3 + PER_MINUTE * 2 / 3])


def test_variants_move_by_their_weights():
    """Three quarters of the traffic are blue's, and half of each variant moves in each step."""
    world = World()
    world.model()
    for name in ("old", "new"):
        world.sagemaker.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[
            {"VariantName": variant, "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 2, "InitialVariantWeight": weight}
            for variant, weight in (("blue", 3), ("green", 1))])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.advance(BEGIN - 5)
    world.put("/_rollingdeploy/endpoints/e/traffic", {"requestsPerSecond": PER_MINUTE / 60})
    world.update(linear(percent(50), STEPWISE, STEPWISE))
    world.until()
    for variant, share in (("blue", 3 / 4), ("green", 1 / 4)):
        of_old, of_new = (sums(world, variant=variant, EndpointConfigName=name) for name in ("old", "new"))
        assert_equal((of_old[0], of_new[0], of_new[4], of_old.get(4, 0)), (*[PER_MINUTE * share / 2] * 2, PER_MINUTE * share, 0))


def test_a_rollback_takes_the_traffic_back():
    """Half of it had moved when the alarm tripped, at a full minute: from the next minute on all of it is the old fleet's."""
    world = fleet()
    world.alarm()
    world.update(guarded(rolling(count(2), 2 * STEP), "errors"))
    world.advance(5 + 2 * 60)
    world.trip()
    world.until()
    world.advance(5 * 60)
    old, new = (sums(world, EndpointConfigName=name) for name in ("old", "new"))
    assert_equal([new[minute] for minute in (0, 1)], [PER_MINUTE / 2] * 2)
    assert 0 < new[2] < PER_MINUTE / 4 and set(new) == {0, 1, 2}, new
    assert_equal([round(old[2] + new[2], 6), old[3], old[4]], [PER_MINUTE] * 3)


def test_the_share_by_metric_math():
    """GetMetricData sees the same as GetMetricStatistics, and divides it."""
    world = moves(linear(percent(25), STEPWISE, STEPWISE), 1 / 4, 2 / 4, 3 / 4, 1)

    def of(query, config):
        dimensions = {"EndpointName": "e", "VariantName": "blue", "EndpointConfigName": config}
        return {"Id": query, "ReturnData": False, "MetricStat": {"Stat": "Sum", "Period": 60, "Metric": {
            "Namespace": "AWS/SageMaker", "MetricName": "Invocations",
            "Dimensions": [{"Name": name, "Value": value} for name, value in dimensions.items()]}}}

    [share] = world.cloudwatch.get_metric_data(
        MetricDataQueries=[of("o", "old"), of("n", "new"), {"Id": "share", "Expression": "100 * n / (n + FILL(o, 0))"}],
        StartTime=at(BEGIN), EndTime=at(BEGIN + 4 * STEP), ScanBy="TimestampAscending")["MetricDataResults"]

    assert_equal(share["Values"], [25.0] * 3 + [50.0] * 3 + [75.0] * 3 + [100.0] * 3)
