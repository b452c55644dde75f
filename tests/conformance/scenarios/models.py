"""CreateModel: what it takes, what it gives back, and everything that it refuses; the settings say what cannot be read."""

from rollingdeploy import IMAGE, ROLE, World, assert_equal

SECRET = "s3://no-access/model.tar.gz"


def source(uri, **more):
    return {"S3DataSource": {"S3Uri": uri, "S3DataType": "S3Prefix", "CompressionType": "None", **more}}


def create(world, *containers, name="m", **more):
    """A model of one container, or of several."""
    given = {"PrimaryContainer": containers[0]} if len(containers) == 1 else {"Containers": list(containers)}
    return world.sagemaker.create_model(ModelName=name, ExecutionRoleArn=ROLE, **given, **more)


def refused(world, message, *containers, **more):
    world.refuses("ValidationException", message, lambda: create(world, *containers, **more))


def test_a_model_from_beginning_to_end():
    """With data from every place that a container can name."""
    world = World()
    container = {
        "Image": IMAGE, "ModelDataUrl": "s3://models/m.tar.gz", "Environment": {"A": "1"}, "ContainerHostname": "first",
        "AdditionalModelDataSources": [{"ChannelName": "draft", **source("s3://models/draft/")}]}

    arn = create(world, container, name="M", EnableNetworkIsolation=True)["ModelArn"]

    shown = world.sagemaker.describe_model(ModelName="m")
    assert_equal((arn, shown["ModelArn"], shown["ModelName"]), (world.arn("model", "m"), world.arn("model", "m"), "M"))
    assert_equal((shown["PrimaryContainer"], shown["ExecutionRoleArn"], shown["EnableNetworkIsolation"]),
                 ({**container, "Mode": "SingleModel"}, ROLE, True))
    world.config("in-use", model="M")
    world.sagemaker.delete_model(ModelName="M")
    assert_equal(world.sagemaker.list_models()["Models"], [])


def test_data_that_cannot_be_read():
    """Wherever a container names it, and whichever container it is."""
    world = World()
    fine = {"Image": IMAGE, "ModelDataUrl": "s3://models/m.tar.gz"}

    def message(url):
        return (f'Could not access model data at {url}. Please ensure that the role "{ROLE}" exists and that its trust relationship '
                'policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the '
                f'role has "s3:GetObject" permissions and that the object is located in {world.region}.')

    for place in (
            {"ModelDataUrl": SECRET},
            {"ModelDataSource": source(SECRET)},
            {"ModelDataSource": source("s3://models/", ManifestS3Uri=SECRET)},
            {"AdditionalModelDataSources": [{"ChannelName": "a", **source("s3://models/")}, {"ChannelName": "b", **source(SECRET)}]}):
        refused(world, message(SECRET), {"Image": IMAGE, **place})
        refused(world, message(SECRET), fine, {"Image": IMAGE, **place})
    refused(world, message("s3://no-access/"), {"Image": IMAGE, "ModelDataUrl": "s3://no-access/"})
    create(world, fine, {"Image": IMAGE, "ModelDataUrl": "s3://no-access-at-all/m.tar.gz"})


def test_an_image_in_another_format():
    world = World()
    message = ("Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image scorer:oci. Ensure that valid "
               "manifest media type is used for specified image.")

    refused(world, message, {"Image": "scorer:oci"})
    refused(world, message, {"Image": IMAGE}, {"Image": "scorer:oci"})


def test_packages_of_marketplace():
    """One has to subscribe, and cannot set the environment; a package of one's own registry is free to use."""
    world = World()

    def package(name, account="865070037744"):
        return f"arn:aws:sagemaker:{world.region}:{account}:model-package/{name}"

    refused(world, "Caller is not subscribed to the marketplace offering.", {"ModelPackageName": package("not-subscribed")})
    refused(world, "Environment variable map cannot be specified when using a ModelPackage subscribed from AWS Marketplace.",
            {"ModelPackageName": package("bought"), "Environment": {"A": "1"}})
    create(world, {"ModelPackageName": package("bought")}, name="bought")
    create(world, {"ModelPackageName": package("own", world.account), "Environment": {"A": "1"}}, name="own")


def test_a_model_without_or_with_too_many_containers():
    world = World()
    container = {"Image": IMAGE}

    neither = "You must provide either a primary container or a list of containers."
    world.refuses("ValidationException", neither, lambda: world.sagemaker.create_model(ModelName="m", ExecutionRoleArn=ROLE))
    refused(world, neither)
    refused(world, "Only one of PrimaryContainer or Containers may be specified.", container, Containers=[container])


def test_more_models_than_the_account_may_have():
    world = World()
    world.put("/_rollingdeploy/quotas/models", {"limit": 2})
    world.model("a")
    world.model("b")

    world.refuses(
        "ResourceLimitExceeded",
        "The account-level service limit 'Total number of models' is 2 Models, with current utilization of 2 Models and a request delta "
        "of 1 Models. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas is not available, "
        "contact AWS support to request an increase for this quota.", lambda: world.model("c"))
    assert_equal(world.get("/_rollingdeploy/quotas"), [{"name": "models", "limit": 2, "utilization": 2}])
    world.sagemaker.delete_model(ModelName="a")
    world.model("c")
