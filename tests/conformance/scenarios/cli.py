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


def test_an_alarm_on_an_expression():
    """put-metric-alarm with --metrics, and put-composite-alarm over it; data trips both, and the history tells of it."""
    world = World()
    queries = [{"Id": name, "ReturnData": False, "MetricStat": {
        "Metric": {"Namespace": "Scorer", "MetricName": name.title()}, "Period": 60, "Stat": "Sum"}} for name in ("errors", "requests")]
    queries.append({"Id": "rate", "Expression": "100*errors/MAX([requests, 1])", "Label": "error rate"})
    topic = f"arn:aws:sns:us-east-1:{world.account}:on-call"

    _cloudwatch(world, "put-metric-alarm", "--alarm-name", "rate", "--metrics", json.dumps(queries), "--evaluation-periods", "1",
                "--threshold", "5", "--comparison-operator", "GreaterThanThreshold", "--treat-missing-data", "notBreaching")
    _cloudwatch(world, "put-composite-alarm", "--alarm-name", "any", "--alarm-rule", 'ALARM("rate") OR FALSE',
                "--alarm-actions", topic)
    _cloudwatch(world, "put-metric-data", "--namespace", "Scorer", "--metric-data", "MetricName=Errors,Value=6",
                "MetricName=Requests,Value=100,Unit=Count")
    world.advance(60)

    answer = _cloudwatch(world, "describe-alarms", "--alarm-types", "MetricAlarm", "CompositeAlarm")
    assert_equal([alarm["StateValue"] for alarm in answer["MetricAlarms"] + answer["CompositeAlarms"]], ["ALARM", "ALARM"])
    items = _cloudwatch(world, "describe-alarm-history", "--alarm-types", "CompositeAlarm", "--scan-by", "TimestampAscending")
    assert_equal([item["HistorySummary"] for item in items["AlarmHistoryItems"]], [
        'Alarm "any" created', "Alarm updated from INSUFFICIENT_DATA to OK", "Alarm updated from OK to ALARM",
        f"Successfully executed action {topic}"])
    change = json.loads(items["AlarmHistoryItems"][2]["HistoryData"])
    assert_equal((change["oldState"]["stateValue"], change["newState"]["stateValue"]), ("OK", "ALARM"))


def test_metric_data():
    """get-metric-data evaluates expressions; the CLI puts the pages of list-metrics together."""
    world = World()
    world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
        {"MetricName": "Latency", "Value": float(number), "Dimensions": [{"Name": "N", "Value": f"{number:03d}"}]} for number in range(501)])
    search = [{"Id": "all", "Expression": "SUM(SEARCH('{Scorer,N} N=\"001\" OR N=\"002\"', 'Sum', 60))"}]

    answer = _cloudwatch(world, "get-metric-data", "--metric-data-queries", json.dumps(search),
                         "--start-time", "2030-01-01T00:00:00Z", "--end-time", "2030-01-01T00:10:00Z",
                         "--query", "MetricDataResults[].[Id, Values, StatusCode]")
    listed = _cloudwatch(world, "list-metrics", "--namespace", "Scorer", "--query", "length(Metrics)")

    assert_equal(answer, [["all", [3.0], "Complete"]])
    assert_equal(listed, 501)


def _cloudwatch(world, *arguments):
    """A command that succeeds, and what it printed."""
    code, answer, complaint = aws(world, "cloudwatch", *arguments)
    assert_equal((code, complaint), (0, ""))
    return answer


def test_the_caller_is_the_account():
    """sts get-caller-identity, which scripts call first, names the account of the access key."""
    world = World()

    code, answer, _ = aws(world, "sts", "get-caller-identity")

    assert_equal((code, answer["Account"]), (0, world.account))
