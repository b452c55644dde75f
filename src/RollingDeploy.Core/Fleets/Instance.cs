namespace RollingDeploy.Core.Fleets;

/// <summary>The life of an instance.</summary>
public enum InstanceState
{
    /// <summary>Ordered; it does not answer its ping yet.</summary>
    Provisioning,

    /// <summary>It serves, or could.</summary>
    InService,

    /// <summary>It finishes what it has and goes.</summary>
    Draining,
}

/// <summary>One simulated instance.</summary>
public sealed class Instance
{
    internal Instance(string id, VariantSpec spec, DateTimeOffset due)
    {
        Id = id;
        Spec = spec;
        Due = due;
    }

    /// <summary>Unique within its world.</summary>
    public string Id { get; }

    /// <summary>What it was made from.</summary>
    public VariantSpec Spec { get; }

    /// <summary>Where it is in its life.</summary>
    public InstanceState State { get; private set; }

    /// <summary>When its present state ends by itself; it stays in service until it is retired.</summary>
    public DateTimeOffset Due { get; private set; }

    /// <summary>Whether it is, or was until it was ordered to go, in service.</summary>
    public bool HasServed { get; private set; }

    /// <summary>Why it will not come into service; null when it will.</summary>
    public string? Failure { get; internal init; }

    /// <summary>Whether the region had it: one that never answers its ping takes its place all the same.</summary>
    public bool Stands { get; internal init; } = true;

    /// <summary>When it is given up if its server does not answer the ping; it has come up before.</summary>
    public DateTimeOffset PingDeadline { get; internal init; }

    /// <summary>Whether it is up, and the real server that answers for its model is not well.</summary>
    public bool AwaitsPing { get; private set; }

    /// <summary>Which launch of its variant it was, on its side in its deployment, from 1.</summary>
    public int Number { get; internal init; }

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
