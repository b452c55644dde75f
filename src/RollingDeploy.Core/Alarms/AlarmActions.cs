using System.Collections.Immutable;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// The actions of an alarm when it changes its state. Actions are ARNs. Those of scaling policies are executed. Others, such as
/// topics and functions, are only recorded.
/// </summary>
public sealed record AlarmActions
{
    /// <summary>No actions.</summary>
    public static readonly AlarmActions None = new();

    /// <summary>Whether the actions are enabled.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The actions for OK.</summary>
    public ImmutableArray<string> Ok { get; init; } = [];

    /// <summary>The actions for ALARM.</summary>
    public ImmutableArray<string> Alarm { get; init; } = [];

    /// <summary>The actions for INSUFFICIENT_DATA.</summary>
    public ImmutableArray<string> InsufficientData { get; init; } = [];

    /// <summary>The actions for all states.</summary>
    public IEnumerable<string> All => [.. Ok, .. Alarm, .. InsufficientData];

    /// <summary>Returns the actions for a state.</summary>
    public ImmutableArray<string> On(AlarmState state) => state switch
    {
        AlarmState.Ok => Ok,
        AlarmState.Alarm => Alarm,
        AlarmState.InsufficientData => InsufficientData,
    };
}
