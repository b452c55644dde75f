namespace RollingDeploy.Host.Hosting;

/// <summary>How virtual time passes.</summary>
internal enum ClockMode
{
    /// <summary>With the wall clock, at whatever offset.</summary>
    Real,

    /// <summary>Faster or slower than the wall clock.</summary>
    Scaled,

    /// <summary>Only when it is advanced.</summary>
    Frozen,

    /// <summary>By leaps to the next event while an endpoint is in transition, otherwise with the wall clock.</summary>
    Skip,
}

/// <summary>Maps the wall clock to virtual time: two moments that coincide, and a speed.</summary>
internal sealed record VirtualClock(ClockMode Mode, double Speed, DateTimeOffset WallAnchor, DateTimeOffset VirtualAnchor)
{
    /// <summary>A day in under a tenth of a second; faster is what advancing is for.</summary>
    public const double MaximumSpeed = 1_000_000;

    // Far beyond any deployment, and far from where DateTimeOffset ends.
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private double Rate => Mode switch
    {
        ClockMode.Frozen => 0,
        ClockMode.Scaled => Speed,
        _ => 1,
    };

    /// <summary>The virtual time at <paramref name="wall"/>, in whole milliseconds: what AWS's timestamps can carry.</summary>
    public DateTimeOffset At(DateTimeOffset wall)
    {
        var ticks = (wall - WallAnchor).Ticks * Rate;
        return Whole(VirtualAnchor.AddTicks((long)Math.Clamp(ticks, 0, Math.Max(0, (Latest - VirtualAnchor).Ticks))));
    }

    /// <summary>When the wall clock will show that <paramref name="moment"/> has come; null when it never does.</summary>
    public DateTimeOffset? WallOf(DateTimeOffset moment) => Rate == 0
        ? null
        : WallAnchor.AddTicks((long)Math.Clamp((moment - VirtualAnchor).Ticks / Rate, 0, TimeSpan.FromDays(3650).Ticks)).AddMilliseconds(1);

    /// <summary>The same clock from another moment on.</summary>
    public VirtualClock From(DateTimeOffset wall, DateTimeOffset moment) => this with { WallAnchor = wall, VirtualAnchor = moment };

    /// <summary>Without its fraction of a millisecond.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));

    /// <summary>Whether a moment can be set: not before 1970, where AWS's timestamps begin, and not beyond the year 9000.</summary>
    public static bool CanShow(DateTimeOffset moment) => moment >= DateTimeOffset.UnixEpoch && moment <= Latest;

    /// <summary>The moment, or the last that can be shown where it lies beyond.</summary>
    public static DateTimeOffset Limit(DateTimeOffset from, TimeSpan ahead) => ahead < Latest - from ? from + ahead : Latest;
}
