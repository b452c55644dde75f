"""Whole doubles keep their .0, as AWS writes them, so that Python sees floats."""

from metrics import Measured
from rollingdeploy import World, assert_equal


def all_floats(*values):
    for value in values:
        assert_equal((value, type(value)), (value, float))


def test_doubles_of_cloudwatch(protocol):
    """A threshold and each statistic; LocalStack's recordings of AWS have 30.0 and 41.0."""
    world = Measured(protocol)
    world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[{"MetricName": "m", "Values": [20.0, 21.0]}])
    world.cloudwatch.put_metric_alarm(
        AlarmName="a", Namespace="Scorer", MetricName="m", Statistic="Sum", Period=60, EvaluationPeriods=1, Threshold=30,
        ComparisonOperator="GreaterThanThreshold")
    world.advance(60)

    alarm = world.cloudwatch.describe_alarms(AlarmNames=["a"])["MetricAlarms"][0]

    all_floats(alarm["Threshold"])
    assert "[41.0 (" in alarm["StateReason"], alarm["StateReason"]
    assert_equal(type(alarm["Period"]), int)


def test_weights_of_sagemaker():
    """A public output of describe_endpoint shows 'CurrentWeight': 1.0."""
    world = World().endpoint()

    config = world.sagemaker.describe_endpoint_config(EndpointConfigName=world.describe()["EndpointConfigName"])
    variant = world.describe()["ProductionVariants"][0]

    all_floats(variant["CurrentWeight"], variant["DesiredWeight"], config["ProductionVariants"][0]["InitialVariantWeight"])
    assert_equal(type(variant["CurrentInstanceCount"]), int)
