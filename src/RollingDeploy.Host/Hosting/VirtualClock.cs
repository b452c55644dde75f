using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// Maps the clock of the machine to virtual time, with a pair of times that correspond (the anchors) and a speed.
/// </summary>
internal sealed record VirtualClock(ClockMode Mode, double Speed, DateTimeOffset MachineAnchor, DateTimeOffset VirtualAnchor)
{
    /// <summary>The largest speed: a virtual day in less than a tenth of a second. To go faster, advance the clock.</summary>
    public const double MaximumSpeed = 1_000_000;

    /// <summary>The latest virtual time. It is far after any deployment, and far before the largest DateTimeOffset.</summary>
    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where leaps stop, in the mode Skip.</summary>
    public StopAt StopAt { get; init; }

    /// <summary>Whether a leap has stopped there. Virtual time then stands still until it is advanced.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The virtual time that the clock has lost since it was last set, because the machine could not keep up.</summary>
    public TimeSpan Behind { get; init; }

    private double Rate => Mode switch
    {
        ClockMode.Frozen => 0,
        ClockMode.Scaled => Speed,
        ClockMode.Real or ClockMode.Skip => IsStopped ? 0 : 1,
    };

    /// <summary>Returns the virtual time at <paramref name="machine"/>, in whole milliseconds as in AWS's timestamps.</summary>
    public DateTimeOffset At(DateTimeOffset machine)
    {
        var ticks = (machine - MachineAnchor).Ticks * Rate;
        return Whole(VirtualAnchor.AddTicks((long)Math.Clamp(ticks, 0, Math.Max(0, (Latest - VirtualAnchor).Ticks))));
    }

    /// <summary>Returns the machine time at the virtual time <paramref name="moment"/>; null if the clock stands still.</summary>
    public DateTimeOffset? MachineTimeOf(DateTimeOffset moment) => Rate == 0
        ? null
        : MachineAnchor.AddTicks((long)Math.Clamp((moment - VirtualAnchor).Ticks / Rate, 0, TimeSpan.FromDays(3650).Ticks))
            .AddMilliseconds(1);

    /// <summary>Returns this clock with new anchors. It is no longer stopped.</summary>
    public VirtualClock From(DateTimeOffset machine, DateTimeOffset moment) =>
        this with { MachineAnchor = machine, VirtualAnchor = moment, IsStopped = false };

    /// <summary>Removes the fraction of a millisecond.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));

    /// <summary>
    /// Returns whether the clock can be set to a time: from 1970, where AWS's timestamps begin, to the year 9000.
    /// </summary>
    public static bool CanShow(DateTimeOffset moment) => moment >= DateTimeOffset.UnixEpoch && moment <= Latest;

    /// <summary>Returns <paramref name="from"/> plus <paramref name="ahead"/>, but at most <see cref="Latest"/>.</summary>
    public static DateTimeOffset Limit(DateTimeOffset from, TimeSpan ahead) => ahead < Latest - from ? from + ahead : Latest;
}
