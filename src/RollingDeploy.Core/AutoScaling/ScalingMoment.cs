namespace RollingDeploy.Core.AutoScaling;

/// <summary>What a policy asks for.</summary>
/// <param name="Capacity">The capacity, within the bounds.</param>
/// <param name="Reason">Why it is the present one although the policy was triggered; null where there is nothing to tell.</param>
public readonly record struct Proposal(int Capacity, NotScaledCode? Reason);

/// <summary>A scalable target at one moment, as its policies see it. What they ask for follows from it alone.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Capacity">The desired capacity.</param>
/// <param name="Min">Policies do not scale below.</param>
/// <param name="Max">Policies do not scale above.</param>
public sealed record ScalingMoment(DateTimeOffset Now, int Capacity, int Min, int Max)
{
    /// <summary>What is held.</summary>
    public SuspendedScaling Suspended { get; init; } = new();

    /// <summary>The last scale-out by a policy.</summary>
    public ScaleOut? LastOut { get; init; }

    /// <summary>When the last scale-in by a policy was fulfilled.</summary>
    public DateTimeOffset? LastInAt { get; init; }

    /// <summary>What a policy asks for whose alarm is in ALARM.</summary>
    public Proposal Propose(ScalingTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var basis = BasisOf(trigger.Configuration);
        var raw = trigger.CapacityFrom(basis);

        // Of two steps of +2 and +3 within a cooldown the second adds one: 4 became 6, and 4 + 3 is 7.
        raw = raw > Capacity || basis == Capacity ? raw : Math.Min(trigger.CapacityFrom(Capacity), Capacity);
        var isCooling = basis != Capacity && raw == Capacity;
        var wanted = Math.Clamp(raw, Min, Max);
        return isCooling || IsHeld(trigger.Configuration, wanted) ? new(Capacity, null) : new(wanted, ReasonFor(raw, wanted));
    }

    /// <summary>From what a policy reckons a scale-out: while the last one cools down, from what it was reckoned from.</summary>
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
