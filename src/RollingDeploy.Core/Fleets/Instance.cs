namespace RollingDeploy.Core.Fleets;

/// <summary>The states of an instance.</summary>
public enum InstanceState
{
    /// <summary>It is launching and has not passed its ping health check.</summary>
    Provisioning,

    /// <summary>It is in service.</summary>
    InService,

    /// <summary>It finishes its requests and is then terminated.</summary>
    Draining,
}

/// <summary>A simulated instance, or a copy of an inference component.</summary>
public sealed class Instance
{
    internal Instance(string id, VariantSpec spec, DateTimeOffset due)
    {
        Id = id;
        Spec = spec;
        Due = due;
    }

    /// <summary>Restores the instance of a snapshot.</summary>
    internal Instance(SnapshotScope scope, SavedInstance saved, VariantSpec common)
        : this(saved.Id, saved.Spec is { } own ? scope.Specs[own] : common, saved.Due)
    {
        (State, HasServed, AwaitsPing) = (saved.State, saved.HasServed, saved.AwaitsPing);
        (Failure, Stands, PingDeadline, Number) = (saved.Failure, saved.Stands, saved.PingDeadline ?? default, saved.Number);
    }

    /// <summary>The ID, which is unique in its world.</summary>
    public string Id { get; }

    /// <summary>The specification that it was made from.</summary>
    public VariantSpec Spec { get; }

    /// <summary>The state.</summary>
    public InstanceState State { get; private set; }

    /// <summary>When the current state ends by itself. An instance in service stays in service until it is terminated.</summary>
    public DateTimeOffset Due { get; private set; }

    /// <summary>Whether it is in service, or was before it began to drain.</summary>
    public bool HasServed { get; private set; }

    /// <summary>Why it will not come into service; null if it will.</summary>
    public string? Failure { get; internal init; }

    /// <summary>
    /// Whether the region has capacity for it. An instance that never passes its ping health check still uses capacity.
    /// </summary>
    public bool Stands { get; internal init; } = true;

    /// <summary>When its launch fails if its server does not pass the ping health check. It may pass earlier.</summary>
    public DateTimeOffset PingDeadline { get; internal init; }

    /// <summary>Whether it has started and waits until the real server of its model is healthy.</summary>
    public bool AwaitsPing { get; private set; }

    /// <summary>The number of the launch of its variant, on its side in its deployment, counted from 1.</summary>
    public int Number { get; internal init; }

    /// <summary>Returns the state, for a snapshot. The specification is left out if it is the common one.</summary>
    internal SavedInstance Save(SnapshotScope scope, VariantSpec common)
    {
        var spec = scope.Specs.Add(Spec);
        return new(
            Id, Due, State, HasServed, Failure, Stands, PingDeadline == default ? null : PingDeadline, AwaitsPing, Number,
            spec == scope.Specs.Add(common) ? null : spec);
    }

    internal void EnterService(DateTimeOffset now)
    {
        Move(InstanceState.Provisioning, InstanceState.InService, now);
        AwaitsPing = false;
        HasServed = true;
    }

    internal void AwaitPing()
    {
        Move(InstanceState.Provisioning, InstanceState.Provisioning, PingDeadline);
        AwaitsPing = true;
    }

    internal void Drain(DateTimeOffset until)
    {
        if (State == InstanceState.Draining)
        {
            throw new IllegalTransitionException($"instance {Id} was already draining until {Due:O}");
        }

        State = InstanceState.Draining;
        AwaitsPing = false;
        Due = until;
    }

    private void Move(InstanceState from, InstanceState to, DateTimeOffset due)
    {
        if (State != from)
        {
            throw new IllegalTransitionException($"instance {Id} cannot go from {State} to {to}: it was {State} since {Due:O}");
        }

        State = to;
        Due = due;
    }
}
