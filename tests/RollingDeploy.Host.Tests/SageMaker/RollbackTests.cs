using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>DescribeEndpoint while a deployment goes back, and what it leaves behind.</summary>
public sealed class RollbackTests(TestHost host)
{
    private const string Why = "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors.";
    private const string NoCapacity = "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. Please retry using a different ML instance type or after some time.";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task BlueGreen_WhenItsAlarmTrips_GoesBackAtOnce()
    {
        await Update(Policies.Linear, 10);

        // The bake began at 6, so the next look is at 16.
        (await _account.MomentsAt(5.999, 6, 7, 8)).Should().Equal(
            "Updating blue 4/4 + green 2/4 Baking: Baking for 120 seconds (WaitIntervalInSeconds) with traffic enabled on linear step capacity of 2 instance(s).",
            "Updating blue 4/4 ActivatingTraffic: Activating traffic on full capacity of 4 instance(s). + green 0/4 weight 0/1",
            "Updating blue 4/4 + green 0/4 weight 0/1 Deleting: Terminating 4 instance(s).",
            $"InService blue 4/4 ! {Why}");
    }

    [Fact]
    public async Task Rolling_WhenItsAlarmTripsInTheSecondBake_LaunchesWhatIsMissingFirst()
    {
        await Update(Policies.Rolling, 133);

        (await _account.MomentsAt(10, 15, 16, 17)).Should().Equal(
            "Updating blue 2/4 Updating: Launching 2 instance(s). + green 4/4",
            "Updating blue 4/4 ActivatingTraffic: Activating traffic on full capacity of 4 instance(s). + green 0/4 weight 0/1",
            "Updating blue 4/4 + green 0/4 weight 0/1 Deleting: Terminating 4 instance(s).",
            $"InService blue 4/4 ! {Why}");
    }

    [Fact]
    public async Task Rolling_WithARollbackBatchOfOne_GoesBackOneByOne()
    {
        await Update(Policies.RollingBackInBatches, 133);
        var most = 0;

        for (var moment = await _account.Moment(); moment.StartsWith("Updating",
            StringComparison.Ordinal); moment = await _account.Moment())
        {
            await _account.Ours("POST clock/advance", """{"toNextEvent":true}""");
            var describe = await _account.Describes();
            most = Math.Max(most, int.Parse(describe.At("ProductionVariants.0.CurrentInstanceCount")!)
                + int.Parse(describe.At("PendingDeploymentSummary.ProductionVariants.0.CurrentInstanceCount") ?? "0"));
        }

        most.Should().BeLessThanOrEqualTo(6);
        (await _account.Moment()).Should().Be($"InService blue 4/4 ! {Why}");
        (await _account.Ours("GET endpoints/demo/deployments/d-000002")).At("rollback").Should().Contain("launch 1 old");
    }

    [Fact]
    public async Task Update_WithoutCapacity_GoesBackWithTheReason()
    {
        await _account.HasEndpoint();
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity","fleet":"new"}""");
        await _account.Updates();

        await _account.AdvanceUntil("InService");

        (await _account.Moment()).Should().Be($"InService blue 4/4 ! {NoCapacity}");
    }

    [Fact]
    public async Task Creation_WithoutCapacity_FailsAndCanOnlyBeDeleted()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 4);
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity"}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");

        await _account.AdvanceUntil("Failed");
        var moment = await _account.Moment();
        var update = await _account.SageMaker("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await _account.Does("DeleteEndpoint", """{"EndpointName":"demo"}""");
        await _account.Advances(1);

        moment.Should().Be($"Failed blue ! {NoCapacity}");
        update.At("message").Should().Be($"Cannot update endpoint \"arn:aws:sagemaker:us-east-1:{_account.Id}:endpoint/demo\" with status Failed.");
        (await _account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""")).Status.Should().Be(400);
    }

    [Fact]
    public async Task Rollback_WithoutCapacity_FailsAndTheNextUpdateRepairsIt()
    {
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity","fleet":"old","times":1}""");
        await Update(Policies.Rolling, 133);

        await _account.AdvanceUntil("UpdateRollbackFailed");
        var stuck = await _account.Moment();
        await _account.Updates();
        var repairing = await _account.Moment();
        await _account.AdvanceUntil("InService");
        var repaired = await _account.Moment();

        stuck.Should().StartWith("UpdateRollbackFailed blue ").And.Contain(" + green 4/4 ! ").And.EndWith($"{Why} The rollback failed: {NoCapacity}");
        repairing.Should().StartWith("Updating blue ").And.Contain(" + green 0/4 weight 0/1 Creating: Launching 4 instance(s). ! ");
        repaired.Should().Be("InService green 4/4");
    }

    [Fact]
    public async Task FailureReason_AfterARollback_StaysUntilAnUpdateSucceeds()
    {
        await Update(Policies.Linear, 10);
        await _account.AdvanceUntil("InService");
        await _account.SetsAlarm("OK");

        await _account.Updates(Policies.Canary);
        var during = await _account.Moment();
        await _account.AdvanceUntil("InService");

        during.Should().StartWith("Updating blue 4/4 + green 0/4").And.EndWith($"! {Why}");
        (await _account.Moment()).Should().Be("InService green 4/4");
    }

    private async Task Update(string policy, double seconds)
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(policy);
        await _account.Advances(seconds);
        await _account.SetsAlarm("ALARM");
    }
}
