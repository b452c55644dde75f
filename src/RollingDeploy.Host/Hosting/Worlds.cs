using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Hosting;

/// <summary>The worlds by account. The first write makes one; reading an account that has none reads an empty world.</summary>
internal sealed partial class Worlds(
    IOptions<RollingDeployOptions> options, TimeProvider time, WakeUps wakeUps, ILogger<Worlds> logger)
{
    private readonly ConcurrentDictionary<string, Lazy<WorldSession>> _sessions = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _startUp = time.GetUtcNow();

    /// <summary>The settings that every world is made with.</summary>
    public RollingDeployOptions Settings => options.Value;

    public WorldSession ForReading(string account) =>
        _sessions.TryGetValue(account, out var session) ? session.Value : Make(account);

    public WorldSession ForWriting(string account) =>
        _sessions.GetOrAdd(account, name => new Lazy<WorldSession>(() => Make(name))).Value;

    private WorldSession Make(string account) => new(wall => Begin(account, wall), time, wakeUps);

    private (World World, VirtualClock Clock) Begin(string account, DateTimeOffset wall)
    {
        var clock = options.Value.Clock;

        // A frozen clock shows when the host came up, in every account and after every reset; the others keep step with the wall.
        var start = VirtualClock.Whole(clock.StartTime ?? (clock.Mode == ClockMode.Frozen ? _startUp : wall));
        return (
            new World(account, options.Value.ToWorldSettings(start, (what, defect) => Log.SetAside(logger, defect, what))),
            new VirtualClock(clock.Mode, clock.Speed, wall, start));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{What} was set aside after a defect of RollingDeploy; everything else goes on")]
        public static partial void SetAside(ILogger logger, Exception defect, string what);
    }
}
