namespace RollingDeploy.Core.Arming;

/// <summary>The states of an armed behavior or fault.</summary>
public enum ArmedState
{
    /// <summary>It waits for the start of its bake.</summary>
    Armed,

    /// <summary>The bake has begun, so the moment is known.</summary>
    Counting,

    /// <summary>The moment has come, and the behavior or fault is active.</summary>
    Come,
}

/// <summary>A behavior or a fault that becomes active at a moment of a deployment.</summary>
public sealed class Armed
{
    internal Armed(Owner what, When when)
    {
        What = what;
        When = when;
    }

    internal Armed(Owner what, SavedArmed saved)
        : this(what, saved.When) => (State, At) = (saved.State, saved.At);

    /// <summary>The owner: the behavior, with the name of its model, or the fault, with its ID.</summary>
    public Owner What { get; }

    /// <summary>The moment.</summary>
    public When When { get; }

    /// <summary>The state.</summary>
    public ArmedState State { get; private set; }

    /// <summary>The time of the moment; null while it is not known.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Sets the time of the moment, because the bake has begun.</summary>
    internal void CountTo(DateTimeOffset at) => (State, At) = (ArmedState.Counting, at);

    /// <summary>Waits for the next deployment, because this one began to roll back or ended before the moment.</summary>
    internal void WaitAgain() => (State, At) = (ArmedState.Armed, null);

    /// <summary>Makes it active, because the moment has come.</summary>
    internal void Come() => State = ArmedState.Come;
}
