using RollingDeploy.Core.Arming;

namespace RollingDeploy.Core.Faults;

/// <summary>A fault that was added, active or not.</summary>
/// <param name="Id">The ID, which is unique in its world.</param>
/// <param name="Kind">What fails.</param>
/// <param name="Scope">Where it fails.</param>
/// <param name="Times">The maximum number of times; null for no limit.</param>
public sealed record Fault(string Id, FaultKind Kind, FaultScope Scope, int? Times)
{
    /// <summary>The duration of a slow launch, which replaces the usual duration. The default is 600 s.</summary>
    public TimeSpan Takes { get; init; } = DefaultTakes;

    /// <summary>The fraction of the calls that an API fault affects, above 0 and at most 1; null for all calls.</summary>
    public double? Rate { get; init; }

    /// <summary>
    /// The random numbers that decide which calls a fault with a rate affects. Each fault has its own, so that faults do not
    /// influence each other.
    /// </summary>
    internal Dice? Dice { get; init; }

    /// <summary>The moment from which the fault is active; null if it is active from the beginning.</summary>
    public Armed? Armed { get; init; }

    /// <summary>How many times the fault has occurred.</summary>
    public int Hits { get; internal set; }

    /// <summary>The default duration of a slow launch, as for a large image and model on AWS.</summary>
    public static TimeSpan DefaultTakes { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the fault has occurred the maximum number of times.</summary>
    public bool IsSpent => Hits >= (Times ?? int.MaxValue);

    /// <summary>Whether the fault can occur now.</summary>
    public bool IsPending => !IsSpent && (Armed is null or { State: ArmedState.Come });

    /// <summary>
    /// Returns whether the fault affects a call that matches its scope: always if it has no rate, otherwise at random.
    /// </summary>
    internal bool StrikesByChance() => Rate is not { } rate || Dice!.Happens(rate);

    internal bool Strikes(FaultKind kind, FaultScope here) =>
        Kind == kind
        && IsPending
        // A crash of instances does not include the copies on them. To crash copies, the scope must name their component.
        && (Kind != FaultKind.InstanceCrash || Scope.InferenceComponent is not null || here.InferenceComponent is null)
        && Fits(Scope.Endpoint, here.Endpoint)
        && Fits(Scope.Variant, here.Variant)
        && Fits(Scope.InferenceComponent, here.InferenceComponent)
        && Fits(Scope.InstanceType, here.InstanceType)
        && Fits(Scope.Operation, here.Operation)
        && (Scope.Fleet is null || Scope.Fleet == here.Fleet)
        && (Scope.AtInstance is null || Scope.AtInstance == here.AtInstance);

    private static bool Fits(string? asked, string? here) =>
        asked is null || string.Equals(asked, here, StringComparison.OrdinalIgnoreCase);
}
