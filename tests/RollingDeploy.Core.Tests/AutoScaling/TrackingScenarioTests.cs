using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>Target tracking from the metric to the fleet.</summary>
public sealed class TrackingScenarioTests
{
    private readonly ScaledWorld _scaled = new();

    [Fact]
    public void Put_Policy_MakesTwoAlarmsOfItsOwn()
    {
        var put = _scaled.Track();

        put.OwnAlarms.Select(name => name[..^36]).Should().Equal(
            "TargetTracking-endpoint/e/variant/a-AlarmHigh-", "TargetTracking-endpoint/e/variant/a-AlarmLow-");
        Configurations(put).Should().Equal(
            (3, 100, ComparisonOperator.GreaterThanThreshold), (15, 90, ComparisonOperator.LessThanThreshold));
        put.Arn.Should().StartWith("arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:")
            .And.EndWith(":resource/sagemaker/endpoint/e/variant/a:policyName/track");
    }

    [Fact]
    public void ScaleOut_ThreeMinutesAboveTheTarget_IsInProportion()
    {
        _scaled.Track();

        _scaled.Minutes(2, 150).Capacity.Should().Be(4);
        _scaled.Minutes(1, 150).Capacity.Should().Be(6);

        _scaled.LastTrigger.Should().Be(DeploymentTrigger.UpdateEndpointWeightsAndCapacities);
        _scaled.World.Endpoint.Status.Should().Be(EndpointStatus.Updating);
        _scaled.Last.StatusMessage.Should().Be(
            "Successfully set desired instance count to 6. Waiting for change to be fulfilled by sagemaker.");
        _scaled.World.ToTheEnd();
        _scaled.World.Endpoint.Current!.InService.Should().Be(6);
        (_scaled.Last.Status, _scaled.Last.StatusMessage).Should().Be((
            ScalingStatus.Successful, "Successfully set desired instance count to 6. Change successfully fulfilled by sagemaker."));
        _scaled.Last.Cause.Should().Match("monitor alarm TargetTracking-endpoint/e/variant/a-AlarmHigh-* in state ALARM triggered policy track");
    }

    [Fact]
    public void ScaleOut_WhileTheAlarmStays_RepeatsAfterTheCooldown()
    {
        _scaled.Track(change: tracking => tracking with { ScaleOutCooldown = TimeSpan.FromSeconds(120) });
        _scaled.Minutes(3, 120).Capacity.Should().Be(5);

        _scaled.Minutes(2, 120).Capacity.Should().Be(5);
        _scaled.Minutes(1, 120).Capacity.Should().Be(6);

        _scaled.Activities.Should().Equal("Successful: Setting desired instance count to 5.", "InProgress: Setting desired instance count to 6.");
    }

    [Fact]
    public void ScaleOut_MoreLoadDuringTheCooldown_AddsTheDifference()
    {
        _scaled.Track();
        _scaled.Minutes(3, 120).Capacity.Should().Be(5);

        _scaled.Minutes(1, 160).Capacity.Should().Be(7);
    }

    [Fact]
    public void ScaleIn_FifteenMinutesBelowNineTenths_GoesDownToTheMinimumAndSaysSoOnce()
    {
        _scaled.Track();

        // The minute before, in which nobody called, is one of the fifteen.
        _scaled.Minutes(13, 10).Capacity.Should().Be(4);
        _scaled.Minutes(1, 10).Capacity.Should().Be(2);
        _scaled.Minutes(60, 10);

        _scaled.Activities.Should().Equal("Successful: Setting desired instance count to 2.", "AlreadyAtMinCapacity");
    }

    [Fact]
    public void ScaleIn_BetweenNineTenthsAndTheTarget_DoesNotHappen()
    {
        _scaled.Track();

        _scaled.Minutes(30, 95);

        _scaled.Activities.Should().BeEmpty();
    }

    [Fact]
    public void ScaleIn_Disabled_HasNoAlarm()
    {
        var put = _scaled.Track(change: tracking => tracking with { DisableScaleIn = true });

        _scaled.Minutes(30, 10).Capacity.Should().Be(4);
        put.OwnAlarms.Should().ContainSingle().Which.Should().Contain("AlarmHigh");
    }

    [Fact]
    public void ScaleIn_OfTwoPolicies_NeedsBoth()
    {
        _scaled.Track("one");
        _scaled.Track("other", target: 10, document: """{"MetricName":"other"}""");

        _scaled.Minutes(20, 9.5).Capacity.Should().Be(4);
        _scaled.Minutes(20, 6).Capacity.Should().Be(3);
    }

    [Fact]
    public void ScaleOut_DuringADeployment_WaitsForItsEnd()
    {
        _scaled.Track();
        _scaled.World.Update("v2", Configs.Rolling("1", 120));

        _scaled.Minutes(4, 150).Capacity.Should().Be(4);
        _scaled.Activities.Should().Equal("TargetServicePutResourceAsUnscalable");
        _scaled.Minutes(10, 150);

        _scaled.World.Endpoint.ConfigName.Should().Be("v2");
        _scaled.Activities.Should().Contain("Successful: Setting desired instance count to 6.");
    }

    [Fact]
    public void ScaleOut_BeyondTheQuota_FailsInTheWordsOfSageMaker()
    {
        _scaled.World.Quota(limit: 4);
        _scaled.Track();

        _scaled.Minutes(3, 150).Capacity.Should().Be(4);

        _scaled.Last.Status.Should().Be(ScalingStatus.Failed);
        _scaled.Last.StatusMessage.Should().StartWith(
            "Failed to set desired instance count to 6. Reason: The account-level service limit 'ml.m5.large for endpoint usage' is 4 Instances")
            .And.Contain("Error Code: ResourceLimitExceeded;");
    }

    [Fact]
    public void ScaleOut_WithoutCapacityInTheRegion_FailsWithTheReason()
    {
        _scaled.World.Fault(Core.Fleets.FleetSide.Old);
        _scaled.Track();
        _scaled.Minutes(3, 150);

        _scaled.World.ToTheEnd();

        (_scaled.Capacity, _scaled.Last.Status).Should().Be((4, ScalingStatus.Failed));
        _scaled.Last.StatusMessage.Should().Be($"Failed to set desired instance count to 6. Reason: {FailureReasons.InsufficientCapacity}");
    }

    [Fact]
    public void Put_PolicyAgain_ReplacesItsAlarmsAndKeepsItsArn()
    {
        var first = _scaled.Track();

        var second = _scaled.Track(target: 50);

        second.Arn.Should().Be(first.Arn);
        first.OwnAlarms.Select(_scaled.World.Region.Alarms.Find).Should().AllBeEquivalentTo((Alarm?)null);
        Configurations(second).Select(each => each.Threshold).Should().Equal(50, 45);
    }

    [Fact]
    public void Delete_Policy_DeletesItsAlarms()
    {
        var put = _scaled.Track();

        _scaled.World.Apply(new DeleteScalingPolicy(TestWorld.RegionName, ScaledWorld.Variant.Key, "track"));

        put.OwnAlarms.Select(_scaled.World.Region.Alarms.Find).Should().AllBeEquivalentTo((Alarm?)null);
        _scaled.Minutes(5, 500).Capacity.Should().Be(4);
    }

    private IEnumerable<(int Periods, double Threshold, ComparisonOperator Comparison)> Configurations(PolicyWasPut put) =>
        put.OwnAlarms
        .Select(name => ((MetricAlarm)_scaled.World.Region.Alarms.Find(name)!).Configuration)
        .Select(each => (each.EvaluationPeriods, each.Threshold!.Value, each.Comparison));
}
