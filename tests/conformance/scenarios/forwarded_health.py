"""Models that real servers on this machine answer for come into service by their pings, and stay there."""

import time

from real_servers import Forwarding, down, real_server
from rollingdeploy import IMAGE, ROLE, assert_equal, canary, count, error_of, rolling

PING_FAILED = ("The primary container for production variant blue did not pass the ping health check. "
               "Please check CloudWatch logs for this endpoint.")


def test_a_server_that_goes_down_in_service_is_a_model_error():
    with real_server() as server:
        world = Forwarding().serve(server.address)
    started = time.monotonic()
    error = error_of(world.invoke).response
    assert_equal((error["Error"]["Code"], error["OriginalStatusCode"]), ("ModelError", 0))
    assert time.monotonic() - started < 30
    world.advance(7200)
    assert_equal(world.describe()["EndpointStatus"], "InService")


def test_a_server_that_is_down_keeps_its_endpoint_from_service():
    for address in (down(), "http://localhost:1"):
        world = Forwarding().begin(address)
        world.until("Failed")
        assert_equal(world.describe()["FailureReason"], PING_FAILED)
        assert_equal(world.now, 1800)


def test_a_server_that_is_not_well_keeps_its_endpoint_from_service():
    with real_server(is_well=False) as server:
        world = Forwarding().begin(server.address)
        world.until("Failed")
        assert_equal(world.describe()["FailureReason"], PING_FAILED)


def test_a_server_that_starts_late_is_waited_for():
    with real_server(is_well=False) as server:
        world = Forwarding().begin(server.address)
        world.advance(900)
        assert_equal(world.describe()["EndpointStatus"], "Creating")
        server.is_well = True
        world.advance(1)
        assert_equal(world.describe()["EndpointStatus"], "InService")
        assert_equal(world.invoke()["Body"].read(), b"real: hello")


def test_an_update_to_a_server_that_is_down_rolls_back():
    with real_server() as server:
        for deployment in (rolling(count(1), 60), canary(count(1), 60)):
            world = Forwarding().serve(server.address, instances=2)
            world.real_model(down(), "gone")
            world.config("new", 2, model="gone")
            world.update(deployment)
            world.until()
            endpoint = world.describe()
            assert_equal((endpoint["EndpointConfigName"], endpoint["FailureReason"]), ("old", PING_FAILED))
            assert_equal(endpoint["ProductionVariants"][0]["CurrentInstanceCount"], 2)
            assert_equal(world.invoke()["Body"].read(), b"real: hello")


def test_a_component_has_the_time_that_it_asks_for():
    with real_server(is_well=False) as server:
        world = Forwarding()
        world.sagemaker.create_endpoint_config(
            EndpointConfigName="host", ExecutionRoleArn=ROLE,
            ProductionVariants=[{"VariantName": "blue", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])
        world.sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="host")
        world.until()
        before = world.now
        world.sagemaker.create_inference_component(
            InferenceComponentName="c", EndpointName="e", VariantName="blue", RuntimeConfig={"CopyCount": 1},
            Specification={
                "Container": {"Image": IMAGE, "Environment": {"ROLLINGDEPLOY_FORWARD_TO": server.address}},
                "StartupParameters": {"ContainerStartupHealthCheckTimeoutInSeconds": 90},
                "ComputeResourceRequirements": {"NumberOfCpuCoresRequired": 1, "MinMemoryRequiredInMb": 1024}})
        world.post("/_rollingdeploy/clock/advance", {"until": {"inferenceComponent": "c", "status": "Failed"}})
        component = world.sagemaker.describe_inference_component(InferenceComponentName="c")
        assert_equal((component["InferenceComponentStatus"], component["FailureReason"]), ("Failed", PING_FAILED))
        assert_equal(world.now - before, 90)
