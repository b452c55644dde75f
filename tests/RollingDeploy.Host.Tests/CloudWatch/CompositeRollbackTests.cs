using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>A deployment that names a composite alarm or one on an expression (deployment-guardrails.md).</summary>
public sealed class CompositeRollbackTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("errors", "green", null)]
    [InlineData("latency", "green", null)]
    [InlineData("errors latency", "blue", "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: both.")]
    public async Task Update_WatchedByACompositeAlarm_RollsBackWhenItsRuleIsTrue(string tripped, string config, string? reason)
    {
        await _account.HasEndpoint();
        await _account.HasAlarm("errors");
        await _account.HasAlarm("latency");
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(errors) AND ALARM(latency)", "both"));
        await _account.Updates(Policies.Linear.Replace("errors", "both"));
        await _account.Advances(10);

        foreach (var name in tripped.Split(' '))
        {
            await _account.SetsAlarm("ALARM", name);
        }

        await _account.AdvanceUntil("InService");

        var endpoint = await _account.Describes();
        (endpoint.At("EndpointConfigName"), endpoint.At("FailureReason")).Should().Be((config, reason));
    }

    [Fact]
    public async Task Update_WatchedByAnErrorRate_RollsBackFromData()
    {
        await _account.HasEndpoint();
        await _account.Tells("PutMetricAlarm", Bodies.MathAlarm.With("""{"AlarmName":"rate","TreatMissingData":"notBreaching"}"""));
        await _account.Updates(Policies.Linear.Replace("errors", "rate"));
        await _account.Advances(10);

        await _account.Puts("""{"MetricName":"errors","Value":6}""", """{"MetricName":"requests","Value":100}""");
        await _account.AdvanceUntil("InService");

        var endpoint = await _account.Describes();
        endpoint.At("EndpointConfigName").Should().Be("blue");
        endpoint.At("FailureReason").Should().EndWith("were in ALARM state: rate.");
    }
}
