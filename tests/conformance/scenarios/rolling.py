"""Rolling updates as the developer guide's page on rolling deployments writes them."""

from rollingdeploy import World, assert_equal, at, count, guarded, percent, rolling


def test_the_guides_example_in_instances():
    """The guide's sample, its sizes in instances: each batch of two comes up, bakes ten minutes, and two old ones go."""
    world = World().endpoint(instances=4)
    world.alarm("latency")
    world.alarm("errors")
    deployment = guarded(
        rolling(count(2), 600, MaximumExecutionTimeoutInSeconds=3600, RollbackMaximumBatchSize=count(1)), "latency", "errors")

    world.update(deployment)
    world.until()

    assert_equal(world.deployments()[0]["plan"],
                 "launch 2 | shift 2 | bake 600s | retire 2 | launch 2 | shift 2 | bake 600s | retire 2")
    assert_equal(world.now, 5 + 2 * (5 + 1 + 600 + 1))
    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("InService", "new"))
    assert_equal(shown["LastDeploymentConfig"], deployment)
    assert "FailureReason" not in shown and "PendingDeploymentSummary" not in shown, shown


def test_the_guides_example_in_percent():
    """The same with CAPACITY_PERCENT, which is how the API spells it: a quarter of eight is two."""
    world = World().endpoint(instances=8)
    world.alarm("errors")
    deployment = guarded(
        rolling(percent(25), 300, MaximumExecutionTimeoutInSeconds=7200, RollbackMaximumBatchSize=percent(100)), "errors")

    world.update(deployment)
    world.until()

    assert_equal(world.deployments()[0]["plan"], " | ".join(["launch 2 | shift 2 | bake 300s | retire 2"] * 4))
    assert_equal(world.describe()["LastDeploymentConfig"], deployment)


def test_the_guides_spelling_of_percent_is_refused():
    """CAPACITY_PERCENTAGE is not in the API's enum: AWS's text, nothing changed, and a hint where AWS's clients do not look."""
    world = World().endpoint()
    sample = rolling({"Type": "CAPACITY_PERCENTAGE", "Value": 25})

    def update():
        return world.careless.update_endpoint(EndpointName="e", EndpointConfigName="new", DeploymentConfig=sample)

    world.refuses(
        "ValidationException",
        "1 validation error detected: Value 'CAPACITY_PERCENTAGE' at "
        "'deploymentConfig.rollingUpdatePolicy.maximumBatchSize.type' failed to satisfy constraint: "
        "Member must satisfy enum value set: [INSTANCE_COUNT, CAPACITY_PERCENT]",
        update)

    hint = world.get("/_rollingdeploy/endpoints/e/journal")[-1]
    assert_equal(hint["event"], "refused")
    assert "the API's value is CAPACITY_PERCENT." in hint["sentence"], hint


def test_a_refused_creation_leaves_its_hint_too():
    """There is no endpoint then, but there is a journal with what would have helped."""
    world = World()
    world.model()
    world.config("old")
    sample = rolling({"Type": "CAPACITY_PERCENTAGE", "Value": 25})
    status, _ = world.call("POST", "/sagemaker/CreateEndpoint", {
        "EndpointName": "e", "EndpointConfigName": "old", "DeploymentConfig": sample})

    assert_equal(status, 400)
    assert_equal([each["event"] for each in world.get("/_rollingdeploy/endpoints/e/journal")], ["refused"])


def test_the_config_given_at_creation_is_retained():
    """CreateEndpoint only stores its DeploymentConfig; RetainDeploymentConfig puts it into effect."""
    deployment = rolling(count(1), 60)
    world = World().endpoint(instances=2, DeploymentConfig=deployment)
    assert_equal(world.now, 5)
    assert_equal(world.describe()["LastDeploymentConfig"], deployment)

    world.update(RetainDeploymentConfig=True)
    world.until()

    assert_equal([each["policy"] for each in world.deployments()], ["rolling", "default"])
    assert_equal(world.now, 5 + 2 * (5 + 1 + 60 + 1))
    assert_equal(world.describe()["LastDeploymentConfig"], deployment)


