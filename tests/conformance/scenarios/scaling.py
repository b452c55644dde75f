"""UpdateEndpointWeightsAndCapacities: the same fleet, another size or other weights."""

from quotas import exceeded
from rollingdeploy import World, assert_equal, count, detected, rolling

CAPACITY = ("Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
            "Please retry using a different ML instance type or after some time.")


def two():
    """An endpoint in service with the variants blue and green of two instances each."""
    world = World()
    world.model()
    world.config("old", blue=2, green=2)
    world.config("new", blue=2, green=2)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()
    return world


def sizes(world):
    return [(each["CurrentInstanceCount"], each["DesiredInstanceCount"], each["CurrentWeight"], each["DesiredWeight"])
            for each in world.describe()["ProductionVariants"]]


def refused(world, message, call):
    world.refuses("ValidationException", message, call)


def test_out_and_in_at_once():
    world = two()

    answer = world.scale(blue=4, green=1)

    assert_equal(answer["EndpointArn"], world.arn("endpoint", "e"))
    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"], shown.get("PendingDeploymentSummary")), ("Updating", "old", None))
    assert_equal([(each["VariantStatus"][0]["Status"], each["VariantStatus"][0]["StatusMessage"]) for each in shown["ProductionVariants"]],
                 [("Updating", "Scaling out desired instance count to 4."), ("Updating", "Scaling in desired instance count to 1.")])
    assert_equal(sizes(world), [(2, 4, 1, 1), (2, 1, 1, 1)])
    world.until()
    assert_equal(sizes(world), [(4, 4, 1, 1), (1, 1, 1, 1)])
    assert "VariantStatus" not in world.describe()["ProductionVariants"][0]


def test_what_goes_is_there_until_it_is_gone():
    """Instances that drain count as current ones, when scaling in and when all goes."""
    world = two()

    world.scale(blue=1)
    assert_equal((world.describe()["EndpointStatus"], sizes(world)[0]), ("Updating", (2, 1, 1, 1)))
    world.until()
    assert_equal(sizes(world)[0], (1, 1, 1, 1))
    world.sagemaker.delete_endpoint(EndpointName="e")

    assert_equal((world.describe()["EndpointStatus"], [each[0] for each in sizes(world)]), ("Deleting", [1, 2]))


def test_weights_and_counts_leave_each_other_alone():
    world = two()

    world.weigh({"VariantName": "blue", "DesiredWeight": 3}, {"VariantName": "green", "DesiredWeight": 0})
    assert_equal(sizes(world), [(2, 2, 1, 3), (2, 2, 1, 0)])
    world.until()
    world.scale(blue=3)
    world.until()

    assert_equal(sizes(world), [(3, 3, 3, 3), (2, 2, 0, 0)])


def test_what_is_retained():
    """An update goes back to the configuration's numbers, unless it is to keep them."""
    world = two()
    world.weigh({"VariantName": "blue", "DesiredWeight": 3, "DesiredInstanceCount": 5})
    world.until()

    world.update(RetainAllVariantProperties=True, ExcludeRetainedVariantProperties=[{"VariantPropertyType": "DesiredWeight"}])
    world.until()
    assert_equal(sizes(world), [(5, 5, 1, 1), (2, 2, 1, 1)])
    world.update()
    world.until()
    assert_equal(sizes(world), [(2, 2, 1, 1), (2, 2, 1, 1)])


def test_capacity_that_cannot_be_had():
    """It passes RollingBack and ends in service as it was; the next that succeeds clears the reason."""
    world = two()
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "variant": "blue", "atInstance": 2, "times": 1})

    world.weigh({"VariantName": "blue", "DesiredInstanceCount": 6, "DesiredWeight": 9})
    world.advance(5)
    assert_equal(world.describe()["EndpointStatus"], "RollingBack")
    refused(world, f'Cannot update in-progress endpoint "{world.arn("endpoint", "e")}".', lambda: world.scale(blue=1))
    world.until()

    assert_equal((sizes(world)[0], world.describe()["FailureReason"]), ((2, 2, 1, 1), CAPACITY))
    world.scale(blue=3)
    world.until()
    assert "FailureReason" not in world.describe()


def test_variants_that_are_not_there_or_named_twice():
    world = two()
    weight = {"VariantName": "blue", "DesiredWeight": 1}

    refused(world, 'The variant name(s) "x" is/are not present within endpoint configuration "old".', lambda: world.scale(x=1))
    refused(world, 'The variant name "blue" was non-unique within the request.', lambda: world.weigh(weight, weight))
    refused(world, f'Could not find endpoint "{world.arn("endpoint", "none-such")}".', lambda: world.scale("None-Such", blue=1))


