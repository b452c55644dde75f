"""Requests that no AWS client would send: always an error in the protocol's own shape, never a page, a 500 or a stack trace."""

import json

from rollingdeploy import World, assert_equal, http


def headers(world, **more):
    """What marks a request as awsJson of this account."""
    scope = f"{world.account}/20300101/us-east-1/sagemaker/aws4_request"
    return {"Content-Type": "application/x-amz-json-1.1",
            "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0", **more}


def refused(method, path, body, sent, status, kind, *texts):
    """Sends it; the answer has this status, this type of content and these texts, and nothing that a developer should read."""
    world = World().endpoint()
    before = world.state()

    got, answered, content = http(method, path, body, sent(world) if callable(sent) else sent)

    text = content.decode(errors="replace")
    assert_equal((got, answered["Content-Type"].split(";")[0]), (status, kind))
    for part in texts:
        assert part in text, text
    for part in ("<html", "<!DOCTYPE", "   at ", "Exception:", "System.", "RollingDeploy.Host", ".cs:"):
        assert part not in text, text
    if "json" in kind:
        json.loads(text)
    assert_equal(world.state(), before)


def json_refused(body, code, *texts, target="SageMaker.UpdateEndpoint"):
    refused("POST", "/", body, lambda world: headers(world, **{"X-Amz-Target": target}), 400, "application/x-amz-json-1.1",
            f'"{code}"', *texts)


def test_a_body_that_is_not_json():
    for body in (b"EndpointName=e", b"{", b'{"EndpointName": }', b"\x00\x01\xff", b"{'EndpointName': 'e'}", b'{"a":1} trailing'):
        json_refused(body, "SerializationException")


def test_a_body_that_is_json_but_no_object():
    for body in (b"[]", b"1", b'"text"', b"true"):
        json_refused(body, "SerializationException", "The request body must be a JSON object.")


def test_a_member_of_the_wrong_type():
    json_refused(b'{"EndpointName": 5}', "SerializationException", "EndpointName")
    json_refused(b'{"EndpointName": {"a": 1}}', "SerializationException", "EndpointName")
    json_refused(b'{"EndpointName":"e","EndpointConfigName":"new","RetainDeploymentConfig":"yes"}', "SerializationException",
                 "RetainDeploymentConfig")
    json_refused(b'{"EndpointName":"e","EndpointConfigName":"new","DeploymentConfig":[]}', "SerializationException", "DeploymentConfig")
    json_refused(b'{"EndpointName":"e","EndpointConfigName":"new","DeploymentConfig":{"RollingUpdatePolicy":{"MaximumBatchSize":'
                 b'{"Type":"INSTANCE_COUNT","Value":99999999999},"WaitIntervalInSeconds":0}}}', "SerializationException", "Value")


def test_a_body_that_is_nested_without_end():
    json_refused(b'{"DeploymentConfig":' * 100_000, "SerializationException")


def test_no_body_at_all():
    """An empty body counts as an empty object: the members are missing."""
    json_refused(b"", "ValidationException", "Value null at 'endpointName' failed to satisfy constraint: Member must not be null")


def test_null_counts_as_absent():
    json_refused(b'{"EndpointName":null,"EndpointConfigName":"new"}', "ValidationException", "Value null at 'endpointName'")
    json_refused(b"null", "SerializationException")


def test_unknown_members_are_ignored():
    """awsJson1.1 ignores what it does not know: the call goes as far as it would without."""
    json_refused(b'{"EndpointName":"none-such","EndpointConfigName":"new","Colour":"red"}', "ValidationException", "Could not find endpoint")


def test_an_unknown_operation():
    json_refused(b"{}", "UnknownOperationException", "ExplodeEndpoint", target="SageMaker.ExplodeEndpoint")
    json_refused(b"{}", "UnknownOperationException", target="SageMaker.")
    json_refused(b"{}", "UnknownOperationException", target="SageMaker.updateendpoint")


def test_an_operation_that_is_not_served_yet():
    json_refused(b"{}", "UnknownOperationException", "CreateTrainingJob", target="SageMaker.CreateTrainingJob")


def test_an_unknown_target():
    json_refused(b"{}", "UnknownOperationException", target="NoSuchService.Operation")
    json_refused(b"{}", "UnknownOperationException", target="")


def test_an_unknown_query_action():
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    refused("POST", "/", b"Action=ExplodeAlarm&Version=2010-08-01", form, 400, "text/xml", "<Code>InvalidAction</Code>", "ExplodeAlarm")
    refused("POST", "/", b"Action=ExplodeAlarm", form, 400, "text/xml", "<Code>InvalidAction</Code>")
    refused("GET", "/?Action=ExplodeAlarm&Version=2010-08-01", None, {}, 400, "text/xml", "<Code>InvalidAction</Code>")


def test_query_values_of_the_wrong_type():
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    alarm = b"Action=PutMetricAlarm&Version=2010-08-01&AlarmName=a&EvaluationPeriods=1&ComparisonOperator=GreaterThanThreshold"
    refused("POST", "/", alarm + b"&Period=soon", form, 400, "text/xml", "<Code>MalformedInput</Code>", "Period")
    refused("POST", "/", alarm + b"&Threshold=NaN", form, 400, "text/xml", "<Type>Sender</Type>")
    refused("POST", "/", b"Action=PutMetricData&Version=2010-08-01&Namespace=S&MetricData.member.x.MetricName=m", form, 400, "text/xml")


def test_the_plain_routes():
    """JSON with no special header, and AWS's errors."""
    sent = {"Content-Type": "application/json"}
    refused("POST", "/sagemaker/ExplodeEndpoint", b"{}", sent, 400, "application/json", "UnknownOperationException")
    refused("POST", "/sagemaker/DescribeEndpoint", b"nonsense", sent, 400, "application/json", "SerializationException")
    refused("POST", "/sagemaker/DescribeEndpoint", b'{"EndpointName":"none-such"}', sent, 400, "application/json",
            "ValidationException", "Could not find endpoint")
    refused("POST", "/cloudwatch/SetAlarmState", b'{"AlarmName":"a","StateValue":"OK","StateReason":"r"}', sent, 400,
            "application/json", "ResourceNotFound")


def test_gets():
    """A browser or a health check that asks for the wrong path gets problem details."""
    for path in ("/nothing/here", "/sagemaker/DescribeEndpoint", "/sagemaker", "/_rollingdeploy/nothing", "/bucket/key.tar.gz"):
        refused("GET", path, None, {}, 404, "application/problem+json")


def test_other_methods():
    for method in ("PUT", "DELETE", "PATCH"):
        refused(method, "/", b"{}", {}, 404, "application/problem+json")


def test_a_method_that_a_control_route_does_not_have():
    refused("DELETE", "/_rollingdeploy/clock", None, {}, 404, "application/problem+json")


def test_both_cbor_and_a_target():
    """The protocol says that a request cannot be marked as both."""
    refused("POST", "/service/GraniteServiceVersion20100801/operation/ListMetrics", b"\xa0",
            {"Smithy-Protocol": "rpc-v2-cbor", "X-Amz-Target": "GraniteServiceVersion20100801.ListMetrics"}, 400,
            "application/cbor")
