using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The worlds by account. The first write creates a world. A read of an account without a world reads an empty world.
/// </summary>
internal sealed partial class Worlds(
    IOptions<RollingDeployOptions> options, SimulationTime time, IEnumerable<IEventReader> readers, ILogger<Worlds> logger)
{
    private readonly ConcurrentDictionary<string, Lazy<WorldSession>> _sessions = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _startUp = time.Machine.Wall;

    /// <summary>The settings of every world.</summary>
    public RollingDeployOptions Settings => options.Value;

    /// <summary>The time of the wall clock, which is not that of any world.</summary>
    public DateTimeOffset Wall => time.Machine.Wall;

    /// <summary>The worlds that exist.</summary>
    public IEnumerable<(string Account, WorldSession Session)> Begun =>
        _sessions.Where(each => each.Value.IsValueCreated).Select(each => (each.Key, each.Value.Value));

    public WorldSession ForReading(string account) =>
        _sessions.TryGetValue(account, out var session) ? session.Value : Make(account);

    public WorldSession ForWriting(string account) =>
        _sessions.GetOrAdd(account, name => new Lazy<WorldSession>(() => Make(name))).Value;

    /// <summary>
    /// What was set aside after an internal error, ordered by account. It does not wait for the lock of a world, because a health
    /// check must be answered while worlds advance.
    /// </summary>
    public IEnumerable<(string Account, SetAside Problem)> Problems() =>
        from known in _sessions
        where known.Value.IsValueCreated
        orderby known.Key
        from problem in known.Value.Value.World.Quarantine.All
        select (known.Key, problem);

    private WorldSession Make(string account) => new(before => Begin(account, before), time);

    private (World World, VirtualClock Clock) Begin(string account, World? before)
    {
        var clock = options.Value.Clock;

        // A frozen clock starts at the start-up time of the host, in every account and after every reset. Other clocks start now.
        var start = VirtualClock.Whole(clock.StartTime ?? (clock.Mode == ClockMode.Frozen ? _startUp : time.Machine.Wall));
        var world = before?.BeginAgain(new Reset(start, options.Value.Seed), before.Glance.Now, Follow(account))
            ?? new World(account,
            options.Value.ToWorldSettings(start, (what, defect) => Log.SetAside(logger, defect, what)) with
            {
                EventAppended = Follow(account),
            });
        return (world, new VirtualClock(clock.Mode, clock.Speed, time.Machine.Now, start) { StopAt = clock.StopAt });
    }

    // Each epoch of a world has its own log.
    private Action<EventLog>? Follow(string account) =>
        readers.Aggregate<IEventReader, Action<EventLog>?>(null, (all, reader) => all + reader.Follow(account));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{What} was set aside after an internal error of RollingDeploy. Everything else continues.")]
        public static partial void SetAside(ILogger logger, Exception defect, string what);
    }
}
