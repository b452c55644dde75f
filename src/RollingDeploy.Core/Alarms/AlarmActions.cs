using System.Collections.Immutable;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// What an alarm does when it enters a state: ARNs of topics, functions and the like, which are recorded and not called, and of
/// scaling policies, which act.
/// </summary>
public sealed record AlarmActions
{
    /// <summary>Nothing.</summary>
    public static readonly AlarmActions None = new();

    /// <summary>Whether they are carried out at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>On entering OK.</summary>
    public ImmutableArray<string> Ok { get; init; } = [];

    /// <summary>On entering ALARM.</summary>
    public ImmutableArray<string> Alarm { get; init; } = [];

    /// <summary>On entering INSUFFICIENT_DATA.</summary>
    public ImmutableArray<string> InsufficientData { get; init; } = [];

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => [.. Ok, .. Alarm, .. InsufficientData];

    /// <summary>Those of a state.</summary>
    public ImmutableArray<string> On(AlarmState state) => state switch
    {
        AlarmState.Ok => Ok,
        AlarmState.Alarm => Alarm,
        AlarmState.InsufficientData => InsufficientData,
    };
}
