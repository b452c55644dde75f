"""The README's examples, as a user pastes them: only the address is another one."""

import pathlib
import re
import shutil
import subprocess
import sys

from rollingdeploy import URL, Skipped

README = pathlib.Path(__file__).parents[3] / "README.md"


def examples(language):
    """The examples in a language, one after the other as in one session, pointed at the host under test."""
    text = "\n".join(re.findall(rf"```{language}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL))
    return text.replace("http://localhost:4566", URL).replace("localhost:4566", URL)


def run(command, text):
    """What an example prints; it must end well."""
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_examples_do_what_the_readme_says_of_them():
    """The rolling update rolls back for its alarm, the bad model for its errors; then the linear update, which stands on it, succeeds."""
    reason = "InService blue - Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: {}.\n"
    python = run([sys.executable, "-"], examples("python"))
    assert python.startswith(reason.format("errors")) and " rolledBack - " in python, python
    assert python.endswith(reason.format("error-rate")), python
    if shutil.which("aws") is None:
        raise Skipped("AWS CLI not found")
    linear = run(["bash", "-e"], examples("sh"))
    assert '"EndpointConfigName": "green-ten"' in linear and '"EndpointStatus": "InService"' in linear, linear
