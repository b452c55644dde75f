"""What every scenario shares: a world of its own, its clients, the control routes, and builders for what a test needs."""

import itertools
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import zlib
from datetime import datetime, timedelta, timezone
from functools import cached_property

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.parsers import create_parser
from botocore.serialize import create_serializer

URL = os.environ["ROLLINGDEPLOY_URL"]
START = datetime(2030, 1, 1, tzinfo=timezone.utc)
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/scorer:1"
ROLE = "arn:aws:iam::123456789012:role/scorer"

# Twelve digits that no other file and no other test of this file has.
_accounts = (f"{zlib.crc32(os.path.basename(sys.argv[-1]).encode()):010d}{n:02d}" for n in itertools.count(1))


class Skipped(Exception):
    """A scenario cannot run here: what it needs is not installed."""


def http(method, path, body=None, headers=None):
    """One request as it is; returns the status, the headers and the body's bytes, whatever the status."""
    request = urllib.request.Request(URL + path, data=body, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


class World:
    """An account that no other test uses, and so a world with a clock of its own that nobody else moves."""

    def __init__(self, account=None, region="us-east-1"):
        self.account = account or next(_accounts)
        self.region = region

    def client(self, service, **config):
        """A boto3 client of this account; its second attempt would hide a defect, so it makes none."""
        config.setdefault("retries", {"total_max_attempts": 1})
        return boto3.client(
            service, region_name=self.region, endpoint_url=URL, aws_access_key_id=self.account,
            aws_secret_access_key="secret", config=Config(read_timeout=60, **config))

    @cached_property
    def sagemaker(self):
        return self.client("sagemaker")

    @cached_property
    def careless(self):
        """SageMaker through a client that checks nothing by itself and sends what it is given."""
        return self.client("sagemaker", parameter_validation=False)

    @cached_property
    def cloudwatch(self):
        return self.client("cloudwatch")

    def path(self, path):
        """A route with this account and region in its query."""
        return f"{path}{'&' if '?' in path else '?'}account={self.account}&region={self.region}"

    def call(self, method, path, body=None):
        """One of our own routes; returns its status and what its JSON says."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        status, headers, content = http(method, self.path(path), data, {"Content-Type": "application/json"})
        if content and "json" not in headers["Content-Type"]:
            raise AssertionError(f"{method} {path} answered {headers['Content-Type']}: {content[:200]}")
        return status, json.loads(content) if content else None

    def get(self, path):
        return self._expect_success("GET", path)

    def post(self, path, body=None):
        return self._expect_success("POST", path, body)

    def put(self, path, body):
        return self._expect_success("PUT", path, body)

    def _expect_success(self, method, path, body=None):
        status, answer = self.call(method, path, body)
        assert status < 300, f"{method} {path} answered {status}: {answer}"
        return answer

    def advance(self, seconds=None, **how):
        """Moves time on, by so many seconds or as the members of the route's body say."""
        return self.post("/_rollingdeploy/clock/advance", how if seconds is None else {"seconds": seconds})

    def next_event(self):
        """Moves on to the next journal entry; false when none is to come."""
        return self.advance(toNextEvent=True)["reached"]

    def until(self, status="InService", endpoint="e"):
        result = self.advance(until={"endpoint": endpoint, "status": status})
        assert result["reached"], f"{endpoint} did not become {status}: {self.describe(endpoint)}"

    @property
    def now(self):
        """Virtual seconds since the start."""
        return (moment(self.get("/_rollingdeploy/clock")["now"]) - START).total_seconds()

    def model(self, name="m"):
        return self.sagemaker.create_model(
            ModelName=name, PrimaryContainer={"Image": IMAGE}, ExecutionRoleArn=ROLE)["ModelArn"]

    def config(self, name, instances=4, model="m", **variants):
        """A configuration with one variant, or with one of so many instances for each name given."""
        return self.sagemaker.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[
            {"VariantName": variant, "ModelName": model, "InstanceType": "ml.m5.large", "InitialInstanceCount": count}
            for variant, count in (variants or {"blue": instances}).items()])["EndpointConfigArn"]

    def endpoint(self, name="e", instances=4, **more):
        """A model m, the configurations old and new, and an endpoint in service on the old one."""
        self.model()
        self.config("old", instances)
        self.config("new", instances)
        self.sagemaker.create_endpoint(EndpointName=name, EndpointConfigName="old", **more)
        self.until(endpoint=name)
        return self

    def alarm(self, name="errors", **more):
        """An alarm on the metric Scorer/Errors: OK until a datum of 1 or more comes in."""
        settings = {
            "Namespace": "Scorer", "MetricName": "Errors", "Statistic": "Sum", "Period": 60, "EvaluationPeriods": 1, "Threshold": 1,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold", "TreatMissingData": "notBreaching"}
        self.cloudwatch.put_metric_alarm(AlarmName=name, **{**settings, **more})

    def trip(self, name="errors"):
        self.cloudwatch.set_alarm_state(AlarmName=name, StateValue="ALARM", StateReason="a test says so")

    def report(self, value=1.0):
        """Puts a datum on the metric that the alarm watches."""
        self.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[{"MetricName": "Errors", "Value": value}])

    def update(self, deployment=None, config="new", endpoint="e", **more):
        if deployment is not None:
            more["DeploymentConfig"] = deployment
        return self.sagemaker.update_endpoint(EndpointName=endpoint, EndpointConfigName=config, **more)

    def scale(self, endpoint="e", **variants):
        """So many instances for each variant that is named."""
        return self.weigh(*({"VariantName": name, "DesiredInstanceCount": instances} for name, instances in variants.items()),
                          endpoint=endpoint)

    def weigh(self, *desired, endpoint="e"):
        return self.sagemaker.update_endpoint_weights_and_capacities(EndpointName=endpoint, DesiredWeightsAndCapacities=list(desired))

    def quota(self, **quota):
        self.put("/_rollingdeploy/quotas/ml.m5.large", quota)

    def describe(self, endpoint="e"):
        answer = self.sagemaker.describe_endpoint(EndpointName=endpoint)
        del answer["ResponseMetadata"]
        return answer

    def deployments(self, endpoint="e"):
        """Every deployment in full, newest first."""
        route = f"/_rollingdeploy/endpoints/{endpoint}/deployments"
        return [self.get(f"{route}/{deployment['id']}") for deployment in self.get(route)]

    def journal(self, endpoint="e"):
        """The newest deployment's events as (seconds since the start, event)."""
        return [(seconds(entry["time"]), entry["event"]) for entry in self.deployments(endpoint)[0]["journal"]]

    def aws(self, operation, body=None):
        """An operation on its plain route."""
        return self.post(operation, body or {})

    def state(self):
        """All that can be seen of this world over HTTP; two that are equal are worlds in which nothing has changed."""
        models = self.aws("/sagemaker/ListModels", {"MaxResults": 100})["Models"]
        configs = self.aws("/sagemaker/ListEndpointConfigs", {"MaxResults": 100})["EndpointConfigs"]
        endpoints = self.aws("/sagemaker/ListEndpoints", {"MaxResults": 100})["Endpoints"]
        return {
            "models": [(each, self.aws("/sagemaker/DescribeModel", {"ModelName": each["ModelName"]})) for each in models],
            "configs": [(each, self.aws("/sagemaker/DescribeEndpointConfig", {"EndpointConfigName": each["EndpointConfigName"]}))
                        for each in configs],
            "endpoints": [(each, self.aws("/sagemaker/DescribeEndpoint", {"EndpointName": each["EndpointName"]}),
                           self.deployments(each["EndpointName"])) for each in endpoints],
            "tags": [self.aws("/sagemaker/ListTags", {"ResourceArn": each[f"{kind}Arn"]})
                     for kind, those in (("Model", models), ("EndpointConfig", configs), ("Endpoint", endpoints)) for each in those],
            "quotas": self.get("/_rollingdeploy/quotas"),
            "alarms": self.aws("/cloudwatch/DescribeAlarms"),
            "metrics": self.aws("/cloudwatch/ListMetrics"),
            "faults": self.get("/_rollingdeploy/faults"),
            "clock": self.get("/_rollingdeploy/clock"),
        }

    def refuses(self, code, message, call, status=400):
        """The call fails with exactly this, in the protocol's own form, and leaves the world as it was."""
        before = self.state()
        error = expect_error(code, message, call, status)
        assert_equal(self.state(), before)
        return error

    def arn(self, kind, name):
        return f"arn:aws:sagemaker:{self.region}:{self.account}:{kind}/{name}"


