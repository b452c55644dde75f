"""HTTP by hand: what an attack sends is often what no HTTP library would."""

import http.client
import socket
import time
import urllib.parse

JSON = {"Content-Type": "application/x-amz-json-1.1"}

# What the client asks for, again and again: each of AWS's protocols, and our own routes.
CALLS = [
    ("POST", "/", b"{}", {**JSON, "X-Amz-Target": "SageMaker.ListEndpoints"}),
    ("POST", "/service/GraniteServiceVersion20100801/operation/DescribeAlarms", b"\xa0",
     {"Smithy-Protocol": "rpc-v2-cbor", "Content-Type": "application/cbor"}),
    ("GET", "/?Action=ListMetrics&Version=2010-08-01", None, {}),
    ("GET", "/_rollingdeploy/clock", None, {}),
    ("GET", "/health", None, {}),
]


class Server:
    """Where the host is."""

    def __init__(self, url):
        self.url = url
        parts = urllib.parse.urlsplit(url)
        self.address = (parts.hostname, parts.port or 80)

    def wait(self):
        end = time.time() + 30
        while True:
            try:
                return self.connect().close()
            except OSError:
                if time.time() > end:
                    raise
                time.sleep(0.1)

    def connect(self):
        return socket.create_connection(self.address, timeout=30)

    def connection(self):
        return Connection(self.address)

    def send(self, method, path, body=b"", headers=None):
        """One request on a connection of its own; the status that it is answered, or what became of it."""
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in (headers or {}).items())]
        if not any(line.startswith("Host: ") for line in lines):
            lines.append("Host: localhost")
        head = "\r\n".join([*lines, f"Content-Length: {len(body)}", "Connection: close", "", ""])
        return self.send_bytes(head.encode("latin-1") + body)

    def send_bytes(self, request):
        try:
            with self.connect() as stream:
                stream.sendall(request)
                return status_of(stream)
        except OSError as error:
            return type(error).__name__


class Connection:
    """One that is kept, as SDKs keep theirs."""

    def __init__(self, address):
        self.address = address
        self.client = None

    def call(self, method, path, body, headers):
        try:
            self.client = self.client or http.client.HTTPConnection(*self.address, timeout=30)
            self.client.request(method, path, body, headers)
            with self.client.getresponse() as answer:
                answer.read()
                return answer.status
        except (OSError, http.client.HTTPException) as error:
            self.client = None
            return type(error).__name__


def status_of(stream):
    answer = b""
    while b"\r\n" not in answer:
        part = stream.recv(4096)
        if not part:
            return "closed"
        answer += part
    return int(answer.split(b" ", 2)[1])
