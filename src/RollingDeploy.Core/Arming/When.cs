namespace RollingDeploy.Core.Arming;

/// <summary>
/// A moment of a future deployment: a time after the start of one of its bakes. It is for faults and behaviors that could not be
/// injected at the right time by hand. The endpoint or inference component need not exist yet.
/// </summary>
public sealed record When
{
    /// <summary>The endpoint that is deployed; null if it is an inference component.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The inference component that is deployed; null if it is an endpoint.</summary>
    public string? InferenceComponent { get; init; }

    /// <summary>The number of the bake before any rollback, counted from 1.</summary>
    public int Bake { get; init; } = 1;

    /// <summary>The time after the start of the bake.</summary>
    public TimeSpan After { get; init; }

    /// <summary>Returns a text such as <c>30 s after the start of bake 2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{After.TotalSeconds:0.###} s after the start of bake {Bake}");

    internal bool IsOf(Owner subject) => string.Equals(
        subject.Type == OwnerType.Endpoint ? Endpoint : InferenceComponent, subject.Name, StringComparison.OrdinalIgnoreCase);
}