class Speaking(World):
    """A world whose CloudWatch client speaks the protocol that it is told to, checks nothing by itself, and keeps what it sends."""

    def __init__(self, protocol):
        super().__init__()
        name = {"cbor": "smithy-rpc-v2-cbor"}.get(protocol, protocol)
        client = self.client("cloudwatch", parameter_validation=False)
        client._serializer = create_serializer(name, include_validation=False)
        client._response_parser = create_parser(name)
        client.meta.service_model.resolved_protocol = name
        self.sent = []
        client.meta.events.register("before-send.cloudwatch.*", lambda request, **_: self.sent.append(request))
        self.cloudwatch = client

        self.shapes = {shape.error_code: shape.name for shape in client.meta.service_model.error_shapes}

    def refuses(self, code, message, call, status=400):
        """As every world, and a client of the newer protocols also learns the name of the error's shape in AWS's model."""
        error = super().refuses(code, message, call, status)
        shape = self.shapes.get(code, "ValidationException")
        is_query = self.cloudwatch.meta.service_model.resolved_protocol == "query"
        assert_equal((error["Type"], error.get("QueryErrorCode")), ("Sender", None if is_query else shape))

    def refuses_each(self, operation, base, *rows):
        """A row is a code, a message and the members that the call has beside or instead of the base's; None takes one away."""
        for code, message, members in rows:
            call = {name: value for name, value in {**base, **members}.items() if value is not None}
            self.refuses(code, message, lambda: getattr(self.cloudwatch, operation)(**call))

    def state_of(self, name="errors"):
        return self.cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]

    def alarm_arn(self, name):
        return f"arn:aws:cloudwatch:{self.region}:{self.account}:alarm:{name}"


