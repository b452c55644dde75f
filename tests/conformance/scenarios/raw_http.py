"""Requests that no AWS client would send: always an error in the protocol's own shape, never a page, a 500 or a stack trace."""

import gzip
import json
import socket
import struct
import urllib.parse

from rollingdeploy import URL, World, assert_equal, http


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


CBOR = "/service/GraniteServiceVersion20100801/operation/"
CBOR_HEADERS = {"Smithy-Protocol": "rpc-v2-cbor", "Content-Type": "application/cbor"}


def test_cbor_by_hand():
    """Bytes written by no client of AWS: lists and maps of open length, a half float, a text in pieces; tagged doubles come back."""
    world = World()
    scope = f"{world.account}/20300101/us-east-1/monitoring/aws4_request"
    sent = {**CBOR_HEADERS, "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0"}
    point = b"\xbf\x6aMetricName\x7f\x61E\x65rrors\xff\x65Value\xf9\x3e\x00\xff"

    put = http("POST", CBOR + "PutMetricData", b"\xbf\x69Namespace\x66Scorer\x6aMetricData\x9f" + point + b"\xff\xff", sent)
    got = http("POST", CBOR + "GetMetricStatistics", b"\xa6\x69Namespace\x66Scorer\x6aMetricName\x66Errors\x69StartTime\xc1\x1a"
               b"\x70\xdb\xd8\x80\x67EndTime\xc1\x1a\x70\xdb\xd8\xbc\x66Period\x18\x3c\x6aStatistics\x81\x63Sum", sent)

    assert_equal((put[0], put[2], put[1]["Smithy-Protocol"], put[1]["Content-Type"]), (200, b"", "rpc-v2-cbor", None))
    assert_equal((got[0], got[1]["Content-Type"]), (200, "application/cbor"))
    assert_equal(got[2], b"\xbf\x65Label\x66Errors\x6aDatapoints\x9f\xbf\x69Timestamp\xc1\xfb" + struct.pack(">d", 1893456000)
                 + b"\x63Sum\xfb" + struct.pack(">d", 1.5) + b"\x64Unit\x64None\xff\xff\xff")


def cbor_refused(body, code, *texts, operation="PutMetricData", status=400, **more):
    refused("POST", CBOR + operation, body, {**CBOR_HEADERS, **more}, status, "application/cbor", f"#{code}", *texts)


def test_a_body_that_is_not_cbor():
    for body in (b"{}", b"\x80", b"\xf6", b"\xa1", b"\xbf", b"\xa0\xa0", b"\xff", b"\xa1\x61\xff\x01", b"\xa2\x61a\x01\x61a\x02"):
        cbor_refused(body, "SerializationException")
    cbor_refused(b"\xa1\x61x" + b"\x81" * 100_000, "SerializationException", "nested deeper")
    cbor_refused(b"\xa1\x69Namespace\x01", "SerializationException", "The value of 'Namespace' must be a string.")


def test_cbor_that_is_not_a_call():
    cbor_refused(b"\xa0", "UnknownOperationException", "ExplodeAlarm", operation="ExplodeAlarm")
    cbor_refused(b"{}", "UnsupportedMediaTypeException", status=415, **{"Content-Type": "application/json"})
    refused("POST", "/", b"\xa0", CBOR_HEADERS, 400, "application/cbor", "UnknownOperationException")
    refused("GET", CBOR + "ListMetrics", None, {"Smithy-Protocol": "rpc-v2-cbor"}, 400, "application/cbor", "UnknownOperationException")


def test_both_cbor_and_a_target():
    """The protocol says that a request cannot be marked as both."""
    cbor_refused(b"\xa0", "SerializationException", "X-Amz-Target", operation="ListMetrics",
                 **{"X-Amz-Target": "GraniteServiceVersion20100801.ListMetrics"})


def test_an_upload_that_is_far_too_large():
    """A client that sends all before it reads is told so, and does not meet a closed connection."""
    target = {"X-Amz-Target": "SageMaker.CreateModel", "Content-Type": "application/x-amz-json-1.1"}
    refused("POST", "/", bytes(40 * 1024 * 1024), target, 413, "application/x-amz-json-1.1",
            "RequestEntityTooLargeException", "larger than")


def test_gzip_that_is_broken():
    """Cut off, followed by something else, or none at all; and a bomb of zeros. Each is told in the caller's protocol."""
    target = {"X-Amz-Target": "GraniteServiceVersion20100801.PutMetricData", "Content-Type": "application/x-amz-json-1.0"}
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    bomb = gzip.compress(bytes(100 * 1024 * 1024))
    for path, kind, sent in (("/", "application/x-amz-json-1.0", target), ("/", "text/xml", form),
                             (CBOR + "PutMetricData", "application/cbor", CBOR_HEADERS)):
        sent = {**sent, "Content-Encoding": "gzip"}
        whole = gzip.compress(b"Action=PutMetricData&Version=2010-08-01" * 100)
        for body in (whole[:-1], whole[:-8], whole[:20], whole[:3], whole + b"x", b"{}"):
            refused("POST", path, body, sent, 400, kind, "not valid gzip")
        refused("POST", path, bomb, sent, 413, kind, "larger than")


def connected():
    parts = urllib.parse.urlsplit(URL)
    return socket.create_connection((parts.hostname, parts.port), timeout=30)


def sent_by_hand(head, body):
    """These bytes, and all that is answered to them."""
    with connected() as stream:
        stream.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
        answer = b""
        while part := stream.recv(65536):
            answer += part
    return answer.decode(errors="replace")


def test_chunks_that_are_none():
    """Sizes beyond what is counted, and no sizes: refused in the caller's protocol, on our own routes too."""
    chunked = "HTTP/1.1\nHost: localhost\nConnection: close\nTransfer-Encoding: chunked"
    for body in (b"FFFFFFFF\r\nabc", b"FFFFFFFFFFFFFFFFFF\r\nabc", b"zz\r\nabc", b"3\r\nabcdef\r\n"):
        for head, status, text in (
            (f"POST / {chunked}\nX-Amz-Target: SageMaker.ListModels", 400, "SerializationException"),
            (f"POST / {chunked}\nContent-Type: application/x-www-form-urlencoded", 400, "<Code>MalformedInput</Code>"),
            (f"POST {CBOR}ListMetrics {chunked}\nSmithy-Protocol: rpc-v2-cbor", 400, "#SerializationException"),
            (f"POST /endpoints/e/invocations {chunked}", 400, "ValidationError"),
            (f"PUT /_rollingdeploy/clock {chunked}", 400, "application/problem+json"),
        ):
            answer = sent_by_hand(head, body)
            assert answer.startswith(f"HTTP/1.1 {status} "), answer
            assert text in answer and "The request body could not be read." in answer, answer


def test_a_caller_that_leaves_in_the_middle():
    """Reset or closed while the body is on its way: nobody is there to be told, and the host goes on."""
    for head in ("POST / HTTP/1.1\r\nX-Amz-Target: SageMaker.ListModels", "PUT /_rollingdeploy/clock HTTP/1.1"):
        for linger in (struct.pack("ii", 1, 0), struct.pack("ii", 0, 0)):
            stream = connected()
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            stream.sendall(f"{head}\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{{".encode())
            stream.close()
    assert_equal(http("GET", "/health")[0], 200)


def test_a_form_without_an_action():
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for body in (b"Version=2010-08-01", b"Action=", b""):
        refused("POST", "/", body, form, 400, "text/xml", "<Type>Sender</Type><Code>MissingAction</Code><Message>")
