using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>The delay before a new alarm is evaluated for the first time.</summary>
internal sealed record WarmUpConfiguration
{
    /// <summary>The length of the warm-up period, in minutes.</summary>
    [Required, Range(1, 2880)]
    public int? WarmUpPeriodDurationInMinutes { get; init; }

    /// <summary>Whether the whole period must pass. Otherwise it ends as soon as data fill the evaluation window.</summary>
    public bool? OnlyStartEvaluatingAfterWarmUpPeriodEnds { get; init; }
}

/// <summary>Where the periods begin that an alarm evaluates. It is a union: specify one of its members.</summary>
internal sealed record EvaluationWindow
{
    public WallClockWindow? WallClockWindow { get; init; }
    public SlidingWindow? SlidingWindow { get; init; }
}

/// <summary>Periods that end at each evaluation. This is the default.</summary>
internal sealed record SlidingWindow;

/// <summary>Periods that begin at the full minute or hour, at midnight, or on Monday.</summary>
internal sealed record WallClockWindow
{
    /// <summary>An IANA time zone, or an offset such as +05:30 or UTC+05:30. The default is UTC.</summary>
    public string? Timezone { get; init; }
}

/// <summary>What notifications of an alarm have. It is stored and returned; RollingDeploy sends no notifications.</summary>
internal sealed record ActionConfiguration
{
    public AlarmTagsPropagation? AlarmTagsPropagation { get; init; }
}

/// <summary>Whether notifications have the tags of the alarm.</summary>
internal sealed record AlarmTagsPropagation
{
    [Required]
    public bool? Enabled { get; init; }

    /// <summary>The keys of the tags to include.</summary>
    [Length(1, 50), Length(1, 128, On = Part.Item)]
    public List<string>? IncludedTagKeys { get; init; }

    /// <summary>The keys of the tags to leave out. Do not specify it together with IncludedTagKeys.</summary>
    [Length(1, 50), Length(1, 128, On = Part.Item)]
    public List<string>? ExcludedTagKeys { get; init; }
}
