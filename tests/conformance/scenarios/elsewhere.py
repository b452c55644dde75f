"""STS, which clients ask first, and calls that AWS_ENDPOINT_URL brings here although they are meant for another service."""

import time

from rollingdeploy import World, assert_equal, error_of

SETTINGS = ("AWS_ENDPOINT_URL_SAGEMAKER", "AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", "AWS_ENDPOINT_URL_CLOUDWATCH", "AWS_ENDPOINT_URL_STS",
            "AWS_ENDPOINT_URL_APPLICATION_AUTO_SCALING")


def explained(service, call, **config):
    """A ClientError, and soon, that says which settings send only our services here."""
    # As many attempts as boto3 makes by itself: what is not retried is over at once.
    client = World().client(service, retries={"mode": "legacy"}, **config)
    started = time.monotonic()
    error = error_of(lambda: call(client)).response
    elapsed = time.monotonic() - started

    assert_equal(error["ResponseMetadata"].get("RetryAttempts"), 0)
    assert elapsed < 5, elapsed
    assert_equal(error["ResponseMetadata"]["HTTPStatusCode"], 400)
    missing = [name for name in SETTINGS if name not in error["Error"]["Message"]]
    assert_equal(missing, [])


def test_get_caller_identity():
    """The account is the one that the access key names."""
    world = World()
    answer = world.client("sts").get_caller_identity()
    assert_equal((answer["Account"], answer["Arn"]), (world.account, f"arn:aws:iam::{world.account}:root"))


def test_an_ordinary_access_key_is_account_zero():
    """A key that is not twelve digits belongs to 000000000000."""
    assert_equal(World("AKIAIOSFODNN7EXAMPLE").client("sts").get_caller_identity()["Account"], "000000000000")


def test_s3():
    explained("s3", lambda s3: s3.list_buckets())


def test_s3_objects():
    explained("s3", lambda s3: s3.get_object(Bucket="models", Key="model.tar.gz"), s3={"addressing_style": "path"})


def test_s3_uploads():
    explained("s3", lambda s3: s3.put_object(Bucket="sagemaker", Key="model.tar.gz", Body=b"x"), s3={"addressing_style": "path"})


def test_dynamodb():
    explained("dynamodb", lambda dynamodb: dynamodb.list_tables())


def test_ec2():
    explained("ec2", lambda ec2: ec2.describe_instances())


def test_iam():
    explained("iam", lambda iam: iam.get_role(RoleName="scorer"))


def test_sns():
    explained("sns", lambda sns: sns.list_topics())


def test_sqs():
    explained("sqs", lambda sqs: sqs.list_queues())


def test_lambda():
    explained("lambda", lambda functions: functions.list_functions())


def test_logs():
    explained("logs", lambda logs: logs.describe_log_groups())


def test_kms():
    explained("kms", lambda kms: kms.list_keys())


def test_ecr():
    explained("ecr", lambda ecr: ecr.describe_repositories())
