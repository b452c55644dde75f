namespace RollingDeploy.Core.Arming;

/// <summary>How far the moment is of something that is armed.</summary>
public enum ArmedState
{
    /// <summary>It waits for the bake that it was armed for.</summary>
    Armed,

    /// <summary>That bake has begun, and the moment is known.</summary>
    Counting,

    /// <summary>The moment has come: it counts.</summary>
    Come,
}

/// <summary>A behaviour or a fault that counts from a moment of a deployment on.</summary>
public sealed class Armed
{
    internal Armed(Owner what, When when)
    {
        What = what;
        When = when;
    }

    /// <summary>The behaviour, named by its model, or the fault, named by its id.</summary>
    public Owner What { get; }

    /// <summary>From when on it counts.</summary>
    public When When { get; }

    /// <summary>How far that is.</summary>
    public ArmedState State { get; private set; }

    /// <summary>When the moment will be, or was; null while that is not known.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Its bake has begun.</summary>
    internal void CountTo(DateTimeOffset at) => (State, At) = (ArmedState.Counting, at);

    /// <summary>The deployment has turned back or ended before the moment: it waits for the next one.</summary>
    internal void WaitAgain() => (State, At) = (ArmedState.Armed, null);

    /// <summary>The moment is there.</summary>
    internal void Come() => State = ArmedState.Come;
}
