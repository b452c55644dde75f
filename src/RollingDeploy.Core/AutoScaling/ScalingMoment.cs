namespace RollingDeploy.Core.AutoScaling;

/// <summary>The capacity that a policy requests.</summary>
/// <param name="Capacity">The capacity, within the bounds.</param>
/// <param name="Reason">
/// Why it is the current capacity although the policy was triggered; null if no reason is to be shown.
/// </param>
public readonly record struct Proposal(int Capacity, NotScaledCode? Reason);

/// <summary>The state of a scalable target at a moment. The requests of its policies depend on nothing else.</summary>
/// <param name="Now">The virtual time.</param>
/// <param name="Capacity">The current desired capacity.</param>
/// <param name="Min">The minimum capacity.</param>
/// <param name="Max">The maximum capacity.</param>
public sealed record ScalingMoment(DateTimeOffset Now, int Capacity, int Min, int Max)
{
    /// <summary>The suspended state.</summary>
    public SuspendedScaling Suspended { get; init; } = new();

    /// <summary>The last scale-out by a policy.</summary>
    public ScaleOut? LastOut { get; init; }

    /// <summary>When the last scale-in by a policy was completed.</summary>
    public DateTimeOffset? LastInAt { get; init; }

    /// <summary>Returns the capacity that a triggered policy requests.</summary>
    public Proposal Propose(ScalingTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var basis = BasisOf(trigger.Configuration);
        var raw = trigger.CapacityFrom(basis);

        // For example, if steps of +2 and +3 follow each other within a cooldown period, 4 becomes 6, and then 4 + 3 = 7. So the
        // second step adds 1.
        raw = raw > Capacity || basis == Capacity ? raw : Math.Min(trigger.CapacityFrom(Capacity), Capacity);
        var isCooling = basis != Capacity && raw == Capacity;
        var wanted = Math.Clamp(raw, Min, Max);
        return isCooling || IsHeld(trigger.Configuration, wanted) ? new(Capacity, null) : new(wanted, ReasonFor(raw, wanted));
    }

    /// <summary>
    /// Returns the capacity from which a policy calculates the new one. During the cooldown period of a scale-out, it is the
    /// capacity before this scale-out.
    /// </summary>
    public int BasisOf(ScalingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return LastOut is { } last && Now < last.At + configuration.OutCooldown ? last.Basis : Capacity;
    }

    private bool IsHeld(ScalingConfiguration configuration, int wanted) =>
        wanted > Capacity ? Suspended.Out
        : wanted < Capacity && (Suspended.In || Now < LastInAt + configuration.InCooldown);

    private NotScaledCode? ReasonFor(int raw, int wanted) =>
        wanted != Capacity ? null
        : raw > Max ? NotScaledCode.AlreadyAtMaxCapacity
        : raw < Min ? NotScaledCode.AlreadyAtMinCapacity
        : NotScaledCode.AlreadyAtDesiredCapacity;
}
