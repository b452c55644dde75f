using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>
/// A deployment that rolls back for an alarm which was in ALARM before says so, because what it deploys may be good.
/// </summary>
public sealed class AlarmBeforeTests
{
    private const string Reason = "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: bad.";
    private const string Before = " In ALARM before the deployment began: bad.";

    private readonly TestWorld _world = new TestWorld().Endpoints(4).Alarm("bad").Alarm("good").Advance(56);

    [Fact]
    public void Journal_OfAnAlarmFromBefore_SaysSoWhereItRollsBack()
    {
        _world.SetAlarm("bad", AlarmState.Alarm);

        Updates().ToTheEnd();

        Sentence("alarmTripped").Should().Be(Reason + Before);
        _world.Endpoint.FailureReason.Should().Be(Reason);
    }

    [Fact]
    public void Journal_OfAnAlarmThatTripsInTheDeployment_DoesNotSaySo()
    {
        Updates().Advance(30).SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        Sentence("alarmTripped").Should().Be(Reason);
    }

    [Fact]
    public void Journal_OfAnAlarmSetAtTheInstantAfterTheCall_DoesNotSaySo()
    {
        Updates().SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        Sentence("alarmTripped").Should().Be(Reason);
    }

    [Fact]
    public void Journal_OfAnAlarmThatLeftAndCameBack_DoesNotBlameWhatWasBefore()
    {
        _world.SetAlarm("bad", AlarmState.Alarm);
        Updates().Advance(2).SetAlarm("bad", AlarmState.Ok).Advance(40).SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        Sentence("alarmTripped").Should().Be(Reason);
    }

    [Fact]
    public void Journal_OfAnInferenceComponent_SaysSoToo()
    {
        var world = new ComponentWorld().Create(2).Alarm("bad").SetAlarm("bad", AlarmState.Alarm);

        world.Update(Configs.Rolling("1", wait: 60).Watching("bad")).ToTheEnd();

        world.Record.Journal.Single(entry => entry.Event == "alarmTripped").Sentence.Should().EndWith(Before);
    }

    private TestWorld Updates() => _world.Update("v2", Configs.AllAtOnce(termination: 300).Watching("good", "bad"));

    private string Sentence(string journalEvent) => _world.Journal.Single(entry => entry.Event == journalEvent).Sentence;
}
