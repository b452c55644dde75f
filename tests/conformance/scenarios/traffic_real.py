"""Requests that clients send move from one configuration to the other as the plan says, within sampling error."""

import math

from rollingdeploy import World, assert_equal, canary, count, linear, rolling
from traffic_shift import BATCHWISE, BEGIN, PER_MINUTE, STEP, STEPWISE, fleet, sums


def sampled(deployment, *shares):
    """Of two hundred real requests in each step as many are the new fleet's as chance allows: four standard deviations to either side."""
    calls = 200
    world = World().endpoint()
    runtime = world.client("sagemaker-runtime")
    world.advance(BEGIN - 10)
    world.update(deployment)
    world.advance(5 + 60)
    for share in shares:
        answers = [runtime.invoke_endpoint(EndpointName="e", Body=b"1") for _ in range(calls)]
        assert_equal({answer["InvokedProductionVariant"] for answer in answers}, {"blue"})
        world.advance(STEP)
    for step, share in enumerate(shares):
        old, new = (sums(world, EndpointConfigName=name).get(1 + 3 * step, 0) for name in ("old", "new"))
        assert_equal((old + new, sums(world)[1 + 3 * step]), (calls, calls))
        assert abs(new - calls * share) <= 4 * math.sqrt(calls * share * (1 - share)), (step, new)


def test_real_requests_while_rolling():
    sampled(rolling(count(1), BATCHWISE), 1 / 4, 2 / 4, 3 / 4, 1)


def test_real_requests_in_a_canary():
    sampled(canary(count(1), STEPWISE, STEPWISE), 1 / 4, 1)


def test_real_requests_in_linear_steps():
    sampled(linear(count(1), STEPWISE, STEPWISE), 1 / 4, 2 / 4, 3 / 4, 1)


def test_real_requests_and_synthetic_ones_add_up():
    world = fleet()
    runtime = world.client("sagemaker-runtime")
    world.update(canary(count(1), STEPWISE, STEPWISE))
    world.advance(35)
    for _ in range(40):
        runtime.invoke_endpoint(EndpointName="e", Body=b"1")
    world.advance(60)
    old, new = (sums(world, EndpointConfigName=name)[0] for name in ("old", "new"))
    assert_equal((sums(world)[0], old + new), (PER_MINUTE + 40, PER_MINUTE + 40))
    assert 0 < new - PER_MINUTE / 4 < 40 and math.isclose(new % 1, 0), new
