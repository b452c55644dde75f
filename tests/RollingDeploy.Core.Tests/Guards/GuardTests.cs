using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Guards;

/// <summary>
/// A defect in the work of one owner sets that one aside: neither its neighbours nor the call that happened to run it notice, it
/// is told once, and putting it again revives it. The table has every kind of owner.
/// </summary>
public sealed class GuardTests
{
    public static TheoryData<string> Kinds => [.. GuardedCase.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Defect_InTheWorkOfOne_SetsThatOneAsideAndItsNeighbourGoesOn(string kind)
    {
        var (world, one) = Broken(kind);

        one.Works(world);

        one.HasWorked(world, "bad").Should().BeFalse();
        one.HasWorked(world, "good").Should().BeTrue();
        var problem = world.Problems.Should().ContainSingle().Subject;
        problem.Sentence.Should().Contain(problem.Name).And.Contain("InvalidOperationException: a defect").And.Contain("restore");
        world.Reports.Should().ContainSingle().Which.Should().Contain(problem.Name).And.EndWith("a defect");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Defect_ThatIsMended_SleepsUntilItIsPutAgain(string kind)
    {
        var (world, one) = Broken(kind);
        one.Works(world);

        world.Mends();
        world.Advance(3600);
        world.Problems.Should().ContainSingle();
        one.Revives(world);
        one.Works(world);

        world.Problems.Should().BeEmpty();
        one.HasWorked(world, "bad").Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Defect_ThatIsStillThere_SetsItAsideAgain(string kind)
    {
        var (world, one) = Broken(kind);
        one.Works(world);

        one.Revives(world);
        one.Works(world);

        world.Problems.Should().ContainSingle();
        world.Advance(3600).World.InTransition.Should().Be(0);
    }

    [Fact]
    public void Defect_OfAnAlarm_DoesNotEndTheRoundsOfItsInterval()
    {
        var (world, one) = Broken("a metric alarm of a round");
        one.Works(world);

        world.Advance(600).StateOf("good").Should().Be(AlarmState.Ok);

        world.Errs().StateOf("good").Should().Be(AlarmState.Alarm);
    }

    [Fact]
    public void Defect_InACreation_AnswersTheCallAndFailsTheEndpoint()
    {
        var world = new GuardedWorld();
        world.Serves("good");
        world.Breaks(owner => owner.Name == "bad");

        var arn = world.Apply(new CreateEndpoint(TestWorld.RegionName, "bad", "v1"));

        arn.Should().EndWith("endpoint/bad");
        world.Endpoint("bad").Status.Should().Be(EndpointStatus.Failed);
        world.Endpoint("bad").ShownFailureReason.Should().Contain("set aside").And.Contain("RollingDeploy set endpoint bad aside");
    }

    [Fact]
    public void Delete_OfWhatWasSetAside_ForgetsIt()
    {
        var world = new GuardedWorld().Serves("bad");
        world.Breaks(owner => owner.Name == "bad");
        world.Updates("bad");
        world.Advance(120);
        world.Watches("bad");
        world.Problems.Should().HaveCount(3);

        world.Mends();
        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "bad"));
        world.Apply(new DeleteAlarms(TestWorld.RegionName, ["bad"]));
        world.Advance(10);

        world.Problems.Should().BeEmpty();
        world.Region.Endpoints.TryGet("bad", out _).Should().BeFalse();
    }

    [Fact]
    public void Defect_OfAComponentsMeter_IsTheEndpointsAndNotTheDeployments()
    {
        var world = new GuardedWorld().Hosts("good");
        world.Breaks(owner => owner.Type == OwnerType.EndpointMeter);

        world.UpdatesComponent("good");
        world.Advance(300);

        world.Component("good").Status.Should().Be(InferenceComponentStatus.InService);
        world.Problems.Should().ContainSingle().Which.Name.Should().Be("the metrics of endpoint hosts");
        world.Endpoint("hosts").ShownFailureReason.Should().StartWith("RollingDeploy set the metrics of endpoint hosts aside at 2026-01-01T");
    }

    [Fact]
    public void Entry_OfARegionThatIsNotThere_StopsNeitherTheCallerNorTheSchedule()
    {
        var world = new GuardedWorld().Serves("good");
        var nobody = new Owner("eu-nowhere-1", "x");
        world.World.Schedule.Add(world.World.Now.AddSeconds(1), DueKind.Fleet, nobody);
        world.World.Schedule.Add(world.World.Now.AddSeconds(2), (DueKind)99, nobody);
        world.Updates("good");

        world.Advance(300);

        world.Endpoint("good").ConfigName.Should().Be("v2");
        world.Problems.Should().ContainSingle().Which.Owner.Should().Be(nobody);
    }

    [Fact]
    public void Defect_OfEverybody_StopsNothing()
    {
        var world = new GuardedWorld();
        world.Serves("bad");
        world.Watches("errors");
        world.Composes("all", "ALARM(errors)");
        world.Breaks(_ => true);

        world.Updates("bad");
        world.Stage.SetAlarm("errors", AlarmState.Alarm);
        world.Errs().Advance(86_400);

        world.World.InTransition.Should().Be(0);
        world.Endpoint("bad").Deployments[^1].Deployment.Status.Should().Be(DeploymentStatus.Failed);
        world.StateOf("errors").Should().Be(AlarmState.Alarm);
    }

    [Fact]
    public void Report_ThatThrows_StopsNothing()
    {
        var world = new World("123456789012", new()
        {
            WorkBegins = _ => throw new InvalidOperationException("a defect"),
            ReportDefect = (_, _) => throw new InvalidOperationException("nobody listens"),
        });

        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "bad", Samples.Alarm, "{}"), world.Now);

        world.Quarantine.All.Should().NotBeEmpty();
    }

    private static (GuardedWorld World, GuardedCase Case) Broken(string kind)
    {
        var (world, one) = (new GuardedWorld(), GuardedCase.All[kind]);
        one.Arranges(world);
        world.Breaks(one.Breaks(world));
        return (world, one);
    }
}
