"""Profiles as CI has them: role_arn with a source_profile, role_arn with a web identity token, and both by the AWS CLI."""

import base64
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import boto3
from rollingdeploy import URL, Skipped, World, assert_equal, expect_error

CONFIG = """
[profile base]
aws_access_key_id = {base}
aws_secret_access_key = secret
region = us-east-1

[profile deployer]
role_arn = arn:aws:iam::{account}:role/ci/deployer
source_profile = base
role_session_name = build-1
external_id = pipeline
duration_seconds = 900
region = us-east-1

[profile chained]
role_arn = arn:aws:iam::{next}:role/next
source_profile = deployer
role_session_name = build-2
region = us-east-1

[profile web]
role_arn = arn:aws:iam::{account}:role/web
web_identity_token_file = {token}
role_session_name = job
region = us-east-1
"""


def jwt(**claims):
    """A token of an identity provider; nobody looks at its signature."""
    parts = ({"alg": "RS256"}, {"iss": "https://ci.example", "sub": "repo:a/b", "aud": "sts.amazonaws.com", **claims})
    return ".".join([*(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts), "c2ln"])


@contextlib.contextmanager
def profiles(base, world, following, token):
    """A configuration file with these accounts, named by the environment."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "token")
        file.write_text(token)
        config = pathlib.Path(folder, "config")
        config.write_text(CONFIG.format(base=base.account, account=world.account, next=following.account, token=file))
        before = dict(os.environ)
        # The CLI keeps credentials in the home folder.
        os.environ.update(AWS_CONFIG_FILE=str(config), AWS_ENDPOINT_URL=URL, HOME=folder, AWS_MAX_ATTEMPTS="1")
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def test_a_profile_with_a_role_leads_to_the_account_of_the_role():
    """boto3 calls AssumeRole by itself, and signs with what comes back; a profile can build on such a profile."""
    base, world, following = World(), World(), World()
    world.model("there")
    with profiles(base, world, following, "token"):
        session, chained = boto3.Session(profile_name="deployer"), boto3.Session(profile_name="chained")

        identity = session.client("sts").get_caller_identity()
        models = session.client("sagemaker").list_models()["Models"]

        assert_equal((identity["Account"], identity["Arn"]),
                     (world.account, f"arn:aws:sts::{world.account}:assumed-role/deployer/build-1"))
        assert identity["UserId"].startswith("AROA") and identity["UserId"].endswith(":build-1"), identity
        assert session.get_credentials().access_key.startswith("ASIA")
        assert_equal([model["ModelName"] for model in models], ["there"])
        assert_equal(chained.client("sts").get_caller_identity()["Account"], following.account)


def test_a_profile_with_a_web_identity_needs_no_keys():
    """boto3 calls AssumeRoleWithWebIdentity without a signature."""
    base, world, following = World(), World(), World()
    with profiles(base, world, following, jwt(exp=int(time.time()) + 600)):
        session = boto3.Session(profile_name="web")

        identity = session.client("sts").get_caller_identity()
        session.client("cloudwatch").put_metric_data(Namespace="N", MetricData=[{"MetricName": "m", "Value": 1}])

        assert_equal((identity["Account"], identity["Arn"]),
                     (world.account, f"arn:aws:sts::{world.account}:assumed-role/web/job"))
        assert_equal([metric["MetricName"] for metric in world.cloudwatch.list_metrics()["Metrics"]], ["m"])


def test_a_web_identity_token_that_has_expired_is_refused():
    """The provider's token has its own expiration, by the clock of the machine."""
    base, world, following = World(), World(), World()
    expired = int(time.time()) - 10
    with profiles(base, world, following, jwt(exp=expired)):
        client = boto3.Session(profile_name="web").client("sagemaker")

        try:
            client.list_models()
        except client.exceptions.ClientError as error:
            assert_equal(error.response["Error"]["Code"], "ExpiredTokenException")
            assert error.response["Error"]["Message"].endswith(f"expiration date/time{expired}"), error
        else:
            raise AssertionError("the token was accepted")


def test_credentials_last_as_long_as_asked_for():
    """By the clock of the machine: boto3 renews credentials by it, whatever the virtual time is."""
    world = World()
    world.advance(days(30))

    answer = world.client("sts").assume_role(
        RoleArn=f"arn:aws:iam::{world.account}:role/r", RoleSessionName="s1", DurationSeconds=900)

    remaining = answer["Credentials"]["Expiration"].timestamp() - time.time()
    assert 880 < remaining <= 900, remaining


def test_refusals_have_their_classes():
    """boto3 finds the classes of the errors by their codes."""
    sts = World().client("sts", parameter_validation=False)
    role = "arn:aws:iam::111122223333:role/r"

    expect_error("MalformedPolicyDocument", "This policy contains invalid Json",
                 lambda: sts.assume_role(RoleArn=role, RoleSessionName="s1", Policy="{"))
    expect_error("ValidationError", "nothing-valid-in-here is invalid",
                 lambda: sts.assume_role(RoleArn="nothing-valid-in-here", RoleSessionName="s1"))
    try:
        sts.assume_role(RoleArn=role, RoleSessionName="s1", Policy="[]")
    except sts.exceptions.MalformedPolicyDocumentException as error:
        assert_equal(error.response["Error"]["Message"], "Syntax errors in policy.")


def test_the_cli_assumes_the_role_of_a_profile():
    """aws --profile, as scripts call it, and export-credentials' parts by hand."""
    if shutil.which("aws") is None:
        raise Skipped("AWS CLI not found")
    base, world, following = World(), World(), World()
    with profiles(base, world, following, jwt(exp=int(time.time()) + 600)):
        for profile, account in (("deployer", world), ("chained", following), ("web", world)):
            run = subprocess.run(["aws", "--profile", profile, "sts", "get-caller-identity", "--output", "json"],
                                 capture_output=True, text=True, timeout=60)
            assert_equal((run.returncode, run.stderr.strip()), (0, ""))
            assert_equal(json.loads(run.stdout)["Account"], account.account)


def days(count):
    """In seconds."""
    return count * 86_400
