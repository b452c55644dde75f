using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>In mode skip every call first completes the leap, so that a waiter's first look shows the end.</summary>
public sealed class SkipTests : IAsyncDisposable
{
    private readonly TestHost _host = TestHost.With(("RollingDeploy:Clock:Mode", "skip"));
    private readonly Account _account;

    public SkipTests() => _account = _host.NewAccount();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Describe_RightAfterEachChange_ShowsItsEnd()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 2);
        await _account.HasConfig("green", 2);
        foreach (var _ in Enumerable.Range(0, 20))
        {
            await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
            (await _account.Describes()).At("EndpointStatus").Should().Be("InService");

            await _account.Updates("""{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":300}}""");
            var updated = await _account.Describes();
            (updated.At("EndpointStatus"), updated.At("EndpointConfigName")).Should().Be(("InService", "green"));

            await _account.Does("DeleteEndpoint", """{"EndpointName":"demo"}""");
            (await _account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""")).Status.Should().Be(400);
        }
    }

    [Theory]
    [InlineData("GET endpoints/demo/journal")]
    [InlineData("GET endpoints/demo/deployments")]
    [InlineData("GET clock")]
    public async Task RouteOfOurs_RightAfterAChange_ShowsItsEnd(string route)
    {
        await Create();

        var answer = await _account.Ours(route);

        (answer.Text.Contains("deploymentSucceeded") || answer.Text.Contains("succeeded") || answer.At("now") == "2030-01-01T00:00:05Z")
            .Should().BeTrue(answer.Text);
    }

    [Fact]
    public async Task Change_WhileALeapIsDue_FindsTheEndpointInService()
    {
        await Create();
        await _account.HasConfig("green", 2);

        var answer = await _account.Updates();

        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task StopAtBaking_InAGuardedBake_StandsStillUntilTheNextAdvance()
    {
        await _account.Ours("PUT clock", """{"stopAt":"baking"}""");
        await Create();
        await _account.HasConfig("green", 4);
        await _account.HasAlarm();

        await _account.Updates(Policies.Rolling);
        var first = await _account.Ours("GET clock");
        _host.Time.Advance(TimeSpan.FromHours(1));
        var later = await _account.Ours("GET clock");
        (await _account.Describes()).At("EndpointStatus").Should().Be("Updating");
        await _account.Advances(1);
        var second = await _account.Ours("GET clock");

        (first.At("isStopped"), first.At("stopAt")).Should().Be(("true", "baking"));
        later.At("now").Should().Be(first.At("now"));
        DateTimeOffset.Parse(second.At("now")!)
            .Should()
            .BeCloseTo(DateTimeOffset.Parse(first.At("now")!).AddSeconds(127), TimeSpan.FromSeconds(5));
        second.At("isStopped").Should().Be("true");
    }

    [Fact]
    public async Task StopAtBaking_WithErrorsInTheSecondBake_RollsBackForThem()
    {
        await _account.Ours("PUT clock", """{"stopAt":"baking"}""");
        await Create();
        await _account.HasConfig("green", 4);
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);
        await _account.Advances(1);
        await _account.Describes();

        await _account.CloudWatch("PutMetricData", """{"Namespace":"MyApp","MetricData":[{"MetricName":"Errors","Value":9}]}""");
        await _account.Advances(60);
        var demo = await _account.Describes();

        (demo.At("EndpointStatus"), demo.At("EndpointConfigName")).Should().Be(("InService", "blue"));
        demo.At("FailureReason").Should().Contain("errors");
    }

    [Fact]
    public async Task StopAtBaking_WithAnAlarmThatWasInAlarmBefore_DoesNotStopInTheRollback()
    {
        await _account.Ours("PUT clock", """{"stopAt":"baking"}""");
        await Create();
        await _account.HasConfig("green", 4);
        await _account.HasAlarm();
        await _account.SetsAlarm("ALARM");

        await _account.Updates(Policies.Rolling);

        var demo = await _account.Describes();
        (demo.At("EndpointStatus"), demo.At("EndpointConfigName")).Should().Be(("InService", "blue"));
        (await _account.Ours("GET clock")).At("isStopped").Should().BeNull();
    }

    [Fact]
    public async Task StopAtBaking_InAnotherMode_IsRefused()
    {
        var answer = await _account.Ours("PUT clock", """{"mode":"frozen","stopAt":"baking"}""");

        (answer.Status, answer.At("field")).Should().Be((400, "stopAt"));
    }

    [Fact]
    public async Task StopAtBaking_OfADeploymentWithoutAlarms_IsNotStopped()
    {
        await _account.Ours("PUT clock", """{"stopAt":"baking"}""");
        await Create();
        await _account.HasConfig("green", 4);

        await _account.Updates("""{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":120}}""");

        (await _account.Describes()).At("EndpointConfigName").Should().Be("green");
    }

    [Theory]
    [InlineData("""{"stopAt":"none"}""", null)]
    [InlineData("""{"mode":"skip"}""", null)]
    [InlineData("""{"speed":2}""", "baking")]
    [InlineData("""{"mode":"skip","stopAt":"baking"}""", "baking")]
    public async Task StopAt_InAClockCommand_GoesWithTheMode(string change, string? stopAt)
    {
        await _account.Ours("PUT clock", """{"stopAt":"baking"}""");

        var answer = await _account.Ours("PUT clock", change);

        answer.At("stopAt").Should().Be(stopAt);
    }

    [Fact]
    public async Task Reset_WhileALeapIsDue_IsNotRefused()
    {
        foreach (var _ in Enumerable.Range(0, 20))
        {
            await Create();

            (await _account.Ours("POST reset")).Status.Should().Be(204);
        }
    }

    private async Task Create()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 4);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
    }
}
