using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

/// <summary>The account's quota refuses at the call, in AWS's words; what a plan needs at its peak is what counts.</summary>
public sealed class QuotaTests
{
    [Fact]
    public void CreateEndpoint_BeyondTheQuota_IsRefusedInAwsWords()
    {
        var world = new TestWorld().Config("v1", 2).Quota(1);

        Refused(world, () => world.Create("v1"), "ml.m5.large", limit: 1, utilization: 0, delta: 2);
    }

    [Fact]
    public void CreateEndpoint_NoQuotaSet_IsUnlimited()
    {
        var world = new TestWorld().Config("v1", 1000).Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Region.Quotas.Get("ml.m5.large").Should().Be(new Quota(null, null));
        world.Region.Quotas.All.Should().BeEmpty();
    }

    [Fact]
    public void CreateEndpoint_VariantsOfOneType_CountTogether()
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 3)).Quota(4);

        Refused(world, () => world.Create("v1"), "ml.m5.large", limit: 4, utilization: 0, delta: 5);
    }

    [Fact]
    public void UpdateEndpoint_BlueGreen_NeedsTheWholeNewFleetBesideTheOld()
    {
        var world = new TestWorld().Endpoints(4).Quota(7);

        Refused(world, () => world.Update("v2", Configs.Canary("1", wait: 60)), "ml.m5.large", limit: 7, utilization: 4, delta: 4);
        world.Quota(8).Update("v2", Configs.Canary("1", wait: 60)).ToTheEnd().Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void UpdateEndpoint_Rolling_NeedsOnlyABatchBesideTheOld()
    {
        var world = new TestWorld().Endpoints(4).Quota(5);

        Refused(world, () => world.Update("v2", Configs.Rolling("2", wait: 60)), "ml.m5.large", limit: 5, utilization: 4, delta: 2);
        world.Update("v2", Configs.Rolling("1", wait: 60)).ToTheEnd().Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void UpdateEndpoint_OtherInstanceType_NeedsNothingMoreOfTheOldOne()
    {
        var world = new TestWorld().Endpoints(4).ConfigOn("ml.c5.xlarge", "v3", 4).Quota(4).Quota(3, instanceType: "ml.c5.xlarge");

        Refused(world, () => world.Update("v3"), "ml.c5.xlarge", limit: 3, utilization: 0, delta: 4);
        world.Quota(4, instanceType: "ml.c5.xlarge").Update("v3").ToTheEnd().Endpoint.ConfigName.Should().Be("v3");
    }

    [Fact]
    public void UpdateEndpoint_QuotaLoweredSince_RefusesOnlyWhatNeedsMore()
    {
        var world = new TestWorld().Endpoints(4).Quota(2);

        world.Scale(("a", 3)).ToTheEnd();

        Refused(world, () => world.Update("v2", Configs.Rolling("1", wait: 60)), "ml.m5.large", limit: 2, utilization: 3, delta: 2);
    }

    [Fact]
    public void UpdateWeightsAndCapacities_BeyondTheQuota_IsRefused()
    {
        var world = new TestWorld().Endpoints(4).Quota(5);

        Refused(world, () => world.Scale(("a", 6)), "ml.m5.large", limit: 5, utilization: 4, delta: 2);
        world.Scale(("a", 5)).ToTheEnd().Endpoint.Current!.InService.Should().Be(5);
    }

    [Fact]
    public void PutQuota_WithoutLimitAgain_RefusesNoMore()
    {
        var world = new TestWorld().Config("v1", 4).Quota(1).Quota(null);

        world.Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Fact]
    public void Quota_OfAnotherRegion_DoesNotCount()
    {
        var world = new TestWorld().Config("v1", 4);
        world.Apply(new PutQuota("eu-west-1", "ml.m5.large", new Quota(0, 0)));

        world.Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.World.Regions.Single(region => region.Name == "eu-west-1").Quotas.Utilization("ml.m5.large").Should().Be(0);
    }

    private static void Refused(TestWorld world, Action call, string type, int limit, int utilization, int delta)
    {
        var before = StatePrinter.Text(world.World);

        var fault = call.Should().Throw<AwsError>().Which;

        (fault.Shape, fault.Message).Should().Be((
            "ResourceLimitExceeded",
            $"The account-level service limit '{type} for endpoint usage' is {limit} Instances, with current utilization of "
            + $"{utilization} Instances and a request delta of {delta} Instances. Please use AWS Service Quotas to request an increase "
            + "for this quota. If AWS Service Quotas is not available, contact AWS support to request an increase for this quota."));
        StatePrinter.Text(world.World).Should().Be(before);
    }
}
