using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RollingDeploy.Host.AutoScaling.Loading;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Durability;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.SageMaker.Loading;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Host.Seeds;

/// <summary>Where calls of seeds can be made: in a world of the host, or in others that nobody sees.</summary>
internal sealed class SeedRuns(
    IEnumerable<Service> services,
    IOptions<RollingDeployOptions> options,
    IOptions<WireOptions> wire,
    SimulationTime time,
    OwnRoutes routes,
    Forwarder forwarder,
    TimeProvider machine,
    ILoggerFactory loggers)
{
    /// <summary>The services that answer calls of seeds: those of AWS, and those that load AWS's answers.</summary>
    public IReadOnlyList<Service> Services { get; } = [.. services, LoadedEndpoints.Service(), LoadedPolicies.Service()];

    /// <summary>Makes calls in the world of a session. They do not wait until they are kept.</summary>
    public async Task In(WorldSession session, IEnumerable<SeedCall> calls)
    {
        var aside = Aside();
        aside.Add(session.World.Account, session);
        await Make(aside, loggers.CreateLogger<Gateway>(), calls);
    }

    /// <summary>Makes calls in new worlds, to see whether they succeed. Nothing is logged.</summary>
    public Task Rehearse(IEnumerable<SeedCall> calls) => Make(Aside(), NullLogger<Gateway>.Instance, calls);

    // Nothing is kept of what happens there.
    private Worlds Aside()
    {
        var (aside, journal) = (time.Aside(), new CommandJournal(null, machine, NullLogger<CommandJournal>.Instance));
        var factory = new WorldFactory(options, aside, [], journal, NullLogger<Worlds>.Instance);
        var snapshots = new Snapshots(journal, factory, aside.Machine, NullLogger<Snapshots>.Instance);
        return new(options, aside, factory, journal, snapshots);
    }

    private async Task Make(Worlds aside, ILogger<Gateway> logger, IEnumerable<SeedCall> calls)
    {
        // It pings servers only when it is asked, because it is never started.
        using var pings = new HealthWatch(forwarder, machine, NullLogger<HealthWatch>.Instance);
        var gateway = new Gateway(Services, wire, aside, pings, logger);
        await new SeedRun(gateway, routes, aside, pings).Make(calls);
    }
}
