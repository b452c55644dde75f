using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>What an update would do, over HTTP.</summary>
public sealed class PlanRouteTests(TestHost host)
{
    private const string Rolling = """
        {"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{"RollingUpdatePolicy":
         {"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":120},
         "AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}}
        """;

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Plan_OfAnUpdate_IsWhatTheUpdateThenDoes()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();

        var plan = await _account.Ours("POST plan", Rolling);

        plan.Status.Should().Be(200, plan.Text);
        plan.At("update.policy").Should().Be("rolling");
        await _account.Does("UpdateEndpoint", Rolling);
        await _account.AdvanceUntil("InService");
        var deployments = await _account.Ours("GET endpoints/demo/deployments");
        var took = DateTimeOffset.Parse(deployments.At("0.endedAt")!, null) - DateTimeOffset.Parse(deployments.At("0.startedAt")!, null);
        plan.At("update.shortestSeconds").Should().Be(took.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var detail = await _account.Ours($"GET endpoints/demo/deployments/{deployments.At("0.id")}");
        plan.At("update.plan").Should().Be(detail.At("plan"));
    }

    [Fact]
    public async Task Plan_OfAnUpdate_ShowsStepsCostsAndTheOtherPolicies()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();

        var plan = await _account.Ours("POST plan", Rolling);

        plan.Json["update"]!["steps"]![0]!.ToJsonString().Should().Be(
            """{"step":"launch 1","kind":"launch","startsAtSeconds":0,"durationSeconds":5,"oldInstances":4,"newInstances":1,"newTrafficShare":0}""");
        plan.Each("others", "policy").Should().Equal("default", "allAtOnce", "canary", "linear");
        plan.At("pricesAsOf").Should().Be("2024-12-31");
    }

    [Fact]
    public async Task Plan_OfAFleetThatDoesNotExist_NeedsNoEndpoint()
    {
        var plan = await _account.Ours("POST plan", """
            {"fleet":{"instanceType":"ml.m5.xlarge","instances":3,"newInstances":6},
             "DeploymentConfig":{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":60}}}
            """);

        plan.At("update.plan").Should().Be(
            "launch 2 | shift 2 | bake 60s | retire 1 | launch 2 | shift 2 | bake 60s | retire 1 | launch 2 | shift 2 | bake 60s | retire 1");
        plan.At("update.peakInstances").Should().Be("7");
    }

    [Theory]
    [InlineData("""{"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"CAPACITY_PERCENT","Value":80},"WaitIntervalInSeconds":60}}}""")]
    [InlineData("""{"EndpointName":"demo","EndpointConfigName":"none"}""")]
    [InlineData("""{"EndpointName":"none","EndpointConfigName":"green"}""")]
    [InlineData("""{"EndpointName":"-","EndpointConfigName":"green"}""")]
    [InlineData("""{"EndpointConfigName":"green"}""")]
    [InlineData("""{"EndpointName":7}""")]
    public async Task Plan_OfNonsense_IsRefusedAsAwsRefusesTheUpdate(string body)
    {
        await _account.HasEndpoint();

        var plan = await _account.Ours("POST plan", body);
        var update = await _account.SageMaker("UpdateEndpoint", body);

        plan.Status.Should().Be(400);
        update.Status.Should().Be(400);
        plan.At("detail").Should().StartWith(update.At("message"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"fleet":7}""")]
    [InlineData("""{"fleet":{}}""")]
    [InlineData("""{"fleet":{"instanceType":"ml.m5.large","instances":0}}""")]
    [InlineData("""{"fleet":{"instanceType":"ml.m5.large","instances":100000}}""")]
    [InlineData("""{"fleet":{"instanceType":"ml.m5.large","instances":"four"}}""")]
    public async Task Plan_OfAnotherBody_SaysWhatIsWrong(string body)
    {
        var plan = await _account.Ours("POST plan", body);

        plan.Status.Should().Be(400, plan.Text);
        plan.At("detail").Should().NotBeEmpty().And.NotContain("System.");
    }

    [Fact]
    public async Task Plan_WithTheSizeTypeOfTheGuide_NamesTheOneOfTheApi()
    {
        await _account.HasEndpoint();

        var plan = await _account.Ours("POST plan", Rolling.Replace("INSTANCE_COUNT", "CAPACITY_PERCENTAGE", StringComparison.Ordinal));

        plan.Status.Should().Be(400);
        plan.At("detail").Should().Contain("the API's value is CAPACITY_PERCENT");
    }
}
