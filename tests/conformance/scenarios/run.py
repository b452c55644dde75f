"""Runs the scenarios of one file, each once and in order, and prints a line of JSON for each: name, ok or skipped, error."""

import importlib.util
import json
import os
import sys
import time
import traceback


def load(path):
    spec = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
    for name, scenario in list(vars(module).items()):
        if name.startswith("test_"):
            print(json.dumps({"name": name, **outcome_of(scenario)}), flush=True)


if __name__ == "__main__":
    main(sys.argv[-1])
