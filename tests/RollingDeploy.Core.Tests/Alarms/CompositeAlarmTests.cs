using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

/// <summary>Alarms on alarms (cloudwatch.md §5).</summary>
public sealed class CompositeAlarmTests
{
    private readonly TestWorld _world = new TestWorld().Alarm("a").Alarm("b");

    [Fact]
    public void Put_RuleIsFalse_IsOkAtOnce()
    {
        var both = Put("both", "ALARM(a) AND ALARM(b)");

        both.Current.Should().Match<AlarmStateRecord>(state => state.Value == AlarmState.Ok
            && state.Reason == "arn:aws:cloudwatch:us-east-1:123456789012:alarm:both was created and its alarm rule evaluates to OK");
    }

    [Fact]
    public void SetAlarmState_OfAChild_IsSeenAtOnceAndSaysWhy()
    {
        var either = Put("either", "ALARM(a) OR ALARM(b)");

        _world.Advance(65).SetAlarm("b", AlarmState.Alarm);

        either.State.Should().Be(AlarmState.Alarm);
        either.Current.Reason.Should().Be(
            "arn:aws:cloudwatch:us-east-1:123456789012:alarm:b transitioned to ALARM at Thursday 01 January, 2026 00:01:05 UTC");
        either.Current.ReasonData.Should().Be(
            """{"triggeringAlarms":[{"arn":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:b","state":{"value":"ALARM","timestamp":"2026-01-01T00:01:05.000+0000"}}]}""");
    }

    [Theory]
    [InlineData("ALARM(a) AND ALARM(b)", "b", "b")]
    [InlineData("ALARM(a) AND ALARM(b)", "a", "a")]
    [InlineData("ALARM(a) AND NOT OK(b)", "b", "b")]
    public void SetAlarmState_OfAChildThatEndsTheAlarm_IsTheOnlyOneListed(string rule, string ends, string listed)
    {
        var both = Put("both", rule);
        _world.Advance(65).SetAlarm("a", AlarmState.Alarm).SetAlarm("b", AlarmState.Alarm);
        both.State.Should().Be(AlarmState.Alarm);

        _world.SetAlarm(ends, AlarmState.Ok);

        both.State.Should().Be(AlarmState.Ok);
        both.Current.ReasonData.Should().Be(
            $$$"""{"triggeringAlarms":[{"arn":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:{{{listed}}}","state":{"value":"OK","timestamp":"2026-01-01T00:01:05.000+0000"}}]}""");
    }

    [Fact]
    public void EvaluateAll_TwoChildrenChangeAtOneInstant_NoStateInPassing()
    {
        var onlyA = Put("only-a", "ALARM(a) AND NOT ALARM(b)");

        _world.Apply(Samples.Put(1));
        _world.Advance(60);

        onlyA.State.Should().Be(AlarmState.Ok);
        onlyA.WasInAlarmSince(default).Should().BeFalse("a and b went into ALARM in the same round");
    }

    [Fact]
    public void EvaluateAll_Diamond_ChildrenComeBeforeParents()
    {
        // The parent sorts before the child that it depends on.
        Put("z", "ALARM(a)");
        var top = Put("m", "ALARM(a) AND NOT ALARM(z)");

        _world.SetAlarm("a", AlarmState.Alarm);

        top.WasInAlarmSince(default).Should().BeFalse();
    }

    [Fact]
    public void Put_ChildByArnAndByName_AreTheSame()
    {
        var alarm = Put("c", "ALARM(\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:a\") OR OK(a)");

        alarm.Children.Should().Equal("a");
        alarm.State.Should().Be(AlarmState.Alarm);
    }

