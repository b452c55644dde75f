using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>One variant as it is now, on both sides.</summary>
/// <param name="OldTotal">Old instances that exist, the draining ones too.</param>
/// <param name="OldLive">Old instances provisioning or in service.</param>
/// <param name="OldInService">Old instances in service.</param>
/// <param name="NewTotal">New instances that exist.</param>
/// <param name="NewLive">New instances provisioning or in service.</param>
/// <param name="NewInService">New instances in service.</param>
/// <param name="Active">New instances that were told to take traffic.</param>
public readonly record struct VariantObservation(
    int OldTotal, int OldLive, int OldInService, int NewTotal, int NewLive, int NewInService, int Active);

/// <summary>A watched alarm as it is now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Exists">Whether it is there.</param>
/// <param name="Tripped">Whether it is, or was since the first shift of traffic, in ALARM.</param>
public readonly record struct AlarmReading(string Name, bool Exists, bool Tripped)
{
    /// <summary>Whether it went into ALARM before the deployment began, and not again since.</summary>
    public bool IsFromBefore { get; init; }
}

/// <summary>What the planner looks at.</summary>
/// <param name="Variants">In the order of the plan's targets.</param>
/// <param name="TrafficSettled">Whether the last shift of traffic is over.</param>
/// <param name="OldLaunchFailure">Why an old instance could not be launched.</param>
/// <param name="NewLaunchFailure">Why a new instance could not be launched.</param>
/// <param name="Alarms">The watched alarms.</param>
public sealed record Observation(
    ImmutableArray<VariantObservation> Variants,
    bool TrafficSettled,
    string? OldLaunchFailure,
    string? NewLaunchFailure,
    ImmutableArray<AlarmReading> Alarms)
{
    /// <summary>Whether the alarms may not be looked at.</summary>
    public bool AreAlarmsDenied { get; init; }

    /// <summary>Why an instance of one side could not be launched.</summary>
    public string? LaunchFailureOf(FleetSide side) => side == FleetSide.Old ? OldLaunchFailure : NewLaunchFailure;
}
