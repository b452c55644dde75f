"""The host that the load checks start, and what /proc says of it."""

import contextlib
import glob
import os
import pathlib
import socket
import subprocess
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def started(program, port, *quiet):
    """
    Starts the host with a frozen clock, by default the one that was built last, and stops it at the end. The log has warnings
    only, and of the categories in quiet only errors.
    """
    if not program:
        built = glob.glob(str(REPOSITORY / "src/RollingDeploy.Host/bin/*/net*/RollingDeploy.Host.dll"))
        program = max(built, key=os.path.getmtime)
    command = ["dotnet", program] if program.endswith(".dll") else [program]
    settings = {"RollingDeploy__Clock__Mode": "frozen", "Logging__LogLevel__Default": "Warning",
                **{f"Logging__LogLevel__{category}": "Error" for category in quiet}}
    process = subprocess.Popen([*command, "--urls", f"http://127.0.0.1:{port}"], env={**os.environ, **settings},
                               stdout=subprocess.DEVNULL)
    try:
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def seconds_of(pid):
    """The CPU time that a process has used."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_of(pid):
    """The memory of a process, in MB."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) // 1024
