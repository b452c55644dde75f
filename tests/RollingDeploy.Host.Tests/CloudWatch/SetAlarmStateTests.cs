using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

public sealed class SetAlarmStateTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Set_OfAState_ShowsUntilTheNextEvaluation()
    {
        await _account.HasAlarm();
        await _account.Advances(1);

        await _account.CloudWatch("SetAlarmState", """{"AlarmName":"errors","StateValue":"ALARM","StateReason":"why","StateReasonData":"{\"a\":1}"}""");
        var set = (await _account.CloudWatch("DescribeAlarms", "{}")).Json["MetricAlarms"]![0];
        await _account.Advances(60);
        var evaluated = (await _account.CloudWatch("DescribeAlarms", "{}")).Json["MetricAlarms"]![0];

        (set.At("StateValue"), set.At("StateReason"), set.At("StateReasonData")).Should().Be(("ALARM", "why", """{"a":1}"""));
        (set.At("StateUpdatedTimestamp"), set.At("StateTransitionedTimestamp")).Should().Be(("1.893456001E9", "1.893456001E9"));
        (evaluated.At("StateValue"), evaluated.At("StateTransitionedTimestamp")).Should().Be(("OK", "1.89345606E9"));
    }

    [Fact]
    public async Task Set_OfAnUnknownAlarm_IsNotFoundAsEachProtocolSaysIt()
    {
        var json = await _account.CloudWatch("SetAlarmState", """{"AlarmName":"nope","StateValue":"OK","StateReason":""}""");
        var query = await _account.Query("Action=SetAlarmState&AlarmName=nope&StateValue=OK&StateReason=");

        json.Status.Should().Be(400);
        json.At("__type").Should().EndWith("#ResourceNotFound");
        (query.Status, query.Element("Code"), query.Element("Type"), query.Element("Message")).Should().Be((404, "ResourceNotFound", "Sender", null));
    }

    [Theory]
    [InlineData("""{"AlarmName":"errors","StateValue":"OK","StateReason":"","StateReasonData":"{"}""", "InvalidFormat", "StateReasonData must be valid JSON.")]
    [InlineData("""{"AlarmName":"errors","StateValue":"OK","StateReason":"","StateReasonData":""}""", "InvalidFormat", "StateReasonData must be valid JSON.")]
    [InlineData("""{"AlarmName":"errors","StateValue":"ok","StateReason":""}""", "ValidationError", "1 validation error detected: Value 'ok' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]")]
    [InlineData("""{"AlarmName":"errors","StateValue":"OK"}""", "ValidationError", "1 validation error detected: Value null at 'stateReason' failed to satisfy constraint: Member must not be null")]
    public async Task Set_AgainstARule_IsRefused(string body, string code, string text)
    {
        await _account.HasAlarm();

        (await _account.Refused("SetAlarmState", body)).Should().Be(new Refusal(code, text));
    }

    [Fact]
    public async Task Delete_WithSomeWrongNames_DeletesTheRightOnes()
    {
        await _account.HasAlarm("a");
        await _account.HasAlarm("b");

        var answer = await _account.CloudWatch("DeleteAlarms", """{"AlarmNames":["nope","a","A"]}""");

        (answer.Status, answer.Text).Should().Be((200, ""));
        (await _account.CloudWatch("DescribeAlarms", "{}")).Each("MetricAlarms", "AlarmName").Should().Equal("b");
    }

    [Fact]
    public async Task Delete_OfAWatchedAlarm_RollsTheDeploymentBack()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Linear);
        await _account.Advances(10);

        await _account.CloudWatch("DeleteAlarms", """{"AlarmNames":["errors"]}""");
        await _account.AdvanceUntil("InService");

        (await _account.Describes()).At("FailureReason").Should().Be(
            "Endpoint update was rolled back because the following CloudWatch alarm(s) could not be found: errors.");
    }
}
