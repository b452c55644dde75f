namespace RollingDeploy.Core.Arming;

/// <summary>
/// A moment of a deployment to come, for what cannot be injected while it runs: so long after the start of one of its bakes. It
/// need not be there yet whose deployment it is.
/// </summary>
public sealed record When
{
    /// <summary>The endpoint that is deployed to; null where it is an inference component.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The inference component that is deployed to; null where it is an endpoint.</summary>
    public string? InferenceComponent { get; init; }

    /// <summary>Which bake of the way forward, counted from 1.</summary>
    public int Bake { get; init; } = 1;

    /// <summary>How long after the start of that bake.</summary>
    public TimeSpan After { get; init; }

    /// <summary>In words, such as <c>30 s after the start of bake 2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{After.TotalSeconds:0.###} s after the start of bake {Bake}");

    internal bool IsOf(Owner subject) => string.Equals(
        subject.Type == OwnerType.Endpoint ? Endpoint : InferenceComponent, subject.Name, StringComparison.OrdinalIgnoreCase);
}
