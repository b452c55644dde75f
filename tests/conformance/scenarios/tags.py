"""AddTags, ListTags and DeleteTags, and tags at creation."""

from rollingdeploy import IMAGE, ROLE, World, assert_equal, detected

RESERVED = "aws: prefixed tag key names are not allowed for external use."


def pairs(**tags):
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def tagged(world, arn):
    return {tag["Key"]: tag["Value"] for tag in world.sagemaker.list_tags(ResourceArn=arn)["Tags"]}


def refused(world, message, call):
    world.refuses("ValidationException", message, call)


def test_tags_of_each_kind_of_resource():
    """They come with the creation, are added, overwritten and taken away, and go with the resource."""
    world = World()
    sagemaker = world.sagemaker
    model = sagemaker.create_model(
        ModelName="M", PrimaryContainer={"Image": IMAGE}, ExecutionRoleArn=ROLE, Tags=pairs(team="ml"))["ModelArn"]
    config = sagemaker.create_endpoint_config(EndpointConfigName="C", Tags=pairs(team="ml"), ProductionVariants=[
        {"VariantName": "v", "ModelName": "M", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])["EndpointConfigArn"]
    endpoint = sagemaker.create_endpoint(EndpointName="E", EndpointConfigName="C", Tags=pairs(team="ml"))["EndpointArn"]

    for arn in (model, config, endpoint):
        assert_equal(sagemaker.add_tags(ResourceArn=arn, Tags=pairs(stage="beta", team="it"))["Tags"], pairs(team="it", stage="beta"))
        sagemaker.delete_tags(ResourceArn=arn, TagKeys=["team", "none-such"])
        assert_equal(tagged(world, arn), {"stage": "beta"})

    sagemaker.delete_model(ModelName="M")
    world.model("M")
    assert_equal(tagged(world, model), {})


def test_the_name_in_the_arn_has_no_case():
    world = World()
    world.model("Model")

    world.sagemaker.add_tags(ResourceArn=world.arn("model", "MODEL"), Tags=pairs(a="1"))

    assert_equal(tagged(world, world.arn("model", "model")), {"a": "1"})


def test_boto3_pages_through_fifty_tags():
    world = World()
    arn = world.model()
    world.sagemaker.add_tags(ResourceArn=arn, Tags=pairs(**{f"k{n}": str(n) for n in range(50)}))

    pages = world.sagemaker.get_paginator("list_tags").paginate(ResourceArn=arn)

    assert_equal([tag["Key"] for page in pages for tag in page["Tags"]], [f"k{n}" for n in range(50)])
    refused(world, "Too many tags: a resource can have at most 50.", lambda: world.sagemaker.add_tags(ResourceArn=arn, Tags=pairs(one="1")))


def test_more_than_fifty_in_one_request():
    """That is a matter of the request's shape, at the creation too."""
    world = World()
    arn = world.model()
    many = pairs(**{f"k{n}": "1" for n in range(51)})
    shown = f"'[{', '.join(['{...}'] * 51)}]'"
    message = detected((shown, "tags", "Member must have length less than or equal to 50"))

    refused(world, message, lambda: world.careless.add_tags(ResourceArn=arn, Tags=many))
    refused(world, message, lambda: world.careless.create_model(ModelName="n", PrimaryContainer={"Image": IMAGE}, Tags=many))


def test_what_is_not_there():
    world = World().endpoint()
    sagemaker = world.sagemaker

    for kind, noun in (("model", "model"), ("endpoint-config", "endpoint configuration"), ("endpoint", "endpoint"),
                       ("inference-component", "inference component")):
        arn = world.arn(kind, "none-such")
        message = f'Could not find {noun} "{arn}".'
        given = world.arn(kind, "None-Such")
        refused(world, message, lambda given=given: sagemaker.list_tags(ResourceArn=given))
        refused(world, message, lambda given=given: sagemaker.add_tags(ResourceArn=given, Tags=pairs(a="1")))
        refused(world, message, lambda given=given: sagemaker.delete_tags(ResourceArn=given, TagKeys=["a"]))


def test_another_account_or_region_or_type():
    world = World().endpoint()
    own = world.arn("endpoint", "e")

    for arn in (own.replace(world.account, "999999999999"), own.replace("us-east-1", "eu-west-1")):
        refused(world, f'Could not find endpoint "{arn}".', lambda arn=arn: world.sagemaker.list_tags(ResourceArn=arn))
    job = world.arn("training-job", "e")
    for call in (lambda: world.sagemaker.list_tags(ResourceArn=job), lambda: world.sagemaker.add_tags(ResourceArn=job, Tags=pairs(a="1")),
                 lambda: world.sagemaker.delete_tags(ResourceArn=job, TagKeys=["a"])):
        refused(world, "Invalid resource type: training-job", call)


def test_reserved_keys():
    """Neither later nor at the creation."""
    world = World()
    arn = world.model()

    refused(world, RESERVED, lambda: world.sagemaker.add_tags(ResourceArn=arn, Tags=pairs(a="1") + pairs(**{"aws:b": "2"})))
    refused(world, RESERVED, lambda: world.sagemaker.create_model(
        ModelName="n", PrimaryContainer={"Image": IMAGE}, Tags=pairs(**{"AWS:b": "2"})))


def test_constraints():
    world = World()
    arn = world.model()
    careless = world.careless

    refused(world, detected(("'49'", "maxResults", "Member must have value greater than or equal to 50")),
            lambda: careless.list_tags(ResourceArn=arn, MaxResults=49))
    refused(world, detected(("null", "resourceArn", "Member must not be null")), lambda: careless.list_tags())
    refused(world, detected(("null", "tags", "Member must not be null")), lambda: careless.add_tags(ResourceArn=arn))
    refused(world, detected(("null", "tagKeys", "Member must not be null")), lambda: careless.delete_tags(ResourceArn=arn))
    refused(world, "Invalid pagination token", lambda: careless.list_tags(ResourceArn=arn, NextToken="x"))
