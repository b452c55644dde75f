using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>Who was set aside after a defect is seen where users look: in Describe and in the health check.</summary>
public sealed class SetAsideTests : IAsyncDisposable
{
    private readonly TestHost _host = TestHost.With();
    private readonly Account _account;

    public SetAsideTests() => _account = _host.NewAccount();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/health")]
    [InlineData("/_rollingdeploy/health")]
    public async Task Health_WhileAnAlarmIsSetAside_IsDegradedAndSaysWhat(string path)
    {
        await _account.HasAlarm();
        SetAside("errors", OwnerType.MetricAlarm);

        var answer = await _account.Send(HttpMethod.Get, path, null, null);

        (answer.Status, answer.At("status")).Should().Be((200, "degraded"));
        answer.Json["problems"]!.AsArray().Should().ContainSingle().Which!.GetValue<string>().Should().Be(
            $"Account {_account.Id}, region us-east-1: RollingDeploy set alarm errors aside at 2030-01-01T00:00:00Z after a defect of its own "
            + "(InvalidOperationException: a defect). To restore it, call PutMetricAlarm.");
    }

    [Fact]
    public async Task Health_OfManyProblems_ShowsTwentyAndTheNumberOfTheRest()
    {
        await _account.HasAlarm();
        for (var i = 0; i < 25; i++)
        {
            SetAside($"errors-{i}", OwnerType.MetricAlarm);
        }

        var problems = (await Health()).Json["problems"]!.AsArray();

        problems.Should().HaveCount(21);
        problems[20]!.GetValue<string>().Should().Be("5 more were set aside.");
    }

    [Fact]
    public async Task Put_OfAnAlarmThatIsSetAside_RevivesIt()
    {
        await _account.HasAlarm();
        SetAside("errors", OwnerType.MetricAlarm);
        var during = await Reason("MetricAlarms");

        await _account.HasAlarm();

        during.Should().StartWith("RollingDeploy set alarm errors aside at 2030-01-01T00:00:00Z after a defect of its own");
        (await Reason("MetricAlarms")).Should().StartWith("Threshold Crossed: no datapoints were received");
        (await Health()).At("status").Should().Be("healthy");
    }

    [Fact]
    public async Task Describe_OfACompositeAlarmThatIsSetAside_SaysSo()
    {
        await _account.HasAlarm();
        await _account.CloudWatch("PutCompositeAlarm", """{"AlarmName":"all","AlarmRule":"ALARM(errors)"}""");
        SetAside("all", OwnerType.CompositeAlarm);

        (await Reason("CompositeAlarms", "CompositeAlarm")).Should().EndWith("To restore it, call PutCompositeAlarm.");
    }

    [Fact]
    public async Task Describe_OfAnEndpointWhoseMetricsAreSetAside_SaysSoUntilItIsUpdated()
    {
        await _account.HasEndpoint();
        SetAside("demo", OwnerType.EndpointMeter);
        var during = await _account.Describes();

        await _account.Updates();
        await _account.AdvanceUntil("InService");

        during.At("EndpointStatus").Should().Be("InService");
        during.At("FailureReason").Should().Contain("the metrics of endpoint demo");
        (await _account.Describes()).At("FailureReason").Should().BeNull();
    }

    [Fact]
    public async Task Reset_OfAWorldWithProblems_ClearsThem()
    {
        await _account.HasAlarm();
        SetAside("errors", OwnerType.MetricAlarm);

        await _account.Ours("POST reset");

        (await Health()).At("status").Should().Be("healthy");
    }

    [Fact]
    public async Task Call_ThatRunsABrokenEntry_IsAnsweredAndTheClockGoesOn()
    {
        await _account.HasEndpoint();
        var world = _account.Session.World;
        world.Schedule.Add(world.Now.AddSeconds(1), DueKind.Metrics, new Owner("nowhere", "x"));

        var answer = await _account.Advances(60);

        answer.At("now").Should().Be("2030-01-01T00:01:05Z");
        (await Health()).Json["problems"]!.AsArray().Should().ContainSingle().Which!.GetValue<string>().Should().Contain("region nowhere");
    }

    private void SetAside(string name, OwnerType type) => _account.Session.World.Read(_ =>
    {
        _account.Session.World.Quarantine.Add(new Owner("us-east-1", name, type), new InvalidOperationException("a defect"));
        return true;
    });

    private Task<Answer> Health() => _account.Send(HttpMethod.Get, "/health", null, null);

    private async Task<string?> Reason(string list, string type = "MetricAlarm") =>
        (await _account.CloudWatch("DescribeAlarms", $$"""{"AlarmTypes":["{{type}}"]}""")).Json[list]![0].At("StateReason");
}
