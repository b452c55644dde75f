#!/usr/bin/env python3
"""
Attacks a host in every way at once, for a minute, beside a client that only wants to be served. It is not a part of CI.

    dotnet build -c Release src/RollingDeploy.Host
    python3 tests/attacks/attacks.py                                  starts the host that was built last
    python3 tests/attacks/attacks.py --url http://localhost:4566 --pid 1234

It prints what the client met, what the attacks were answered, and the memory of the host (VmRSS) before, at its peak and after.
It ends with 1 where a limit was missed: the client's 99th percentile under 100 ms on a quiet machine, no 5xx, and the memory back
within 50 MB. It needs Linux, and nothing beyond Python's library.
"""

import argparse
import collections
import contextlib
import glob
import multiprocessing
import os
import pathlib
import subprocess
import sys
import threading
import time

import floods
import wire

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SLOWEST = 0.1
MOST_KEPT = 50
PATIENCE = 60


def main():
    arguments = parse()
    with contextlib.ExitStack() as stack:
        if arguments.url:
            server, pid = wire.Server(arguments.url), arguments.pid
        else:
            server, pid = stack.enter_context(started(arguments.port))
        return attack(server, pid, arguments.seconds)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", help="a host that runs already")
    parser.add_argument("--pid", type=int, help="its process, for its memory")
    parser.add_argument("--port", type=int, default=4577, help="where a host is started (4577)")
    parser.add_argument("--seconds", type=float, default=60, help="how long it is attacked (60)")
    arguments = parser.parse_args()
    if arguments.url and not arguments.pid:
        parser.error("--url needs --pid, the process whose memory is looked at")
    return arguments


@contextlib.contextmanager
def started(port):
    built = glob.glob(str(REPOSITORY / "src/RollingDeploy.Host/bin/*/net*/RollingDeploy.Host.dll"))
    if not built:
        sys.exit("There is no host yet: dotnet build -c Release src/RollingDeploy.Host")
    dll = max(built, key=os.path.getmtime)
    server = wire.Server(f"http://127.0.0.1:{port}")
    process = subprocess.Popen(["dotnet", dll, "--urls", server.url], cwd=os.path.dirname(dll), stdout=subprocess.DEVNULL)
    try:
        server.wait()
        print(f"{dll}, process {process.pid}")
        yield server, process.pid
    finally:
        process.terminate()
        process.wait()


def attack(server, pid, seconds):
    warm_up(server)
    before = memory(pid)["VmRSS"]
    forget_peak(pid)

    # A process for each, so that none of them slows the client down but by what it does to the host.
    client = multiprocessing.Pool(1)
    attackers = multiprocessing.Pool(len(floods.ALL))
    end = time.time() + seconds
    calls = client.apply_async(be_served, (server, end))
    answers = [(flood.__name__, attackers.apply_async(run, (flood, server, end))) for flood in floods.ALL]
    times, errors = calls.get()
    answers = [(name, each.get()) for name, each in answers]
    peak = memory(pid)["VmHWM"]

    after = settled(pid, before)
    return report(times, errors, answers, (before, peak, after))


def warm_up(server):
    """Until what every call uses is compiled, which takes memory that has nothing to do with attacks."""
    be_served(server, time.time() + 10, pause=0)
    time.sleep(30)


def be_served(server, end, pause=0.02):
    """The seconds that each call took, and those that failed."""
    times, errors, connection = [], collections.Counter(), server.connection()
    while time.time() < end:
        for method, path, body, headers in wire.CALLS:
            start = time.monotonic()
            status = connection.call(method, path, body, headers)
            times.append(time.monotonic() - start)
            errors.update([status] if status != 200 else [])
            time.sleep(pause)
    return times, errors


def run(flood, server, end):
    """Runs an attack on as many threads as it likes; how often each status was answered."""
    counts = collections.Counter()
    lock = threading.Lock()

    def repeat(number):
        for status in flood(server, end, number):
            with lock:
                counts[status] += 1

    threads = [threading.Thread(target=repeat, args=(number,), daemon=True) for number in range(flood.threads)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0, end + PATIENCE - time.time()))
    return counts


def settled(pid, before):
    """The memory when it is back, or after a minute."""
    end = time.time() + PATIENCE
    while memory(pid)["VmRSS"] - before > MOST_KEPT / 2 and time.time() < end:
        time.sleep(1)
    return memory(pid)["VmRSS"]


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as lines:
        return {name: int(rest.split()[0]) // 1024 for name, rest in (line.split(":", 1) for line in lines) if name.startswith("Vm")}


def forget_peak(pid):
    with open(f"/proc/{pid}/clear_refs", "w", encoding="ascii") as file:
        file.write("5")


def report(times, errors, answers, megabytes):
    times.sort()
    p50, p99 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.99))
    before, peak, after = megabytes
    for name, counts in answers:
        print(f"{name:>16}: " + (", ".join(f"{count} x {status}" for status, count in sorted(counts.items(), key=str)) or "nothing"))
    failures = sum(count for _, counts in [("client", errors), *answers] for status, count in counts.items() if str(status).startswith("5"))
    print(f"client: {len(times)} calls, p50 {p50:.1f} ms, p99 {p99:.1f} ms, slowest {times[-1] * 1000:.0f} ms; not 200: {dict(errors) or 'none'}")
    print(f"5xx: {failures}")
    print(f"memory: {before} MB before, {peak} MB at its peak (+{peak - before}), {after} MB after ({after - before:+})")
    missed = [what for what, held in (
        ("the client's p99 is 100 ms or more", p99 < SLOWEST * 1000), ("the client was not served", not errors),
        ("there were 5xx", not failures), ("memory did not come back", after - before <= MOST_KEPT)) if not held]
    print("missed: " + "; ".join(missed) if missed else "all limits held")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
