using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>A call and a reset at the same time.</summary>
public sealed class VisitTests
{
    private const string Region = "us-east-1";

    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WorldSession _session = new(
        () => (
            new World("000000000000", new WorldSettings { Start = Start }),
            new VirtualClock(ClockMode.Frozen, 1, Start, Start)),
        before => (
            before.BeginAgain(new Reset(Start, 1), before.Glance.Now),
            new VirtualClock(ClockMode.Frozen, 1, Start, Start)),
        new SimulationTime(TimeProvider.System, new MachineClock(TimeProvider.System), new AdvanceThreads(), new WakeUps()));

    [Fact]
    public async Task Launch_WithAResetWhileServersArePinged_RunsInTheNewWorld()
    {
        var (old, visit) = (_session.World, new Visit(_session));

        await visit.Launch(Model("m"), _ => [new Uri("http://localhost:1")], _ => _session.Reset());

        visit.World.Should().BeSameAs(_session.World).And.NotBeSameAs(old);
        ModelsOf(_session.World).Should().Equal("m");
        old.Log.After(0, int.MaxValue)[^1].Data.Should().BeOfType<WorldReset>();
    }

    [Fact]
    public async Task Apply_ByAVisitFromBeforeAReset_RunsInTheNewWorld()
    {
        var visit = new Visit(_session);
        visit.Apply(Model("before"));
        await _session.Reset();

        visit.Apply(Model("after"));

        ModelsOf(_session.World).Should().Equal("after");
    }

    [Fact]
    public async Task Tell_AfterAReset_DoesNothing()
    {
        var old = _session.World;
        await _session.Reset();

        _session.Tell(old, Model("late"));

        ModelsOf(_session.World).Should().BeEmpty();
        ModelsOf(old).Should().BeEmpty();
    }

    private static CreateModel Model(string name) => new(Region, name, ["image"], "{}");

    private static List<string> ModelsOf(World world) =>
        world.Read(view => view.Regions.SelectMany(region => region.Models.All).Select(model => model.Name).ToList());
}