    [Fact]
    public void Put_AgainMakingACycle_IsNotEvaluatedAndCannotBeDeletedUntilItIsBroken()
    {
        Put("c1", "ALARM(a)");
        var second = Put("c2", "ALARM(c1)");
        Put("c1", "ALARM(a) OR ALARM(c2)");

        _world.SetAlarm("a", AlarmState.Alarm);
        var delete = () => _world.Apply(new DeleteAlarms(TestWorld.RegionName, ["c1"]));

        second.State.Should().Be(AlarmState.Ok);
        delete.Should().Throw<AwsError>().WithMessage("Cannot delete c1 as there are composite alarm(s) depending on it.");
        Put("c2", "FALSE");
        _world.Region.Alarms.Find("c1")!.State.Should().Be(AlarmState.Alarm);
        delete.Should().NotThrow();
    }

    [Fact]
    public void SetAlarmState_TwoLevelsBelow_NamesTheChildThatChanged()
    {
        Put("middle", "ALARM(a)");
        var top = Put("top", "ALARM(b) OR ALARM(middle)");

        _world.Advance(5).SetAlarm("a", AlarmState.Alarm);

        top.Current.Reason.Should().StartWith("arn:aws:cloudwatch:us-east-1:123456789012:alarm:middle transitioned to ALARM");
    }

    [Theory]
    [InlineData("ALARM(nobody) OR ALARM(a) OR OK(none)", "Could not save the composite alarm as alarms [nobody, none] in the alarm rule do not exist")]
    [InlineData("NOT ALARM(c)", "A composite alarm cannot have a child relation with itself via its AlarmRule")]
    public void Put_WrongChildren_IsRefused(string rule, string text)
    {
        var put = () => Put("c", rule);

        put.Should().Throw<AwsError>().WithMessage(text);
        _world.Region.Alarms.Find("c").Should().BeNull();
    }

    [Fact]
    public void Put_NameOfAMetricAlarm_IsRefused()
    {
        var put = () => Put("a", "ALARM(b)");

        put.Should().Throw<AwsError>().WithMessage("AlarmName [a] is already used by another alarm of a different type");
    }

    [Fact]
    public void DeleteAlarms_SomeAreNeeded_DeletesNone()
    {
        Put("c", "ALARM(a) OR ALARM(b)");

        var delete = () => _world.Apply(new DeleteAlarms(TestWorld.RegionName, ["a", "b"]));

        delete.Should().Throw<AwsError>().WithMessage("Cannot delete a,b as there are composite alarm(s) depending on them.");
        _world.Region.Alarms.Find("a").Should().NotBeNull();
    }

    [Fact]
    public void DeleteAlarms_WithItsChildren_DeletesAll()
    {
        Put("c", "ALARM(a)");

        var deleted = _world.Apply(new DeleteAlarms(TestWorld.RegionName, ["a", "c"]));

        deleted.Should().Be(2);
        _world.Region.Alarms.ParentsOf("a").Should().BeEmpty();
    }

    [Fact]
    public void DeleteAlarms_TwoComposites_IsRefused()
    {
        Put("c", "ALARM(a)");
        Put("d", "ALARM(a)");

        var delete = () => _world.Apply(new DeleteAlarms(TestWorld.RegionName, ["c", "d"]));

        delete.Should().Throw<AwsError>().WithMessage("At most one composite alarm can be deleted in one DeleteAlarms request.");
    }

    [Fact]
    public void SetAlarmState_OfAComposite_StaysUntilAChildChanges()
    {
        var alarm = Put("c", "ALARM(a)");

        _world.SetAlarm("c", AlarmState.Alarm).Advance(600);

        alarm.State.Should().Be(AlarmState.Alarm);
        _world.SetAlarm("a", AlarmState.InsufficientData);
        alarm.State.Should().Be(AlarmState.Ok);
    }

    private CompositeAlarm Put(string name, string rule)
    {
        var parsed = AlarmRule.Parse(rule);
        var children = parsed.References.Select(each => AlarmArn.NameIn(TestWorld.RegionName, "123456789012", each)!).Distinct();
        _world.Apply(new PutCompositeAlarm(TestWorld.RegionName, name, new(rule, [.. children], null), "{}"));
        return (CompositeAlarm)_world.Region.Alarms.Find(name)!;
    }
}
