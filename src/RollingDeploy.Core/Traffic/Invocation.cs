using RollingDeploy.Core.Behaviors;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>The ways to send a request.</summary>
public enum InvocationWay
{
    /// <summary>The answer comes as a whole.</summary>
    RealTime,

    /// <summary>The answer comes in parts.</summary>
    Stream,

    /// <summary>The request is queued, and the answer is written to S3.</summary>
    Async,
}

/// <summary>Who answers a request, and how.</summary>
public sealed record Invocation
{
    /// <summary>The endpoint's name.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The inference component that answers; null where a variant does.</summary>
    public string? Component { get; init; }

    /// <summary>The variant that answers.</summary>
    public required string Variant { get; init; }

    /// <summary>The endpoint configuration of the instances that answer.</summary>
    public required string Config { get; init; }

    /// <summary>The model; null where a container was given.</summary>
    public string? Model { get; init; }

    /// <summary>Whether a serverless variant answers.</summary>
    public bool IsServerless { get; init; }

    /// <summary>How many instances of this configuration share the requests.</summary>
    public required int Instances { get; init; }

    /// <summary>How many instances of the variant share the requests, of other configurations too.</summary>
    public required int InstancesOfVariant { get; init; }

    /// <summary>How the model behaves.</summary>
    public required ModelBehavior Behavior { get; init; }

    /// <summary>The status that the container answers with: 200, 400 or 500.</summary>
    public required int Status { get; init; }

    /// <summary>How long the model takes.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>How the request was sent.</summary>
    public required InvocationWay Way { get; init; }

    /// <summary>Whether a stream ended in an error after its first part; its status was 200 then.</summary>
    public bool BrokeOff { get; init; }

    /// <summary>When, in virtual time.</summary>
    public required DateTimeOffset At { get; init; }

    internal void Publish(Region region)
    {
        var groups = new MetricGroups(region);
        var load = Load.Of(Status, Latency, Instances, InstancesOfVariant);
        var who = new Answerer(Component, Variant, Config, IsServerless);
        if (Component is { } component)
        {
            InvocationMetrics.Publish(groups, component, load, At);
        }
        else if (Way == InvocationWay.Async)
        {
            AsyncMetrics.Publish(groups, Endpoint, who, load, At);
        }
        else
        {
            InvocationMetrics.Publish(groups, Endpoint, who, load, At);
        }

        if (Way == InvocationWay.Stream && Component is null)
        {
            StreamMetrics.Publish(groups, this, load);
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

    /// <summary>How the request is sent; asynchronously if and only if the endpoint is asynchronous.</summary>
    public InvocationWay Way { get; init; }

    /// <inheritdoc/>
    protected internal override Invocation Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var endpoint = region.Endpoints.TryGet(EndpointName, out var found) && found.Name == EndpointName && found.Serves
            ? found
            : throw RuntimeFaults.EndpointNotFound(EndpointName, region.World.Account);
        RequireWay(endpoint);
        var serving = Router.Choose(endpoint, TargetVariant, Component, region.World.TrafficDice);
        var invocation = Answer(region, endpoint, serving);

        // What is asked asynchronously lies in S3, where no server of the model's own can be sent to.
        if (invocation.Behavior.ForwardTo is null || Way == InvocationWay.Async)
        {
            invocation.Publish(region);
        }

        if (Component is null && Router.ChooseShadow(endpoint, region.World.TrafficDice) is { } shadow)
        {
            Answer(region, endpoint, shadow).Publish(region);
        }

        return invocation;
    }

    private Invocation Answer(Region region, Endpoint endpoint, in Serving serving)
    {
        var (behavior, dice) = (region.Behaviors.Of(serving.Spec), region.World.TrafficDice);
        return new Invocation
        {
            Endpoint = endpoint.Name,
            Component = Component,
            Variant = serving.Spec.VariantName,
            Config = serving.Spec.ConfigName,
            Model = serving.Spec.ModelName,
            IsServerless = serving.Spec.IsServerless,
            Instances = serving.Instances,
            InstancesOfVariant = serving.InstancesOfVariant,
            Behavior = behavior,
            Way = Way,
            Status = serving.Errs(behavior, region.World.Now) ? Throw(dice.NextShare(), behavior) : 200,
            Latency = TimeSpan.FromMicroseconds(new LatencyCurve(behavior).At(Math.Max(dice.NextShare(), 1e-9))),
            At = region.World.Now,
        };
    }

    private void RequireWay(Endpoint endpoint)
    {
        if (endpoint.IsAsync != (Way == InvocationWay.Async))
        {
            throw endpoint.IsAsync ? RuntimeFaults.OnlyAsync(endpoint.Name) : RuntimeFaults.NotAsync(endpoint.Name);
        }
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
