"""The attacks. Each yields the statuses that it is answered until its time is over, on each of its threads."""

import gzip
import itertools
import time

from wire import JSON

MEBIBYTE = 1024 * 1024
LARGEST = 16 * MEBIBYTE
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Content-Encoding": "gzip"}
ALARM = ("Action=PutMetricAlarm&Version=2010-08-01&AlarmName=evil&EvaluationPeriods=1&ComparisonOperator=GreaterThanThreshold"
         "&Namespace=n&MetricName=m&Period=60&Statistic=Sum&Threshold=1")


def threads(count):
    def mark(flood):
        flood.threads = count
        return flood
    return mark


def until(end):
    return itertools.takewhile(lambda _: time.time() < end, itertools.count())


def form(pairs, length=12_500_000):
    return gzip.compress(b"&".join([b"Action=DescribeAlarms&Version=2010-08-01", *pairs])[:length], 6)


@threads(8)
def forms(server, end, number):
    """12.5 MB of tiny parameters, or of deep ones, in a megabyte or two of gzip."""
    tiny = (b"%x=" % pair for pair in range(2_000_000))
    deep = (b".".join(b"%x" % (part * pair % 4096) for part in range(40)) for pair in range(110_000))
    body = form(deep if number % 2 else tiny)
    for _ in until(end):
        yield server.send("POST", "/", body, FORM)


@threads(2)
def documents(server, end, number):
    """16 MiB of JSON: structures without end, next to one another or within one another."""
    piece, around = [(b"{},", b'{"EndpointConfigName":"a","ProductionVariants":[%s{}]}'), (b"[", b"%s")][number % 2]
    body = gzip.compress(around % (piece * ((LARGEST - 100) // len(piece))), 6)
    sent = {**JSON, "X-Amz-Target": "SageMaker.CreateEndpointConfig", "Content-Encoding": "gzip"}
    for _ in until(end):
        yield server.send("POST", "/", body, sent)


@threads(1)
def names(server, end, _):
    """A key that looks like the path to it, to whoever reads it with a regular expression."""
    body = b'{"ModelName":"m","PrimaryContainer":{"Environment":{"%s\\n":1}}}' % (b"['" * 500_000)
    for _ in until(end):
        yield server.send("POST", "/", body, {**JSON, "X-Amz-Target": "SageMaker.CreateModel"})


@threads(1)
def chunks(server, end, _):
    """Chunks of a size that is none."""
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: SageMaker.ListModels\r\nTransfer-Encoding: chunked\r\n\r\n"
    for _ in until(end):
        yield server.send_bytes(head + b"FFFFFFFF\r\n{}\r\n0\r\n\r\n")
        time.sleep(0.01)


@threads(200)
def slow_bodies(server, end, number):
    """16 MiB are announced, and a byte comes now and then."""
    head = (b"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: SageMaker.ListModels\r\n"
            b"Content-Type: application/x-amz-json-1.1\r\nContent-Length: %d\r\n\r\n" % LARGEST)
    time.sleep(number / 100)
    for _ in until(end):
        yield drip(server, end, head)


def drip(server, end, head):
    try:
        with server.connect() as stream:
            stream.sendall(head)
            for _ in until(end):
                stream.sendall(b" ")
                time.sleep(0.5)
            return "open to the end"
    except OSError:
        return "closed by the host"


@threads(1)
def idle(server, end, _):
    """Connections on which nothing ever comes, half of them with half a request."""
    held = []
    for number in range(500):
        try:
            stream = server.connect()
            stream.sendall(b"POST / HTTP/1.1\r\nHost: loc" if number % 2 else b"")
            held.append(stream)
        except OSError as error:
            yield type(error).__name__
    time.sleep(max(0, end - time.time()))
    for stream in held:
        stream.close()
        yield "held"


@threads(2)
def foreign_origins(server, end, _):
    """What a web page can send without asking, and what a name that was pointed at this machine can."""
    page = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain"}
    requests = [
        ("POST", "/_rollingdeploy/reset", b"", page),
        ("POST", "/sagemaker/ListModels", b"{}", page),
        ("POST", "/", ALARM.encode(), {**page, "Content-Type": "application/x-www-form-urlencoded"}),
        ("GET", f"/?{ALARM}", b"", {}),
        ("GET", "/_rollingdeploy/clock", b"", {"Host": "evil.example"}),
        ("OPTIONS", "/", b"", {**page, "Access-Control-Request-Method": "POST"}),
    ]
    for _ in until(end):
        for request in requests:
            yield server.send(*request)
        time.sleep(0.01)


ALL = [forms, documents, names, chunks, slow_bodies, idle, foreign_origins]
