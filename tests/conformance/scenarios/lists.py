"""The Lists: pages, filters and orders; names whose case does not count; worlds and regions that do not see each other."""

from rollingdeploy import World, assert_equal, at, count, rolling


def names(answer, kind):
    return [each[f"{kind}Name"] for each in answer[f"{kind}s"]]


def five(world, make):
    """Makes five resources a second apart, not in the order of their names."""
    for name in ("Delta", "alpha", "Echo", "bravo", "charlie"):
        make(name)
        world.advance(1)


def listing(world, call, kind):
    """Every order, the pages, and the filters that all Lists have."""
    by_age = ["charlie", "bravo", "Echo", "alpha", "Delta"]
    by_name = ["alpha", "bravo", "charlie", "Delta", "Echo"]
    assert_equal(names(call(), kind), by_age)
    assert_equal(names(call(SortOrder="Ascending"), kind), by_age[::-1])
    assert_equal(names(call(SortBy="CreationTime", SortOrder="Descending"), kind), by_age)
    assert_equal(names(call(SortBy="Name", SortOrder="Ascending"), kind), by_name)
    assert_equal(names(call(SortBy="Name"), kind), by_name[::-1])

    paged, token = [], {}
    while True:
        page = call(SortBy="Name", SortOrder="Ascending", MaxResults=2, **token)
        paged.append(names(page, kind))
        if "NextToken" not in page:
            break
        token = {"NextToken": page["NextToken"]}
    assert_equal(paged, [["alpha", "bravo"], ["charlie", "Delta"], ["Echo"]])

    assert_equal(names(call(NameContains="A", SortBy="Name", SortOrder="Ascending"), kind), ["alpha", "bravo", "charlie", "Delta"])
    assert_equal(names(call(NameContains="zulu"), kind), [])
    born = {each[f"{kind}Name"]: each["CreationTime"] for each in call()[f"{kind}s"]}
    assert_equal(born["bravo"] - born["alpha"], born["Echo"] - born["Delta"])
    # After is inclusive, before is exclusive.
    assert_equal(names(call(CreationTimeAfter=born["Echo"], CreationTimeBefore=born["charlie"]), kind), ["bravo", "Echo"])
    assert_equal(names(call(CreationTimeAfter=born["Echo"], NameContains="o", MaxResults=1), kind), ["bravo"])


def test_models():
    world = World()
    five(world, world.model)
    listing(world, world.sagemaker.list_models, "Model")


def test_configs():
    world = World()
    world.model()
    five(world, world.config)
    listing(world, world.sagemaker.list_endpoint_configs, "EndpointConfig")


def test_endpoints():
    world = World()
    world.model()
    world.config("old")
    five(world, lambda name: world.sagemaker.create_endpoint(EndpointName=name, EndpointConfigName="old"))
    listing(world, world.sagemaker.list_endpoints, "Endpoint")


def test_endpoints_by_status():
    """Filter and order by status, and by when it last changed."""
    world = World()
    world.model()
    world.config("old")
    world.config("new")
    for name in ("a", "b", "c"):
        world.sagemaker.create_endpoint(EndpointName=name, EndpointConfigName="old")
    world.advance(5)
    world.update(rolling(count(1)), endpoint="b")
    world.advance(1)
    world.sagemaker.delete_endpoint(EndpointName="c")
    listed = world.sagemaker.list_endpoints

    assert_equal(names(listed(StatusEquals="InService"), "Endpoint"), ["a"])
    assert_equal(names(listed(StatusEquals="Deleting"), "Endpoint"), ["c"])
    assert_equal(names(listed(SortBy="Status", SortOrder="Ascending"), "Endpoint"), ["c", "a", "b"])
    assert_equal(names(listed(SortBy="Name", SortOrder="Ascending", LastModifiedTimeAfter=at(6)), "Endpoint"), ["c"])
    assert_equal(names(listed(SortBy="Name", SortOrder="Ascending", LastModifiedTimeBefore=at(6)), "Endpoint"), ["a", "b"])
    world.advance(1)
    assert_equal(names(listed(SortBy="Name", SortOrder="Ascending"), "Endpoint"), ["a", "b"])


def test_pages_are_ten_long_and_outlive_changes():
    """The token names the last row, so rows that come and go between two pages do not shift the next."""
    world = World()
    for n in range(25):
        world.model(f"m-{n:02d}")
    first = world.sagemaker.list_models(SortBy="Name", SortOrder="Ascending")
    assert_equal(names(first, "Model"), [f"m-{n:02d}" for n in range(10)])

    world.sagemaker.delete_model(ModelName="m-03")
    world.sagemaker.delete_model(ModelName="m-09")
    world.model("m-00-new")

    second = world.sagemaker.list_models(SortBy="Name", SortOrder="Ascending", NextToken=first["NextToken"])
    assert_equal(names(second, "Model"), [f"m-{n:02d}" for n in range(10, 20)])


