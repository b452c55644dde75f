using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>EnableAlarmActions and DisableAlarmActions.</summary>
public sealed class AlarmActionsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Disable_ThenEnable_StopsActionsButNoEvaluation()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm.With($$"""{"AlarmActions":["{{Bodies.Topic}}"],"OKActions":["{{Bodies.Topic}}"]}"""));

        var answer = await _account.Tells("DisableAlarmActions", """{"AlarmNames":["a","nope"]}""");
        await _account.SetsAlarm("ALARM", "a");
        var disabled = await _account.Alarm();
        await _account.Tells("EnableAlarmActions", """{"AlarmNames":["nope","a"]}""");
        await _account.SetsAlarm("OK", "a");

        answer.Text.Should().BeEmpty();
        (disabled.At("ActionsEnabled"), disabled.At("StateValue")).Should().Be(("false", "ALARM"));
        (await _account.Alarm()).At("ActionsEnabled").Should().Be("true");
        (await _account.Asks("DescribeAlarmHistory", """{"HistoryItemType":"Action"}""")).Json["AlarmHistoryItems"]!.AsArray().Should().ContainSingle();
    }

    [Theory]
    [InlineData("EnableAlarmActions")]
    [InlineData("DisableAlarmActions")]
    public async Task EnableAndDisable_OfNoneOrTooMany_FollowTheModel(string operation)
    {
        var names = string.Join(',', Enumerable.Range(0, 101).Select(number => $"\"{number}\""));

        await _account.Tells(operation, """{"AlarmNames":[]}""");
        var missing = await _account.Refused(operation, "{}");
        var tooMany = await _account.Refused(operation, $$"""{"AlarmNames":[{{names}}]}""");

        missing.Text.Should().Be("1 validation error detected: Value null at 'alarmNames' failed to satisfy constraint: Member must not be null");
        tooMany.Text.Should().EndWith("failed to satisfy constraint: Member must have length less than or equal to 100");
    }

    [Fact]
    public async Task Put_OfAnAlarmAgain_EnablesItsActions()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm);
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(a)"));
        await _account.Tells("DisableAlarmActions", """{"AlarmNames":["a","c"]}""");
        var disabled = (await _account.Alarm("c")).At("ActionsEnabled");

        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm);
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(a)"));

        disabled.Should().Be("false");
        ((await _account.Alarm()).At("ActionsEnabled"), (await _account.Alarm("c")).At("ActionsEnabled")).Should().Be(("true", "true"));
    }
}
