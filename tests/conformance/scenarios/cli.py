"""The AWS CLI, as a shell would call it: its endpoint and its credentials come from the environment."""

import json
import os
import shutil
import subprocess

from linear import SAMPLE
from rollingdeploy import URL, Skipped, World, assert_equal


def aws(world, *arguments):
    """Runs the CLI in a world's account; returns its exit code, what it printed, and its complaint."""
    if shutil.which("aws") is None:
        raise Skipped("AWS CLI not found")
    environment = {
        **os.environ, "AWS_ENDPOINT_URL": URL, "AWS_ACCESS_KEY_ID": world.account, "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": world.region, "AWS_PAGER": "", "AWS_MAX_ATTEMPTS": "1"}
    run = subprocess.run(["aws", *arguments, "--output", "json"], env=environment, capture_output=True, text=True, timeout=60)
    return run.returncode, json.loads(run.stdout) if run.stdout.strip() else None, run.stderr.strip()


def test_the_linear_example():
    """update-endpoint with --deployment-config '…' deploys just as boto3 does."""
    world = World().endpoint(instances=10)

    code, answer, complaint = aws(
        world, "sagemaker", "update-endpoint", "--endpoint-name", "e", "--endpoint-config-name", "new",
        "--deployment-config", json.dumps(SAMPLE))

    assert_equal((code, complaint), (0, ""))
    assert_equal(answer, {"EndpointArn": world.arn("endpoint", "e")})
    world.until()
    assert_equal(world.deployments()[0]["plan"],
                 "launch 10 | shift 2 | " + "bake 300s | shift 2 | " * 4 + "bake 300s | retire 10")
    _, shown, _ = aws(world, "sagemaker", "describe-endpoint", "--endpoint-name", "e")
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("InService", "new"))
    assert_equal(shown["LastDeploymentConfig"], SAMPLE)


def test_a_refusal_is_printed_in_aws_words():
    """The CLI shows code, operation and message, and fails."""
    world = World()

    code, _, complaint = aws(world, "sagemaker", "describe-endpoint", "--endpoint-name", "None-Such")

    assert code != 0, code
    assert ("An error occurred (ValidationException) when calling the DescribeEndpoint operation: "
            f'Could not find endpoint "{world.arn("endpoint", "none-such")}".') in complaint, complaint


def test_alarms():
    """The CLI's CloudWatch reads what boto3 put."""
    world = World()
    world.alarm()
    world.trip()

    _, answer, _ = aws(world, "cloudwatch", "describe-alarms", "--alarm-names", "errors")

    assert_equal([alarm["StateValue"] for alarm in answer["MetricAlarms"]], ["ALARM"])


def test_the_caller_is_the_account():
    """sts get-caller-identity, which scripts call first, names the account of the access key."""
    world = World()

    code, answer, _ = aws(world, "sts", "get-caller-identity")

    assert_equal((code, answer["Account"]), (0, world.account))
