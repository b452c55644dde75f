"""The README's examples, as a user runs them: only the address is another one."""

import itertools
import pathlib
import re
import shutil
import subprocess
import sys
import threading

from rollingdeploy import URL, Skipped, assert_equal

README = (pathlib.Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
REASON = "InService blue - Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: {}.\n"


def examples(*languages):
    """The examples in these languages with their language, in the README's order, pointed at the host under test."""
    return [(language, text.replace("http://localhost:4566", URL).replace("localhost:4566", URL))
            for language, text in FENCES if language in languages]


class Prompt:
    """An interactive prompt that reads line by line what is pasted: an empty line ends a block, an error does not end it."""

    def __init__(self, command, say, *first):
        self.say, self.numbers = say, itertools.count(1)
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in first:
            self.process.stdin.write(f"{line}\n")

    def paste(self, text):
        """All that the prompt writes of it. Whoever copies an example ends it with one Enter, and types the next line after that."""
        mark, end = f"pasted {next(self.numbers)}", f"pasted {next(self.numbers)}"
        self.process.stdin.write(f"{text.rstrip()}\n{self.say(mark)}\n\n{self.say(end)}\n")
        self.process.stdin.flush()
        patience = threading.Timer(60, self.process.kill)
        patience.start()
        written = "".join(itertools.takewhile(lambda line: not re.search(rf"{end}$", line), self.process.stdout))
        patience.cancel()
        assert re.search(rf"{mark}$", written, re.MULTILINE), f"the prompt waits for more, or has ended: {written}"
        return written

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate(timeout=60)


def python():
    """Python's prompt as it was before 3.13, and is with PYTHON_BASIC_REPL."""
    return Prompt([sys.executable, "-i", "-q"], "print('{}')".format)


def shell():
    """Bash's; it says of every command that fails that it did."""
    return Prompt(["bash", "--norc", "--noprofile", "-i"], "echo {}".format, "PS1= PS2=", "trap 'echo FAILED $BASH_COMMAND' ERR")


def test_the_python_examples_run_as_one_file():
    """The rolling update rolls back for its alarm, the bad model for its errors."""
    text = "\n".join(text for _, text in examples("python"))
    done = subprocess.run([sys.executable, "-"], input=text, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(REASON.format("errors")) and " rolledBack - " in done.stdout, done.stdout
    assert done.stdout.endswith(REASON.format("error-rate")), done.stdout


def test_every_example_can_be_pasted_into_a_prompt():
    """In the README's order, each in one session of its language: no error, and what the README says of them."""
    if shutil.which("aws") is None:
        raise Skipped("AWS CLI not found")
    with python() as py, shell() as sh:
        prompts = {"python": py, "sh": sh}
        written = [(language, prompts[language].paste(text)) for language, text in examples("python", "sh")]
    for language, text in written:
        assert not re.search(r"^(>>> |\.\.\. )*(Traceback|\w*Error\b)|^FAILED|command not found", text, re.MULTILINE), text
    of = {language: "".join(text for each, text in written if each == language) for language in prompts}
    for alarm in ("errors", "error-rate"):
        assert REASON.format(alarm) in of["python"], of["python"]
    assert " rolledBack - " in of["python"], of["python"]
    assert '"EndpointConfigName": "green-ten"' in of["sh"] and '"EndpointStatus": "InService"' in of["sh"], of["sh"]


def test_every_example_is_in_a_language_that_is_tested():
    """Only what starts the host or builds it is not run. No command ends in a comment: zsh's prompt knows none."""
    others = [text for language, text in FENCES if language not in ("python", "sh")]
    assert_equal([line for text in others for line in text.splitlines() if not line.startswith(("dotnet ", "docker "))], [])
    commands = "".join(text for language, text in FENCES if language != "python")
    assert_equal(re.findall(r"^.*\S\s+#.*$", commands, re.MULTILINE), [])
