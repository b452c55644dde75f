using RollingDeploy.Core.Arming;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>
/// From which moment on something counts: <c>afterSeconds</c> into a bake of the next deployment of an endpoint or an inference
/// component that reaches it. Exactly one of the two is named; it may be made later.
/// </summary>
internal sealed record WhenRequest
{
    private const double Year = 31_536_000;

    /// <summary>The endpoint that is deployed to.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The inference component that is deployed to.</summary>
    public string? InferenceComponent { get; init; }

    /// <summary>Which bake, counted from 1: the first where it is absent.</summary>
    [Range(1)]
    public int? Bake { get; init; }

    /// <summary>How long after the start of that bake: at once where it is absent.</summary>
    [Range(0, Year)]
    public double? AfterSeconds { get; init; }

    /// <exception cref="ProblemException">Something in it makes no sense.</exception>
    public When ToCore()
    {
        if ((Endpoint is null) == (InferenceComponent is null))
        {
            throw ProblemException.Bad("when.endpoint", "Name the endpoint or the inferenceComponent whose deployment is meant: exactly one of the two.");
        }

        FaultRules.RequireName(Endpoint, "when.endpoint", "endpoint");
        FaultRules.RequireName(InferenceComponent, "when.inferenceComponent", "inference component");
        if (Bake < 1)
        {
            throw ProblemException.Bad("when.bake", $"when.bake is {Bake}; bakes are counted from 1.");
        }

        if (AfterSeconds is { } seconds && !(seconds >= 0 && seconds <= Year))
        {
            throw ProblemException.Bad("when.afterSeconds", FormattableString.Invariant($"when.afterSeconds is {seconds}; it must be from 0 to {Year:0}, a year."));
        }

        return new()
        {
            Endpoint = Endpoint,
            InferenceComponent = InferenceComponent,
            Bake = Bake ?? 1,
            After = TimeSpan.FromMilliseconds(Math.Round((AfterSeconds ?? 0) * 1000)),
        };
    }
}

/// <summary>From which moment on something counts, and how far that is.</summary>
/// <param name="Endpoint">The endpoint that is deployed to.</param>
/// <param name="InferenceComponent">The inference component that is deployed to.</param>
/// <param name="Bake">Which bake.</param>
/// <param name="AfterSeconds">How long after its start.</param>
/// <param name="State">
/// <c>armed</c>: it waits for that bake; <c>counting</c>: the bake has begun; <c>come</c>: it counts. Where a deployment turns
/// back or
/// ends before the moment, it is <c>armed</c> again.
/// </param>
/// <param name="At">The moment, as soon as it is known.</param>
internal sealed record WhenState(
    string? Endpoint, string? InferenceComponent, int Bake, double AfterSeconds, ArmedState State, DateTimeOffset? At)
{
    public static WhenState? Of(Armed? armed) => armed is null ? null : new(
        armed.When.Endpoint, armed.When.InferenceComponent, armed.When.Bake, armed.When.After.TotalSeconds, armed.State,
        armed.At);
}
