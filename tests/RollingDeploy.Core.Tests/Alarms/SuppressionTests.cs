using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

/// <summary>Actions that are kept back by another alarm (user guide, alarm suppression): wait 120 s, extension 180 s.</summary>
public sealed class SuppressionTests
{
    private readonly TestWorld _world = new TestWorld().Alarm("a");
    private readonly CompositeAlarm _alarm;

    public SuppressionTests()
    {
        // The child is set by hand and keeps its state: it has no data.
        _world.Apply(
            new PutMetricAlarm(TestWorld.RegionName, "a", Samples.Alarm with { TreatMissingData = MissingData.Ignore }, "{}"));
        Put("suppressor", "FALSE", null);
        var suppressor = new ActionsSuppressor("suppressor", TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(180));
        _alarm = Put("c", "ALARM(a)", suppressor);
    }

    [Fact]
    public void Alarm_NoSuppressorInTime_ActsAfterTheWait()
    {
        Child(AlarmState.Alarm);

        Seen(119).Should().Be((SuppressedBy.WaitPeriod, 0));
        Seen(1).Should().Be((null, 1));
    }

    [Fact]
    public void Alarm_SuppressorWithinTheWait_DoesNotAct()
    {
        Child(AlarmState.Alarm);
        _world.Advance(60).SetAlarm("suppressor", AlarmState.Alarm);

        Seen(3600).Should().Be((SuppressedBy.Alarm, 0));
    }

    [Fact]
    public void Suppressor_LeavesAlarm_ActsAfterTheExtension()
    {
        _world.SetAlarm("suppressor", AlarmState.Alarm);
        Child(AlarmState.Alarm);
        _world.SetAlarm("suppressor", AlarmState.Ok);

        Seen(179).Should().Be((SuppressedBy.ExtensionPeriod, 0));
        Seen(1).Should().Be((null, 1));
    }

    [Fact]
    public void Suppressor_ComesBackWithinTheExtension_KeepsOn()
    {
        _world.SetAlarm("suppressor", AlarmState.Alarm);
        Child(AlarmState.Alarm);
        _world.SetAlarm("suppressor", AlarmState.Ok).Advance(100).SetAlarm("suppressor", AlarmState.Alarm);

        Seen(3600).Should().Be((SuppressedBy.Alarm, 0));
    }

    [Fact]
    public void Alarm_OverBeforeTheWaitIs_ActsOnOkOnly()
    {
        Child(AlarmState.Alarm);
        _world.Advance(60);
        Child(AlarmState.Ok);

        Seen(3600).Should().Be((null, 1));
        Acted().Should().Equal("arn:ok");
    }

    [Fact]
    public void Alarm_AgainAfterAWaitThatWasDropped_WaitsAnew()
    {
        Child(AlarmState.Alarm);
        _world.Advance(60);
        Child(AlarmState.Ok);
        _world.Advance(30);
        Child(AlarmState.Alarm);

        // The first wait would have ended after 120 s; this one began after 90.
        Seen(60).Should().Be((SuppressedBy.WaitPeriod, 1));
        Seen(60).Should().Be((null, 2));
    }

    [Fact]
    public void Put_WithoutASuppressorWhileActionsWait_CarriesThemOut()
    {
        Child(AlarmState.Alarm);
        _world.Advance(10);

        var rule = AlarmRule.Parse("ALARM(a)");
        _world.Apply(
            new PutCompositeAlarm(TestWorld.RegionName, "c", new("ALARM(a)", rule.References, null), "{}") { Actions = _alarm.Actions });

        Acted().Should().Equal("arn:alarm");
    }

    private void Child(AlarmState state) => _world.SetAlarm("a", state);

    private (SuppressedBy? By, int Actions) Seen(double seconds)
    {
        _world.Advance(seconds);
        return (_alarm.SuppressedBy, Acted().Count());
    }

    private IEnumerable<string> Acted() => _world.Region.AlarmHistory.At(_world.World.Now)
        .Where(item => item.AlarmName == "c").Select(item => item.Event).OfType<ActionExecuted>().Select(each => each.Action);

    private CompositeAlarm Put(string name, string rule, ActionsSuppressor? suppressor)
    {
        var references = AlarmRule.Parse(rule).References;
        var actions = new AlarmActions { Ok = ["arn:ok"], Alarm = ["arn:alarm"] };
        foreach (var each in (AlarmActions[])[AlarmActions.None, actions])
        {
            // Its first state, OK, is entered without actions.
            _world.Apply(
                new PutCompositeAlarm(TestWorld.RegionName, name, new(rule, references, suppressor), "{}") { Actions = each });
        }

        return (CompositeAlarm)_world.Region.Alarms.Find(name)!;
    }
}