def moment(text):
    """A timestamp of our own routes."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def seconds(text):
    """A timestamp of our own routes as seconds since the start."""
    return (moment(text) - START).total_seconds()


def at(offset):
    """So many seconds after the start."""
    return START + timedelta(seconds=offset)


def count(value):
    return {"Type": "INSTANCE_COUNT", "Value": value}


def percent(value):
    return {"Type": "CAPACITY_PERCENT", "Value": value}


def guarded(policy, *alarms):
    """A policy with the alarms that send it back."""
    return {**policy, "AutoRollbackConfiguration": {"Alarms": [{"AlarmName": name} for name in alarms]}}


def rolling(batch, wait=300, **more):
    return {"RollingUpdatePolicy": {"MaximumBatchSize": batch, "WaitIntervalInSeconds": wait, **more}}


def blue_green(kind, wait=300, termination=None, **sizes):
    policy = {"TrafficRoutingConfiguration": {"Type": kind, "WaitIntervalInSeconds": wait, **sizes}}
    return {"BlueGreenUpdatePolicy": policy if termination is None else {**policy, "TerminationWaitInSeconds": termination}}


def linear(step, wait=300, termination=300):
    return blue_green("LINEAR", wait, termination, LinearStepSize=step)


def canary(size, wait=300, termination=300):
    return blue_green("CANARY", wait, termination, CanarySize=size)


def all_at_once(termination=300):
    return blue_green("ALL_AT_ONCE", 0, termination)


def detected(*clauses):
    """What AWS's framework says of violations of a shape's constraints."""
    return (f"{len(clauses)} validation error{'s' if len(clauses) > 1 else ''} detected: "
            + "; ".join(f"Value {value} at '{path}' failed to satisfy constraint: {clause}" for value, path, clause in clauses))


def error_of(call):
    """The ClientError that the call raises."""
    try:
        answer = call()
    except ClientError as error:
        return error
    raise AssertionError(f"it was accepted: {answer}")


def expect_error(code, message, call, status=400):
    """The call fails with exactly this code, this message and this HTTP status, in the protocol's own form."""
    response = error_of(call).response
    meta = response["ResponseMetadata"]
    assert_equal((response["Error"]["Code"], response["Error"].get("Message", "")), (code, message))
    assert_equal(meta["HTTPStatusCode"], status)
    content = meta["HTTPHeaders"]["content-type"]
    assert "json" in content or "xml" in content or "cbor" in content, f"it answered {content}"
    return response["Error"]


def assert_equal(actual, expected):
    assert actual == expected, f"\n  is       {actual!r}\n  expected {expected!r}"
