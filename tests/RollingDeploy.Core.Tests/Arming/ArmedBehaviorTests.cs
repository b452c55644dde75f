using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Tests.Traffic;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Arming;

/// <summary>
/// A behavior that is armed counts from a moment of the next deployment on. Fleets take no time and four instances roll by one,
/// so the bakes of 120 s begin at 0, 120, 240 and 360 s.
/// </summary>
public sealed class ArmedBehaviorTests
{
    private static readonly When SecondBake = new() { Endpoint = "e", Bake = 2, After = TimeSpan.FromSeconds(30) };

    private readonly TestWorld _world = TestWorld.Instant.Endpoints(4).Alarm("bad");

    [Fact]
    public void Behavior_ArmedForTheSecondBake_CountsFromThatMomentOn()
    {
        Says(errorRate: 0.1);
        Arms(SecondBake);

        Updates().Advance(149);
        var before = (ErrorRate, Armed.State, Armed.At - _world.Deployment.StartedAt);
        _world.Advance(1);

        before.Should().Be((0.1, ArmedState.Counting, TimeSpan.FromSeconds(150)));
        (ErrorRate, Armed.State).Should().Be((0.5, ArmedState.Come));
        _world.Timeline.Should().Contain("150 behaviorBegan");
        _world.Journal.Single(entry => entry.Event == "behaviorBegan").Sentence.Should()
            .Be("30 s after the start of bake 2: model m behaves from now on as was armed.");
    }

    [Fact]
    public void Behavior_ArmedForABake_TakesTheDeploymentBackByItsErrorsAlone()
    {
        _world.With(new TrafficPattern(10));
        _world.Apply(new PutMetricAlarm(TestWorld.RegionName, "errors", Errors(), "{}"));
        Arms(SecondBake);

        Updates("errors").ToTheEnd();

        // Errors begin at 150 s, the minute is over at 180 s, and the next look is then.
        _world.Timeline.Should().ContainInOrder("120 bakeStarted", "150 behaviorBegan", "180 alarmTripped");
        _world.Endpoint.ConfigName.Should().Be("v1");
    }

    [Theory]
    [InlineData(0, "0 behaviorBegan")]
    [InlineData(119.5, "119.5 behaviorBegan")]
    [InlineData(130, "130 behaviorBegan")]
    public void Behavior_SoLongAfterABakesStart_CountsThenWhateverGoesOnThen(double after, string expected)
    {
        Arms(new() { Endpoint = "E", After = TimeSpan.FromSeconds(after) });

        Updates().ToTheEnd();

        _world.Timeline.Should().Contain(expected);
        _world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
    }

    [Fact]
    public void Behavior_OfADeploymentThatTurnsBackBeforeItsBake_WaitsForTheNextOne()
    {
        Arms(SecondBake);
        Updates().Advance(60).SetAlarm("bad", AlarmState.Alarm).ToTheEnd();
        var between = Armed.State;

        _world.SetAlarm("bad", AlarmState.Ok).Advance(1);
        Updates().ToTheEnd();

        between.Should().Be(ArmedState.Armed);
        _world.Timeline.Should().Contain("150 behaviorBegan");
    }

    [Fact]
    public void Behavior_OfADeploymentThatTurnsBackBeforeTheMoment_WaitsForTheNextOne()
    {
        Arms(SecondBake);
        Updates().Advance(130).SetAlarm("bad", AlarmState.Alarm).ToTheEnd();
        var between = (Armed.State, Armed.At);

        _world.Advance(3600).SetAlarm("bad", AlarmState.Ok);
        Updates().ToTheEnd();

        between.Should().Be((ArmedState.Armed, (DateTimeOffset?)null));
        ErrorRate.Should().Be(0.5);
        _world.Timeline.Should().Contain("150 behaviorBegan");
    }

    [Fact]
    public void Behavior_OfADeploymentThatEndsBeforeTheMoment_WaitsForTheNextOne()
    {
        Arms(new() { Endpoint = "e", Bake = 4, After = TimeSpan.FromHours(1) });

        Updates().ToTheEnd().Advance(7200);

        Armed.State.Should().Be(ArmedState.Armed);
    }

    [Fact]
    public void Behavior_ArmedWhileADeploymentRuns_CountsInABakeThatIsStillToCome()
    {
        Updates().Advance(60);

        Arms(SecondBake);
        _world.Advance(90);

        Armed.State.Should().Be(ArmedState.Come);
    }

    [Fact]
    public void Behavior_ArmedForABakeThatHasBegun_WaitsForTheNextDeployment()
    {
        Updates().Advance(121);

        Arms(SecondBake);
        _world.ToTheEnd();

        Armed.State.Should().Be(ArmedState.Armed);
    }

    [Fact]
    public void Behavior_SaidMeanwhile_DoesNotDisarm()
    {
        Arms(SecondBake);
        Says(errorRate: 0.2);

        Updates().Advance(150);

        ErrorRate.Should().Be(0.5);
    }

    [Fact]
    public void Behavior_TakenBack_IsNotArmedAnyMore()
    {
        Arms(SecondBake);
        Updates().Advance(130);

        _world.Apply(new PutBehavior(TestWorld.RegionName, "m", null));
        _world.ToTheEnd();

        _world.Timeline.Should().NotContain(line => line.EndsWith("behaviorBegan"));
        _world.Region.Behaviors.ArmedByModel.Should().BeEmpty();
    }

    [Fact]
    public void Behavior_ArmedAnew_CountsOnceAtTheNewMoment()
    {
        Arms(SecondBake);
        Updates().Advance(130);

        Arms(SecondBake with { Bake = 3 });
        _world.ToTheEnd();

        _world.Timeline.Where(line => line.EndsWith("behaviorBegan")).Should().Equal("270 behaviorBegan");
    }

    [Fact]
    public void Behavior_OfAnotherEndpointsDeployment_IsNotMeant()
    {
        Arms(SecondBake with { Endpoint = "another" });

        Updates().ToTheEnd();

        Armed.State.Should().Be(ArmedState.Armed);
    }

    [Fact]
    public void NextEventAt_OnceTheBakeHasBegun_IsTheMoment()
    {
        Arms(SecondBake);

        Updates().Advance(125);

        _world.World.NextEventAt.Should().Be(_world.Deployment.StartedAt.AddSeconds(150));
    }

    private Armed Armed => _world.Region.Behaviors.ArmedByModel["m"].Armed;

    private double? ErrorRate => _world.Region.Behaviors.ByModel["m"].ErrorRate;

    private TestWorld Updates(string alarm = "bad") => _world.Update("v2", Configs.Rolling("1", wait: 120).Watching(alarm));

    private void Says(double errorRate) =>
        _world.Apply(new PutBehavior(TestWorld.RegionName, "m", new() { ErrorRate = errorRate }));

    private void Arms(When when) =>
        _world.Apply(new PutBehavior(TestWorld.RegionName, "m", new() { ErrorRate = 0.5 }) { When = when });

    private static AlarmConfiguration Errors() => Samples.Alarm with
    {
        Source = new SingleMetric(new(
            new MetricId("AWS/SageMaker", "Invocation5XXErrors", [new("EndpointName", "e"), new("VariantName", "a")]), null, Statistic.Sum, 60)),
        TreatMissingData = MissingData.NotBreaching,
    };
}