def test_boto3_pages_through_all():
    """The paginator finds every endpoint once."""
    world = World()
    world.model()
    world.config("old", 1)
    for n in range(23):
        world.sagemaker.create_endpoint(EndpointName=f"e-{n:02d}", EndpointConfigName="old")

    pages = world.sagemaker.get_paginator("list_endpoints").paginate(PaginationConfig={"PageSize": 5})

    assert_equal(sorted(name for page in pages for name in names(page, "Endpoint")), [f"e-{n:02d}" for n in range(23)])


def test_names_keep_their_case_and_arns_do_not():
    """A resource is found whatever the case; the name comes back as given, and the ARN in lower case."""
    world = World()
    assert_equal(world.model("MyModel"), world.arn("model", "mymodel"))
    assert_equal(world.config("MyConfig", model="mymodel"), world.arn("endpoint-config", "myconfig"))
    created = world.sagemaker.create_endpoint(EndpointName="MyEndpoint", EndpointConfigName="MYCONFIG")
    assert_equal(created["EndpointArn"], world.arn("endpoint", "myendpoint"))

    assert_equal(world.sagemaker.describe_model(ModelName="mymodel")["ModelName"], "MyModel")
    assert_equal(world.sagemaker.describe_endpoint_config(EndpointConfigName="MYCONFIG")["EndpointConfigName"], "MyConfig")
    shown = world.describe("myENDPOINT")
    assert_equal((shown["EndpointName"], shown["EndpointArn"], shown["EndpointConfigName"]),
                 ("MyEndpoint", world.arn("endpoint", "myendpoint"), "MyConfig"))
    world.until(endpoint="MYENDPOINT")
    world.sagemaker.delete_endpoint(EndpointName="MYENDPOINT")
    world.sagemaker.delete_endpoint_config(EndpointConfigName="myconfig")
    world.sagemaker.delete_model(ModelName="MYMODEL")
    assert_equal(world.sagemaker.list_models()["Models"], [])


def test_what_was_given_is_described():
    """DescribeEndpointConfig and DescribeModel give back what was given, with AWS's defaults."""
    world = World().endpoint()

    config = world.sagemaker.describe_endpoint_config(EndpointConfigName="old")
    assert_equal(config["ProductionVariants"], [{
        "VariantName": "blue", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 4, "InitialVariantWeight": 1.0}])
    assert_equal((config["EndpointConfigArn"], config["CreationTime"]), (world.arn("endpoint-config", "old"), at(0)))
    model = world.sagemaker.describe_model(ModelName="m")
    assert_equal((model["PrimaryContainer"]["Mode"], model["EnableNetworkIsolation"]), ("SingleModel", False))


def test_accounts_do_not_see_each_other():
    """Another access key is another world, with a clock of its own."""
    one, other = World().endpoint(), World()
    one.alarm()

    assert_equal((one.now, other.now), (5, 0))
    assert_equal(other.sagemaker.list_endpoints()["Endpoints"], [])
    assert_equal(other.cloudwatch.describe_alarms()["MetricAlarms"], [])
    other.refuses("ValidationException", f'Could not find endpoint "{other.arn("endpoint", "e")}".', other.describe)
    before = one.state()
    other.endpoint()
    other.post("/_rollingdeploy/reset")
    assert_equal(one.state(), before)


def test_regions_do_not_see_each_other():
    """Resources, alarms, metrics, faults and hints are a region's own; the clock is the account's."""
    here = World().endpoint()
    there = World(here.account, "eu-west-1")
    here.alarm()
    here.report()
    here.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity"})

    assert_equal(there.now, 5)
    assert_equal(there.sagemaker.list_models()["Models"], [])
    assert_equal(there.cloudwatch.describe_alarms()["MetricAlarms"], [])
    assert_equal(there.cloudwatch.list_metrics()["Metrics"], [])
    assert_equal(there.get("/_rollingdeploy/faults"), [])
    there.endpoint()
    there.refuses("ValidationException", "Could not find CloudWatch alarm(s): [errors].", lambda: there.update(
        {**rolling(count(1)), "AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "errors"}]}}))


def test_hints_stay_in_their_region():
    """What was refused in one region is not in the journal of the endpoint of the same name in another."""
    here = World().endpoint()
    there = World(here.account, "eu-west-1").endpoint()
    there.call("POST", "/sagemaker/UpdateEndpoint", {
        "EndpointName": "e", "EndpointConfigName": "new", "DeploymentConfig": rolling({"Type": "CAPACITY_PERCENTAGE", "Value": 25})})

    events = [[entry["event"] for entry in world.get("/_rollingdeploy/endpoints/e/journal")] for world in (here, there)]

    assert "refused" not in events[0] and "refused" in events[1], events
