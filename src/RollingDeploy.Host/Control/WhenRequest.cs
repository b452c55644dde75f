using RollingDeploy.Core.Arming;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>
/// The moment at which a fault or a behavior starts: <c>afterSeconds</c> into a bake of the next deployment that reaches this
/// bake. Specify either the endpoint or the inference component. It may be created later.
/// </summary>
internal sealed record WhenRequest
{
    private const double Year = 31_536_000;

    /// <summary>The name of the endpoint whose deployment counts.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The name of the inference component whose deployment counts.</summary>
    public string? InferenceComponent { get; init; }

    /// <summary>The number of the bake, counted from 1. The default is 1.</summary>
    [Range(1)]
    public int? Bake { get; init; }

    /// <summary>The virtual seconds after the start of that bake. The default is 0.</summary>
    [Range(0, Year)]
    public double? AfterSeconds { get; init; }

    /// <exception cref="ProblemException">A member is missing or not valid.</exception>
    public When ToCore()
    {
        if ((Endpoint is null) == (InferenceComponent is null))
        {
            throw ProblemException.Bad("when.endpoint", "Specify exactly one of when.endpoint and when.inferenceComponent.");
        }

        FaultRules.RequireName(Endpoint, "when.endpoint", "endpoint");
        FaultRules.RequireName(InferenceComponent, "when.inferenceComponent", "inference component");
        if (Bake < 1)
        {
            throw ProblemException.Bad("when.bake", $"when.bake is {Bake}; it must be 1 or more.");
        }

        if (AfterSeconds is { } seconds && !(seconds >= 0 && seconds <= Year))
        {
            throw ProblemException.Bad(
                "when.afterSeconds",
                FormattableString.Invariant($"when.afterSeconds is {seconds}; it must be from 0 to {Year:0} (a year)."));
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

/// <summary>The moment at which a fault or a behavior starts, and whether it has come.</summary>
/// <param name="Endpoint">The name of the endpoint whose deployment counts.</param>
/// <param name="InferenceComponent">The name of the inference component whose deployment counts.</param>
/// <param name="Bake">The number of the bake, counted from 1.</param>
/// <param name="AfterSeconds">The virtual seconds after the start of the bake.</param>
/// <param name="State">
/// <c>armed</c> before the bake starts, <c>counting</c> during the bake, and <c>come</c> after the moment. If the deployment ends
/// or rolls back before the moment, the state is <c>armed</c> again.
/// </param>
/// <param name="At">The virtual time of the moment. It is absent until the bake has started.</param>
internal sealed record WhenState(
    string? Endpoint, string? InferenceComponent, int Bake, double AfterSeconds, ArmedState State, DateTimeOffset? At)
{
    public static WhenState? Of(Armed? armed) => armed is null ? null : new(
        armed.When.Endpoint, armed.When.InferenceComponent, armed.When.Bake, armed.When.After.TotalSeconds, armed.State,
        armed.At);
}
