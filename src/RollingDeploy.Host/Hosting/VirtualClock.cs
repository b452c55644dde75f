using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>Maps the machine's clock to virtual time: two moments that coincide, and a speed.</summary>
internal sealed record VirtualClock(ClockMode Mode, double Speed, DateTimeOffset MachineAnchor, DateTimeOffset VirtualAnchor)
{
    /// <summary>A day in under a tenth of a second; faster is what advancing is for.</summary>
    public const double MaximumSpeed = 1_000_000;

    /// <summary>The last moment that can be shown: far beyond any deployment, and far from where DateTimeOffset ends.</summary>
    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where leaps stop.</summary>
    public StopAt StopAt { get; init; }

    /// <summary>Whether a leap has stopped there: time stands still until it is advanced.</summary>
    public bool IsStopped { get; init; }

    /// <summary>
    /// How much virtual time the clock has lost since it was last set, because the machine could not keep up with it.
    /// </summary>
    public TimeSpan Behind { get; init; }

    private double Rate => Mode switch
    {
        ClockMode.Frozen => 0,
        ClockMode.Scaled => Speed,
        ClockMode.Real or ClockMode.Skip => IsStopped ? 0 : 1,
    };

    /// <summary>The virtual time at <paramref name="machine"/>, in whole milliseconds: what AWS's timestamps can carry.</summary>
    public DateTimeOffset At(DateTimeOffset machine)
    {
        var ticks = (machine - MachineAnchor).Ticks * Rate;
        return Whole(VirtualAnchor.AddTicks((long)Math.Clamp(ticks, 0, Math.Max(0, (Latest - VirtualAnchor).Ticks))));
    }

    /// <summary>What the machine's clock shows when <paramref name="moment"/> has come; null when it never does.</summary>
    public DateTimeOffset? MachineTimeOf(DateTimeOffset moment) => Rate == 0
        ? null
        : MachineAnchor.AddTicks((long)Math.Clamp((moment - VirtualAnchor).Ticks / Rate, 0, TimeSpan.FromDays(3650).Ticks))
            .AddMilliseconds(1);

    /// <summary>The same clock from another moment on; it goes on where it had stopped.</summary>
    public VirtualClock From(DateTimeOffset machine, DateTimeOffset moment) =>
        this with { MachineAnchor = machine, VirtualAnchor = moment, IsStopped = false };

    /// <summary>Without its fraction of a millisecond.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));

    /// <summary>
    /// Whether a moment can be set: not before 1970, where AWS's timestamps begin, and not beyond the year 9000.
    /// </summary>
    public static bool CanShow(DateTimeOffset moment) => moment >= DateTimeOffset.UnixEpoch && moment <= Latest;

    /// <summary>The moment, or the last that can be shown where it lies beyond.</summary>
    public static DateTimeOffset Limit(DateTimeOffset from, TimeSpan ahead) => ahead < Latest - from ? from + ahead : Latest;
}
