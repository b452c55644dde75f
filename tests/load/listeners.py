#!/usr/bin/env python3
"""
What listeners cost those who call: a thousand streams of one endpoint each and ten of everything, at 10,000 events a second.
It is not a part of CI.

    dotnet build -c Release src/RollingDeploy.Host
    python3 tests/load/listeners.py                     starts the host that was built last
    python3 tests/load/listeners.py --program artifacts/native/RollingDeploy.Host

Each call is PUT /_rollingdeploy/endpoints/{name}/traffic, which is one event, for one endpoint after the other. It prints the CPU
time of the host for a call with and without listeners, what the listeners got, and the memory of the host. It ends with 1 if calls
cost more than 1.3 times as much with listeners, or if a listener missed an event. It needs Linux, and nothing beyond Python's
library.
"""

import argparse
import contextlib
import json
import multiprocessing
import selectors
import socket
import statistics
import sys
import time

from host import memory_of, seconds_of, started

MOST = 1.3
ENDPOINTS = 1000
OF_ALL = 10
BATCH = 50
WARM_UPS = 2


def main():
    arguments = parse()
    with started(arguments.program, arguments.port) as pid:
        prepare(arguments.port)
        calls = int(arguments.rate * arguments.seconds)
        for _ in range(WARM_UPS):  # Until the code that runs is the optimized one.
            run(arguments.port, pid, calls, arguments.rate)
            with listening(arguments.port, calls) as listeners:
                run(arguments.port, pid, calls, arguments.rate)
                listeners.get(timeout=60)
        costs = {False: [], True: []}
        missed = 0
        for _ in range(arguments.rounds):
            costs[False].append(run(arguments.port, pid, calls, arguments.rate))
            with listening(arguments.port, calls) as listeners:
                before = memory_of(pid)
                costs[True].append(run(arguments.port, pid, calls, arguments.rate))
                missed += sum(listeners.get(timeout=60))
                print(f"memory with listeners: {before} MB before, {memory_of(pid)} MB after")
        return report(costs, missed)


def report(costs, missed):
    without, with_listeners = (statistics.median(costs[each]) for each in (False, True))
    ratio = with_listeners / without
    print(f"CPU of a call without listeners: {without * 1e6:.1f} µs {spread(costs[False])}")
    print(f"CPU of a call with {ENDPOINTS} listeners of one endpoint and {OF_ALL} of all: "
          f"{with_listeners * 1e6:.1f} µs {spread(costs[True])}")
    print(f"ratio: {ratio:.2f} (at most {MOST}); messages that did not come: {missed}")
    return 1 if ratio > MOST or missed else 0


def spread(values):
    return f"({min(values) * 1e6:.1f} to {max(values) * 1e6:.1f})"


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", help="the host; by default the one that was built last")
    parser.add_argument("--port", type=int, default=4578)
    parser.add_argument("--rate", type=float, default=10_000, help="events a second (10000)")
    parser.add_argument("--seconds", type=float, default=5, help="how long each run is (5)")
    parser.add_argument("--rounds", type=int, default=3, help="how often both are measured (3)")
    return parser.parse_args()


def connect(port):
    connection = socket.create_connection(("127.0.0.1", port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def request(method, path, body):
    text = json.dumps(body).encode()
    return (f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(text)}\r\n\r\n").encode() + text


def send(connection, requests):
    """Sends requests one after the other without waiting, and then waits for all answers."""
    connection.sendall(b"".join(requests))
    counter = Counter(b"HTTP/1.1 2")
    while counter.count < len(requests):
        part = connection.recv(1 << 20)
        if not part or b"HTTP/1.1 4" in part or b"HTTP/1.1 5" in part:
            raise SystemExit(f"a call was refused, or the host has ended: {part[:500]}")
        counter.add(part)


class Counter:
    """How often a mark stands in the parts of a text, also across two of them."""

    def __init__(self, mark):
        self.mark, self.count, self._end = mark, 0, b""

    def add(self, part):
        text = self._end + part
        self.count += text.count(self.mark)
        self._end = text[-(len(self.mark) - 1):]


def prepare(port):
    with connect(port) as connection:
        send(connection, [request("POST", "/sagemaker/CreateModel", {"ModelName": "m", "PrimaryContainer": {"Image": "i"}})])
        send(connection, [request("POST", "/sagemaker/CreateEndpointConfig", {"EndpointConfigName": "c", "ProductionVariants": [
            {"VariantName": "v", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}]})])
        send(connection, [request("POST", "/sagemaker/CreateEndpoint", {"EndpointName": f"e{n}", "EndpointConfigName": "c"})
                          for n in range(ENDPOINTS)])
        send(connection, [request("POST", "/_rollingdeploy/clock/advance", {"seconds": 60})])


def run(port, pid, calls, rate):
    """The CPU time of the host for a call, in seconds."""
    began, cpu = time.monotonic(), seconds_of(pid)
    with connect(port) as connection:
        for first in range(0, calls, BATCH):
            send(connection, [request("PUT", f"/_rollingdeploy/endpoints/e{n % ENDPOINTS}/traffic", {"requestsPerSecond": 1 + n % 7})
                              for n in range(first, first + BATCH)])
            time.sleep(max(0.0, began + (first + BATCH) / rate - time.monotonic()))
    elapsed = time.monotonic() - began
    if elapsed > 1.1 * calls / rate:
        print(f"the machine reached {calls / elapsed:.0f} events a second only")
    time.sleep(0.5)  # What is left is sent, and counts too.
    return (seconds_of(pid) - cpu) / calls


@contextlib.contextmanager
def listening(port, calls):
    """Streams in another process. The queue has the number of messages that each of them did not get."""
    ready, results = multiprocessing.Event(), multiprocessing.Queue()
    process = multiprocessing.Process(target=listen, args=(port, calls, ready, results), daemon=True)
    process.start()
    ready.wait()
    try:
        yield results
    finally:
        process.terminate()
        process.join()


def listen(port, calls, ready, results):
    streams = selectors.DefaultSelector()
    expected = [calls // ENDPOINTS] * ENDPOINTS + [calls] * OF_ALL
    counters = [Counter(b"event: trafficChanged") for _ in expected]
    for n, counter in enumerate(counters):
        narrowed = f"?endpoint=e{n}" if n < ENDPOINTS else ""
        stream = connect(port)
        stream.sendall(f"GET /_rollingdeploy/events{narrowed} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        counter.add(stream.recv(4096))
        streams.register(stream, selectors.EVENT_READ, counter)
    ready.set()
    end = time.monotonic() + 60
    while sum(counter.count for counter in counters) < sum(expected) and time.monotonic() < end:
        for key, _ in streams.select(1):
            key.data.add(key.fileobj.recv(1 << 20))
    results.put([abs(count - counter.count) for count, counter in zip(expected, counters)])
    time.sleep(60)


if __name__ == "__main__":
    sys.exit(main())