def test_the_last_config_is_retained_even_after_a_rollback():
    """The last one given counts, not the first, and also when that deployment was rolled back."""
    world = World().endpoint(DeploymentConfig=rolling(count(1), 60))
    world.alarm()
    last = guarded(rolling(count(2), 120), "errors")
    world.update(last)
    world.advance(60)
    world.trip()
    world.until()
    world.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="OK", StateReason="repaired")

    world.update(RetainDeploymentConfig=True)
    world.until()

    newest, rolled_back, _ = world.deployments()
    assert_equal((rolled_back["status"], newest["status"]), ("rolledBack", "succeeded"))
    assert_equal(newest["plan"], rolled_back["plan"])
    assert_equal(world.describe()["LastDeploymentConfig"], last)


def test_without_retain_the_default_is_used_and_the_config_kept():
    """An update without DeploymentConfig goes all at once; LastDeploymentConfig stays as it was."""
    deployment = rolling(count(1), 60)
    world = World().endpoint(DeploymentConfig=deployment)

    world.update()
    world.until()

    assert_equal(world.deployments()[0]["plan"], "launch 4 | shift 4 | retire 4")
    assert_equal(world.describe()["LastDeploymentConfig"], deployment)


def test_retain_without_anything_to_retain_is_the_default():
    """Nothing was ever given: all at once."""
    world = World().endpoint(instances=1)

    world.update(RetainDeploymentConfig=True)
    world.until()

    assert_equal(world.deployments()[0]["policy"], "default")
    assert "LastDeploymentConfig" not in world.describe()


def test_retained_counts_and_weights():
    """RetainAllVariantProperties keeps the count that serves; excluding DesiredInstanceCount takes the new one all the same."""
    world = World()
    world.model()
    world.config("three", 3)
    world.config("five", 5)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="three")
    world.until()

    world.update(config="five", RetainAllVariantProperties=True)
    world.until()
    kept = world.describe()["ProductionVariants"][0]["CurrentInstanceCount"]
    world.update(config="five", RetainAllVariantProperties=True,
                 ExcludeRetainedVariantProperties=[{"VariantPropertyType": "DesiredInstanceCount"}])
    world.until()
    taken = world.describe()["ProductionVariants"][0]["CurrentInstanceCount"]

    assert_equal((kept, taken), (3, 5))


def test_a_fleet_grows_while_it_rolls():
    """From two to six by half: the old fleet shrinks in proportion and is gone with the last batch."""
    world = World()
    world.model()
    world.config("old", 2)
    world.config("new", 6)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()

    world.update(rolling(percent(50), 60))
    world.until()

    assert_equal(world.deployments()[0]["plan"],
                 "launch 3 | shift 3 | bake 60s | retire 1 | launch 3 | shift 3 | bake 60s | retire 1")
    assert_equal(world.describe()["ProductionVariants"][0]["CurrentInstanceCount"], 6)


def test_the_longest_deployment_there_is():
    """A hundred instances by five with a bake of 1,400 s fill the limit of eight hours: one advance, and none of them waits."""
    world = World().endpoint(instances=100)
    world.alarm()

    world.update(guarded(rolling(count(5), 1400, MaximumExecutionTimeoutInSeconds=28800), "errors"))
    world.until()

    assert_equal((world.now, world.describe()["EndpointConfigName"]), (5 + 20 * (5 + 1 + 1400 + 1), "new"))


def test_deleting_what_is_deployed_changes_nothing():
    """AWS does not ask whether a model or a configuration is in use: a deployment goes on with what it was given."""
    world = World().endpoint()
    world.update(rolling(count(1), 60))
    world.advance(30)
    world.sagemaker.delete_model(ModelName="m")
    world.sagemaker.delete_endpoint_config(EndpointConfigName="new")
    world.sagemaker.delete_endpoint_config(EndpointConfigName="old")

    world.until()

    shown = world.describe()
    assert_equal((shown["EndpointConfigName"], shown["ProductionVariants"][0]["CurrentInstanceCount"]), ("new", 4))


def test_the_limit_rolls_back():
    """Two bakes of 400 s do not fit into 600 s: back to the old configuration, with the reason."""
    world = World().endpoint(instances=2)

    world.update(rolling(count(1), 400, MaximumExecutionTimeoutInSeconds=600))
    world.until()

    shown = world.describe()
    assert_equal(shown["EndpointConfigName"], "old")
    assert_equal(shown["FailureReason"],
                 "Endpoint update exceeded the maximum execution timeout of 600 seconds and was rolled back.")
    assert (605, "timedOut") in world.journal(), world.journal()
    assert_equal(shown["LastModifiedTime"], at(world.now))