def test_a_serverless_variant():
    """It has a concurrency and no instances, and what is provisioned of it has its bounds whichever of the two is changed."""
    world = World()
    world.model()
    world.sagemaker.create_endpoint_config(EndpointConfigName="old", ProductionVariants=[
        {"VariantName": "blue", "ModelName": "m",
         "ServerlessConfig": {"MemorySizeInMB": 2048, "MaxConcurrency": 10, "ProvisionedConcurrency": 4}}])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()

    def give(**concurrency):
        return world.weigh({"VariantName": "blue", "ServerlessUpdateConfig": concurrency})

    too_much = "Variant blue: ProvisionedConcurrency must be less than or equal to MaxConcurrency."
    refused(world, too_much, lambda: give(ProvisionedConcurrency=11))
    refused(world, too_much, lambda: give(MaxConcurrency=3))
    refused(world, too_much, lambda: give(MaxConcurrency=5, ProvisionedConcurrency=6))
    refused(world, 'DesiredInstanceCount cannot be specified for the serverless variant "blue".', lambda: world.scale(blue=2))
    give(MaxConcurrency=20)
    shown = world.describe()
    assert_equal((shown["EndpointStatus"], *(shown["ProductionVariants"][0][f"{when}ServerlessConfig"]["MaxConcurrency"]
                                             for when in ("Current", "Desired"))), ("Updating", 10, 20))
    world.until()
    give(ProvisionedConcurrency=20)
    world.until()
    assert_equal(world.describe()["ProductionVariants"][0]["CurrentServerlessConfig"],
                 {"MemorySizeInMB": 2048, "MaxConcurrency": 20, "ProvisionedConcurrency": 20})


def test_a_concurrency_for_instances():
    world = two()

    refused(world, 'ServerlessUpdateConfig cannot be specified for the variant "blue": it is not serverless.',
            lambda: world.weigh({"VariantName": "blue", "ServerlessUpdateConfig": {"MaxConcurrency": 2}}))


def test_nothing_at_all():
    """A variant that is only named stays as it is."""
    world = two()

    world.weigh({"VariantName": "blue"})
    world.until()

    assert_equal(sizes(world), [(2, 2, 1, 1), (2, 2, 1, 1)])


def test_a_shadow():
    """It has instances of its own, which count; its weight, which says how much it is shown, and its count can be changed."""
    world = World()
    world.model()
    usual = {"ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 2}
    for name in ("old", "new"):
        world.sagemaker.create_endpoint_config(
            EndpointConfigName=name, ProductionVariants=[{**usual, "VariantName": "blue"}],
            ShadowProductionVariants=[{**usual, "VariantName": "dark", "InitialVariantWeight": 0.5}])

    def shadow():
        [shown] = world.describe()["ShadowProductionVariants"]
        assert_equal(len(shown["DeployedImages"]), 1)
        return tuple(shown[f"{when}{what}"] for what in ("InstanceCount", "Weight") for when in ("Current", "Desired"))

    world.quota(limit=3)
    world.refuses("ResourceLimitExceeded", exceeded(3, 0, 4),
                  lambda: world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old"))
    world.quota(limit=None)
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()
    assert_equal(shadow(), (2, 2, 0.5, 0.5))

    world.weigh({"VariantName": "dark", "DesiredInstanceCount": 3, "DesiredWeight": 1})
    assert_equal(shadow(), (2, 3, 0.5, 1))
    world.until()
    assert_equal(shadow(), (3, 3, 1, 1))

    world.update(rolling(count(1), 60))
    [pending] = world.describe()["PendingDeploymentSummary"]["ShadowProductionVariants"]
    assert_equal((pending["CurrentInstanceCount"], pending["DesiredInstanceCount"], pending["CurrentWeight"]), (0, 2, 0))
    world.until()
    assert_equal((shadow(), len(world.deployments())), ((2, 2, 0.5, 0.5), 3))


def test_while_it_changes():
    world = two()
    message = f'Cannot update in-progress endpoint "{world.arn("endpoint", "e")}".'

    world.scale(blue=3)
    for call in (lambda: world.scale(blue=4), world.update, lambda: world.sagemaker.delete_endpoint(EndpointName="e")):
        refused(world, message, call)
    world.until()
    world.update()
    refused(world, message, lambda: world.scale(blue=4))
    world.until()
    world.sagemaker.delete_endpoint(EndpointName="e")
    refused(world, message, lambda: world.scale(blue=4))


def test_constraints():
    world = two()
    careless = world.careless.update_endpoint_weights_and_capacities

    refused(world, detected(("'-1'", "desiredWeightsAndCapacities.1.member.desiredInstanceCount",
                             "Member must have value greater than or equal to 0")),
            lambda: careless(EndpointName="e", DesiredWeightsAndCapacities=[{"VariantName": "blue", "DesiredInstanceCount": -1}]))
    refused(world, detected(("null", "desiredWeightsAndCapacities.1.member.variantName", "Member must not be null")),
            lambda: careless(EndpointName="e", DesiredWeightsAndCapacities=[{"DesiredWeight": 1}]))
    refused(world, detected(("null", "desiredWeightsAndCapacities", "Member must not be null")), lambda: careless(EndpointName="e"))
