"""CloudWatch's requests as bytes: bodies that are broken are errors in the caller's own protocol, and nothing is kept of them."""

import gzip
import json
from xml.etree import ElementTree

from rollingdeploy import World, assert_equal, http

AUTHORIZATION = "AWS4-HMAC-SHA256 Credential={}/20300101/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=x"
CBOR = {"Content-Type": "application/cbor", "Smithy-Protocol": "rpc-v2-cbor", "Accept": "application/cbor"}
JSON = {"Content-Type": "application/x-amz-json-1.0"}
QUERY = {"Content-Type": "application/x-www-form-urlencoded"}
SERVICE = "/service/GraniteServiceVersion20100801/operation/"
BOMB = gzip.compress(b"\0" * (64 * 1024 * 1024))
BROKEN = gzip.compress(b"x" * 20000)[:-30]


class Raw(World):
    """A world to which bytes are sent."""

    def send(self, protocol, operation, body, **headers):
        """One request to an operation; returns status, headers and body."""
        base = {"json": {**JSON, "X-Amz-Target": f"GraniteServiceVersion20100801.{operation}"}, "query": QUERY, "cbor": CBOR}[protocol]
        path = SERVICE + operation if protocol == "cbor" else "/"
        return http("POST", path, body, {**base, "Authorization": AUTHORIZATION.format(self.account), **headers})

    def error(self, protocol, operation, body, **headers):
        """The request is refused in its own protocol; returns status and the error's name."""
        status, answered, content = self.send(protocol, operation, body, **headers)
        kind = answered["Content-Type"].split(";")[0]
        assert_equal(kind, {"json": "application/x-amz-json-1.0", "query": "text/xml", "cbor": "application/cbor"}[protocol])
        if protocol == "query":
            return status, ElementTree.fromstring(content).find(".//{*}Code").text
        if protocol == "cbor":
            assert_equal(answered["Smithy-Protocol"], "rpc-v2-cbor")
            return status, content.split(b"#")[1].split(b"gmessage")[0].decode()
        return status, json.loads(content)["__type"].split("#")[1]


def head(text):
    """A CBOR string, up to 23 bytes long."""
    return bytes([0x60 + len(text)]) + text.encode()


def test_definite_and_indefinite_cbor():
    """What real clients write: maps and lists of known and of unknown length, integers and half floats for doubles, tagged times."""
    for number in (b"\x01", b"\xf9\x3c\x00", b"\xfa\x3f\x80\x00\x00", b"\xfb\x3f\xf0" + bytes(6)):
        world = Raw()
        datum = b"\xbf" + head("MetricName") + b"\x7f" + head("Err") + head("ors") + b"\xff" + head("Value") + number + head("Timestamp") \
            + b"\xc1\x1a\x70\xdb\xd8\x80" + head("Unit") + b"\xf6\xff"
        body = b"\xa2" + head("Namespace") + head("Scorer") + head("MetricData") + b"\x9f" + datum + b"\xff"
        status, headers, answer = world.send("cbor", "PutMetricData", body)
        assert_equal((status, headers["Smithy-Protocol"], answer), (200, "rpc-v2-cbor", b""))
        points = world.cloudwatch.get_metric_statistics(
            Namespace="Scorer", MetricName="Errors", StartTime="2030-01-01T00:00:00Z", EndTime="2030-01-01T00:01:00Z", Period=60,
            Statistics=["Sum"])["Datapoints"]
        assert_equal([point["Sum"] for point in points], [1.0])


def test_broken_cbor():
    """Cut off, of the wrong type, no map, or with bytes behind it."""
    world = Raw()
    for body in (b"\xa1", b"\xbf", b"\x9f\xff", b"\xff", b"\xa1\x01\x02", b"\xa0\xa0", b"\x81" * 5000,
                 b"\xa1" + head("Namespace") + b"\x7a\xff\xff\xff\xff", b"\xa1" + head("Namespace") + b"\xf5"):
        assert_equal((body[:9], world.error("cbor", "ListMetrics", body)), (body[:9], (400, "SerializationException")))


def test_compressed_bodies():
    """Every protocol takes them; what is cut off, not compressed at all or too large is refused, and nothing of it is kept."""
    world = Raw()
    datum = '{"Namespace":"S","MetricData":[{"MetricName":"m","Value":1}]}'
    form = "Action=PutMetricData&Version=2010-08-01&Namespace=S&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1"
    cbor = b"\xa2" + head("Namespace") + head("S") + head("MetricData") + b"\x81\xa2" + head("MetricName") + head("m") + head("Value") + b"\x01"
    for protocol, body in (("json", datum.encode()), ("query", form.encode()), ("cbor", cbor)):
        packed = {"Content-Encoding": "gzip"}
        status, _, _ = world.send(protocol, "PutMetricData", gzip.compress(body), **packed)
        assert_equal((protocol, status), (protocol, 200))
        before = world.state()
        malformed = (400, "MalformedInput" if protocol == "query" else "SerializationException")
        too_large = (413, "RequestEntityTooLarge" if protocol == "query" else "RequestEntityTooLargeException")
        assert_equal([world.error(protocol, "PutMetricData", broken, **packed) for broken in (BROKEN, body, BOMB)],
                     [malformed, malformed, too_large])
        assert_equal(world.state(), before)


def test_no_target_beside_cbor():
    """A request is of one protocol; unknown operations and other services are refused."""
    world = Raw()
    target = {"X-Amz-Target": "GraniteServiceVersion20100801.ListMetrics"}
    assert_equal(world.error("cbor", "ListMetrics", b"\xa0", **target), (400, "SerializationException"))
    assert_equal(world.error("cbor", "ListMetricsOnly", b"\xa0"), (400, "UnknownOperationException"))
    assert_equal(world.error("json", "ListMetricsOnly", b"{}"), (400, "UnknownOperationException"))
    assert_equal(world.error("query", "", b"Action=ListMetricsOnly&Version=2010-08-01"), (400, "InvalidAction"))
    assert_equal(world.error("query", "", b"Action=ListMetrics&Version=2010-08-02"), (400, "InvalidAction"))


def test_an_absent_alarm_by_protocol():
    """404 for forms, and for the others only when they ask for query codes."""
    world = Raw()
    body = {"json": b'{"AlarmName":"x","StateValue":"OK","StateReason":"r"}',
            "query": b"Action=SetAlarmState&Version=2010-08-01&AlarmName=x&StateValue=OK&StateReason=r",
            "cbor": b"\xa3" + head("AlarmName") + head("x") + head("StateValue") + head("OK") + head("StateReason") + head("r")}
    asking = {"x-amzn-query-mode": "true"}
    for protocol in body:
        statuses = [world.send(protocol, "SetAlarmState", body[protocol], **headers)[0] for headers in ({}, asking)]
        assert_equal((protocol, statuses), (protocol, [404, 404] if protocol == "query" else [400, 404]))
        error = world.send(protocol, "SetAlarmState", body[protocol], **asking)[1]["x-amzn-query-error"]
        assert_equal((protocol, error), (protocol, None if protocol == "query" else "ResourceNotFound;Sender"))
