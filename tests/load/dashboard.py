#!/usr/bin/env python3
"""
What the dashboard costs: 1,000 endpoints and ten deployments a second at clock speed 600, with and without the page in a browser.
It is not a part of CI.

    dotnet build -c Release src/RollingDeploy.Host
    python3 tests/load/dashboard.py                     a run of two minutes
    python3 tests/load/dashboard.py --seconds 600       the full run
    python3 tests/load/dashboard.py --program artifacts/native/RollingDeploy.Host

It prints the CPU time of the server with the page minus that without it, the first paint, and the growth of the page's heap and of the
server's memory. It ends with 1 if the page costs the server more than 30 % of a core, if the first paint takes more than a second, if
the heap has grown by more than half, or if the page is not live at the end. It needs Linux and Chromium, and nothing beyond Python's
library.
"""

import argparse
import base64
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from host import memory_of, seconds_of, started

ENDPOINTS = 1000
RATE = 10
SPEED = 600
MOST_CPU = 0.30
MOST_PAINT = 1000
MOST_GROWTH = 1.5
WARM_UP = 20


def main():
    arguments = parse()
    with started(arguments.program, arguments.port, "Default", "RollingDeploy.Calls", "RollingDeploy.Deployments") as pid:
        server = Server(arguments.port)
        server.prepare()
        with server.deploying():
            time.sleep(WARM_UP)
            without = cpu_share(pid, min(60, arguments.seconds / 2))
            with browser() as page:
                page.open(f"http://localhost:{arguments.port}/")
                time.sleep(WARM_UP)
                paint = page.value("performance.getEntriesByName('first-contentful-paint')[0].startTime")
                heap, memory = page.heap(), memory_of(pid)
                with_page = cpu_share(pid, arguments.seconds)
                heap_after, memory_after = page.heap(), memory_of(pid)
                rows = page.value("document.querySelectorAll('tbody tr').length")
                is_live = page.value("document.querySelector('.connection.live') !== null && "
                                     "document.querySelectorAll('.activity li').length > 0")
        print(f"deployments begun: {server.begun}, refused because one was running: {server.refused}")
    print(f"CPU of the server without the page: {without:.1%} of a core; with it: {with_page:.1%}; "
          f"for the page: {with_page - without:.1%} (at most {MOST_CPU:.0%})")
    print(f"first paint: {paint:.0f} ms (at most {MOST_PAINT} ms)")
    print(f"heap of the page: {heap / 1e6:.1f} MB after {WARM_UP} s, {heap_after / 1e6:.1f} MB after {arguments.seconds:.0f} s more")
    print(f"memory of the server: {memory} MB, then {memory_after} MB; rows on the page: {rows}; live: {is_live}")
    is_good = with_page - without <= MOST_CPU and paint <= MOST_PAINT and heap_after <= heap * MOST_GROWTH and is_live
    return 0 if is_good else 1


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", help="the host; by default the one that was built last")
    parser.add_argument("--port", type=int, default=4579)
    parser.add_argument("--seconds", type=float, default=120, help="how long the page is measured (120)")
    return parser.parse_args()


def cpu_share(pid, seconds):
    """The part of a core that a process uses."""
    before, began = seconds_of(pid), time.monotonic()
    time.sleep(seconds)
    return (seconds_of(pid) - before) / (time.monotonic() - began)


class Server:
    """Calls of the server that deploy."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.begun = self.refused = 0

    def call(self, method, path, body):
        self.connection.request(method, path, json.dumps(body), {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        text = answer.read()
        return answer.status, text

    def prepare(self):
        self.call("POST", "/sagemaker/CreateModel", {"ModelName": "model", "PrimaryContainer": {"Image": "registry/image:1"}})
        for name in ("blue", "green"):
            self.call("POST", "/sagemaker/CreateEndpointConfig", {"EndpointConfigName": name, "ProductionVariants": [
                {"VariantName": "AllTraffic", "ModelName": "model", "InstanceType": "ml.m5.large", "InitialInstanceCount": 2}]})
        for number in range(ENDPOINTS):
            self.call("POST", "/sagemaker/CreateEndpoint", {"EndpointName": f"endpoint-{number:04}", "EndpointConfigName": "blue"})
        self.call("PUT", "/_rollingdeploy/clock", {"mode": "scaled", "speed": SPEED})

    @contextlib.contextmanager
    def deploying(self):
        """Begins ten deployments a second, for one endpoint after the other."""
        stop = threading.Event()
        thread = threading.Thread(target=self.deploy, args=(stop,))
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def deploy(self, stop):
        number, began = 0, time.monotonic()
        while not stop.wait(max(0, began + number / RATE - time.monotonic())):
            name, config = f"endpoint-{number % ENDPOINTS:04}", "green" if number // ENDPOINTS % 2 == 0 else "blue"
            status, _ = self.call("POST", "/sagemaker/UpdateEndpoint", {
                "EndpointName": name, "EndpointConfigName": config, "DeploymentConfig": {"RollingUpdatePolicy": {
                    "MaximumBatchSize": {"Type": "INSTANCE_COUNT", "Value": 1}, "WaitIntervalInSeconds": 300}}})
            self.begun += status == 200
            self.refused += status != 200
            number += 1


@contextlib.contextmanager
def browser():
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        sys.exit("Chromium is not installed. Install it with: apt-get install chromium")
    with tempfile.TemporaryDirectory() as profile:
        process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            port_file = pathlib.Path(profile) / "DevToolsActivePort"
            while not port_file.exists() or len(port_file.read_text().split()) < 2:
                time.sleep(0.1)
            port = int(port_file.read_text().split()[0])
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as targets:
                address = next(each for each in json.load(targets) if each["type"] == "page")["webSocketDebuggerUrl"]
            yield Page(port, address)
        finally:
            process.terminate()
            process.wait()
            time.sleep(0.5)  # Its helpers write to the profile for a moment longer.


class Page:
    """A tab of the browser, by the Chrome DevTools Protocol over a WebSocket."""

    def __init__(self, port, address):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.file = self.socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        path = address.split(str(port), 1)[1]
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        while self.file.readline().strip():
            pass
        self.number = 0

    def open(self, url):
        self.call("Page.navigate", url=url)

    def value(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def heap(self):
        self.call("HeapProfiler.collectGarbage")
        return self.call("Runtime.getHeapUsage")["usedSize"]

    def call(self, method, **parameters):
        self.number += 1
        self.send(json.dumps({"id": self.number, "method": method, "params": parameters}).encode())
        while True:
            message = json.loads(self.receive())
            if message.get("id") == self.number:
                return message["result"]

    def send(self, data):
        mask = os.urandom(4)
        length = struct.pack(">BBH", 0x81, 0x80 | 126, len(data)) if len(data) > 125 else bytes([0x81, 0x80 | len(data)])
        self.socket.sendall(length + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))

    def receive(self):
        data = b""
        while True:
            first, length = self.file.read(2)
            if length == 126:
                length = struct.unpack(">H", self.file.read(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.file.read(8))[0]
            data += self.file.read(length)
            if first & 0x80:
                return data


if __name__ == "__main__":
    sys.exit(main())
