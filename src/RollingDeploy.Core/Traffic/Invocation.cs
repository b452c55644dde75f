using RollingDeploy.Core.Behaviors;

namespace RollingDeploy.Core.Traffic;

/// <summary>Who answers a request, and how.</summary>
public sealed record Invocation
{
    /// <summary>The endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The inference component that answers; null where a variant does.</summary>
    public string? Component { get; init; }

    /// <summary>The variant that answers.</summary>
    public required string Variant { get; init; }

    /// <summary>The endpoint configuration of the instances that answer.</summary>
    public required string Config { get; init; }

    /// <summary>The model; null where a container was given.</summary>
    public string? Model { get; init; }

    /// <summary>How many instances share the requests.</summary>
    public required int Instances { get; init; }

    /// <summary>How the model behaves.</summary>
    public required ModelBehavior Behavior { get; init; }

    /// <summary>The status that the container answers with: 200, 400 or 500.</summary>
    public required int Status { get; init; }

    /// <summary>How long the model takes.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>When, in virtual time.</summary>
    public required DateTimeOffset At { get; init; }

    internal void Publish(Region region)
    {
        var load = Load.Of(Status, Latency, Instances);
        if (Component is { } component)
        {
            InvocationMetrics.Publish(region, component, load, At);
        }
        else
        {
            InvocationMetrics.Publish(region, Endpoint, Variant, Config, load, At);
        }
    }
}

/// <summary>
/// Sends one request to an endpoint: by the variants' weights, then by each fleet's share, by the world's dice. Its result says
/// who answers and how. A model with a server of its own answers for itself, and what it said is told by <see cref="RecordInvocation"/>.
/// </summary>
public sealed record Invoke(string Region, string EndpointName) : Command<Invocation>(Region)
{
    /// <summary>The variant that is to answer; null: by the weights.</summary>
    public string? TargetVariant { get; init; }

    /// <summary>The inference component that is to answer.</summary>
    public string? Component { get; init; }

    /// <inheritdoc/>
    protected internal override Invocation Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var endpoint = region.Endpoints.TryGet(EndpointName, out var found) && found.Name == EndpointName && found.Serves
            ? found
            : throw RuntimeFaults.EndpointNotFound(EndpointName, region.World.Account);
        var dice = region.World.TrafficDice;
        var serving = Router.Choose(endpoint, TargetVariant, Component, dice);
        var behavior = region.Behaviors.Of(serving.Spec);
        var invocation = new Invocation
        {
            Endpoint = endpoint.Name,
            Component = Component,
            Variant = serving.Spec.VariantName,
            Config = serving.Spec.ConfigName,
            Model = serving.Spec.ModelName,
            Instances = serving.Instances,
            Behavior = behavior,
            Status = serving.Errs(behavior, region.World.Now) ? Throw(dice.NextShare(), behavior) : 200,
            Latency = TimeSpan.FromMicroseconds(new LatencyCurve(behavior).At(Math.Max(dice.NextShare(), 1e-9))),
            At = region.World.Now,
        };
        if (behavior.ForwardTo is null)
        {
            invocation.Publish(region);
        }

        return invocation;
    }

    private static int Throw(double share, ModelBehavior behavior) =>
        share < behavior.ErrorRate ? 500
        : share < behavior.ErrorRate + behavior.ClientErrorRate ? 400
        : 200;
}

/// <summary>What a model with a server of its own has answered; its result is the invocation as it went.</summary>
public sealed record RecordInvocation(string Region, Invocation Invocation) : Command<Invocation>(Region)
{
    /// <inheritdoc/>
    protected internal override Invocation Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        Invocation.Publish(region);
        return Invocation;
    }
}
