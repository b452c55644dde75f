"""Instance pools: several instance types for a variant, in order of priority; and capacity reservations."""

from rollingdeploy import World, assert_equal, canary, count, rolling

FIRST, SECOND = "ml.g6.2xlarge", "ml.g6e.2xlarge"
RESERVATION = {"CapacityReservationPreference": "capacity-reservations-only",
               "MlReservationArn": "arn:aws:sagemaker:us-east-1:123456789012:ml-reservation/r"}


class Pools(World):
    """A world with the configurations old and new, whose variant takes three instances of either type."""

    def __init__(self):
        super().__init__()
        self.model()
        self.model("compiled")
        for name in ("old", "new"):
            self.pools(name)

    def pools(self, name, override="compiled", **more):
        self.sagemaker.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[{
            "VariantName": "blue", "ModelName": "m", "InitialInstanceCount": 3, "InstancePools": [
                {"InstanceType": SECOND, "Priority": 2, "ModelNameOverride": override}, {"InstanceType": FIRST, "Priority": 1}], **more}])

    def begin(self):
        self.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
        self.until()
        return self

    def limit(self, kind, **quota):
        self.put(f"/_rollingdeploy/quotas/{kind}", quota)

    def counts(self):
        variant = self.describe()["ProductionVariants"][0]
        pools = [(pool["InstanceType"], pool["CurrentInstanceCount"]) for pool in variant["InstancePools"]]
        assert_equal(sum(many for _, many in pools), variant["CurrentInstanceCount"])
        return pools


def exceeded(kind, limit, utilization, delta):
    return (f"The account-level service limit '{kind} for endpoint usage' is {limit} Instances, with current utilization of "
            f"{utilization} Instances and a request delta of {delta} Instances. Please use AWS Service Quotas to request an increase for "
            "this quota. If AWS Service Quotas is not available, contact AWS support to request an increase for this quota.")


def test_the_first_type_while_it_lasts():
    world = Pools().begin()
    assert_equal(world.counts(), [(FIRST, 3), (SECOND, 0)])

    world.limit(FIRST, available=4)
    world.scale(blue=5)
    world.until()
    assert_equal(world.counts(), [(FIRST, 4), (SECOND, 1)])
    assert_equal(world.get(f"/_rollingdeploy/quotas/{SECOND}")["utilization"], 1)
    world.scale(blue=4)
    world.until()

    assert_equal(world.counts(), [(FIRST, 4), (SECOND, 0)])


def test_a_deployment_falls_back_too():
    """The pending summary has the pools in place of an instance type."""
    world = Pools().begin()
    world.limit(FIRST, available=3)

    world.update(rolling(count(1)))
    world.advance(10)
    variant = world.describe()["PendingDeploymentSummary"]["ProductionVariants"][0]
    assert "InstanceType" not in variant, variant
    assert_equal(variant["InstancePools"], [
        {"InstanceType": FIRST, "CurrentInstanceCount": 0}, {"InstanceType": SECOND, "CurrentInstanceCount": 1}])
    world.until()

    assert_equal((world.describe()["EndpointConfigName"], world.counts()), ("new", [(FIRST, 2), (SECOND, 1)]))


def test_no_type_that_can_be_had():
    world = Pools().begin()
    world.limit(FIRST, available=4)
    world.limit(SECOND, available=1)

    world.update(canary(count(1)))
    world.until()

    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"]), ("InService", "old"))
    assert_equal(world.counts(), [(FIRST, 3), (SECOND, 0)])
    assert "InsufficientInstanceCapacity" in shown["FailureReason"]


def test_quotas_of_all_types_together():
    """They refuse only what no mix of the types can be."""
    world = Pools()
    world.limit(FIRST, limit=2)
    world.limit(SECOND, limit=0)

    world.refuses("ResourceLimitExceeded", exceeded(FIRST, 2, 0, 3), lambda: world.sagemaker.create_endpoint(
        EndpointName="e", EndpointConfigName="old"))
    world.limit(SECOND, limit=1)
    world.begin()
    assert_equal(world.counts(), [(FIRST, 2), (SECOND, 1)])
    world.refuses("ResourceLimitExceeded", exceeded(FIRST, 2, 2, 3), world.update)
    world.refuses("ResourceLimitExceeded", exceeded(FIRST, 2, 2, 1), lambda: world.scale(blue=4))


def test_a_model_that_is_not_there():
    world = Pools()

    world.refuses("ValidationException", f'Could not find model "{world.arn("model", "none")}".', lambda: world.pools("c", override="None"))


def test_a_capacity_reservation():
    """What it holds is what the region has of the type; without a limit, what the endpoint uses."""
    world = World()
    world.model()
    world.sagemaker.create_endpoint_config(EndpointConfigName="old", ProductionVariants=[
        {"VariantName": "blue", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 2,
         "CapacityReservationConfig": RESERVATION}])
    world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="old")
    world.until()

    def shown():
        return world.describe()["ProductionVariants"][0]["CapacityReservationConfig"]

    assert_equal(shown(), {**RESERVATION, "TotalInstanceCount": 2, "AvailableInstanceCount": 0, "UsedByCurrentEndpoint": 2})
    world.quota(available=5)
    assert_equal(shown(), {**RESERVATION, "TotalInstanceCount": 5, "AvailableInstanceCount": 3, "UsedByCurrentEndpoint": 2})
