"""
Runs the scenarios of one file in order and prints a line of JSON for each: name, ok or skipped, error. A scenario that takes a
protocol runs once over each of CloudWatch's, and is called test_x[json] and so on.
"""

import functools
import importlib.util
import inspect
import json
import os
import sys
import time
import traceback


PROTOCOLS = ("json", "query", "cbor")


def load(path):
    spec = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases(name, scenario):
    if "protocol" not in inspect.signature(scenario).parameters:
        return [(name, scenario)]
    return [(f"{name}[{protocol}]", functools.partial(scenario, protocol)) for protocol in PROTOCOLS]


def outcome_of(scenario):
    started = time.monotonic()
    try:
        scenario()
        return {"ok": True, "seconds": time.monotonic() - started}
    except Exception as error:  # noqa: BLE001 - whatever a scenario raises is its outcome
        kind = "skipped" if type(error).__name__ == "Skipped" else "error"
        text = str(error) if kind == "skipped" else traceback.format_exc()
        return {"ok": False, kind: text, "seconds": time.monotonic() - started}


def main(path):
    module = load(path)
    for name, function in list(vars(module).items()):
        if name.startswith("test_"):
            for case, scenario in cases(name, function):
                print(json.dumps({"name": case, **outcome_of(scenario)}), flush=True)


if __name__ == "__main__":
    main(sys.argv[-1])
