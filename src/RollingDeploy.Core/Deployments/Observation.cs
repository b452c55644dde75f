using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>The current state of a variant on both sides.</summary>
/// <param name="OldTotal">Old instances, including those that are draining.</param>
/// <param name="OldLive">Old instances that are provisioning or in service.</param>
/// <param name="OldInService">Old instances in service.</param>
/// <param name="NewTotal">New instances, including those that are draining.</param>
/// <param name="NewLive">New instances that are provisioning or in service.</param>
/// <param name="NewInService">New instances in service.</param>
/// <param name="Active">New instances that should get traffic.</param>
public readonly record struct VariantObservation(
    int OldTotal, int OldLive, int OldInService, int NewTotal, int NewLive, int NewInService, int Active);

/// <summary>The current state of a monitored alarm.</summary>
/// <param name="Name">The name.</param>
/// <param name="Exists">Whether the alarm exists.</param>
/// <param name="Tripped">Whether it is in ALARM, or was since the first traffic shift.</param>
public readonly record struct AlarmReading(string Name, bool Exists, bool Tripped)
{
    /// <summary>Whether it went into ALARM before the start of the deployment, and not again since then.</summary>
    public bool IsFromBefore { get; init; }
}

/// <summary>The state that the planner uses.</summary>
/// <param name="Variants">The variants, in the order of the plan's targets.</param>
/// <param name="TrafficSettled">Whether the last traffic shift is complete.</param>
/// <param name="OldLaunchFailure">Why the launch of an old instance failed; null if none failed.</param>
/// <param name="NewLaunchFailure">Why the launch of a new instance failed; null if none failed.</param>
/// <param name="Alarms">The monitored alarms; empty while alarms do not apply.</param>
public sealed record Observation(
    ImmutableArray<VariantObservation> Variants,
    bool TrafficSettled,
    string? OldLaunchFailure,
    string? NewLaunchFailure,
    ImmutableArray<AlarmReading> Alarms)
{
    /// <summary>Whether the execution role is not allowed to describe the alarms.</summary>
    public bool AreAlarmsDenied { get; init; }

    /// <summary>Returns why a launch on one side failed; null if none failed.</summary>
    public string? LaunchFailureOf(FleetSide side) => side == FleetSide.Old ? OldLaunchFailure : NewLaunchFailure;
}
