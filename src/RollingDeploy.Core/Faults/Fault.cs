using RollingDeploy.Core.Arming;

namespace RollingDeploy.Core.Faults;

/// <summary>A fault that was asked for.</summary>
/// <param name="Id">Unique within its world.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Scope">Where.</param>
/// <param name="Times">How often at most; null without end.</param>
public sealed record Fault(string Id, FaultKind Kind, FaultScope Scope, int? Times)
{
    /// <summary>How long a slow launch takes, instead of its usual time: 600 s unless it was said.</summary>
    public TimeSpan Takes { get; init; } = DefaultTakes;

    /// <summary>
    /// The part of the calls that a fault of the API strikes, above 0 and up to 1; all of them where it is null.
    /// </summary>
    public double? Rate { get; init; }

    /// <summary>
    /// What decides which calls a fault with a rate strikes: dice of its own, so that faults do not move each other.
    /// </summary>
    internal Dice? Dice { get; init; }

    /// <summary>From which moment on it can strike; null where it could from the beginning.</summary>
    public Armed? Armed { get; init; }

    /// <summary>How often it struck.</summary>
    public int Hits { get; internal set; }

    /// <summary>How long a slow launch takes where nobody says: what a large image and model take on AWS.</summary>
    public static TimeSpan DefaultTakes { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether it will never strike again.</summary>
    public bool IsSpent => Hits >= (Times ?? int.MaxValue);

    /// <summary>Whether it may strike as of now.</summary>
    public bool IsPending => !IsSpent && (Armed is null or { State: ArmedState.Come });

    /// <summary>Whether it strikes a call that it fits: always without a rate, otherwise by its dice.</summary>
    internal bool StrikesByChance() => Rate is not { } rate || Dice!.Happens(rate);

    internal bool Strikes(FaultKind kind, FaultScope here) =>
        Kind == kind
        && IsPending
        // Who lets an instance crash does not mean the copies on it too; those crash by their component's name.
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
