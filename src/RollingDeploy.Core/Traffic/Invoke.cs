using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Sends one request to an endpoint: by the variants' weights, then by each fleet's share, by the world's dice. Its result says
/// who answers and how. A model with a server of its own answers for itself, and what it said is told by <see cref="RecordInvocation"/>.
/// </summary>
public sealed record Invoke(string Region, string EndpointName) : Command<Invocation>(Region)
{
    /// <summary>The session by which a caller asks for a new one, to which the world gives its id.</summary>
    public const string NewSession = "NEW_SESSION";

    /// <summary>The variant that is to answer; null: by the weights.</summary>
    public string? TargetVariant { get; init; }

    /// <summary>The inference component that is to answer.</summary>
    public string? Component { get; init; }

    /// <summary>The model that is meant, of an endpoint that holds many.</summary>
    public string? TargetModel { get; init; }

    /// <summary>The container that is to answer, of an endpoint whose containers are invoked one by one.</summary>
    public string? TargetContainer { get; init; }

    /// <summary>The session that it belongs to, or <see cref="NewSession"/>.</summary>
    public string? SessionId { get; init; }

    /// <summary>Whether explanations are asked for, or asked not to come.</summary>
    public bool WantsExplanations { get; init; }

    /// <summary>The request's id, for refusals.</summary>
    public string? RequestId { get; init; }

    /// <summary>The length of the request's body in bytes.</summary>
    public int PayloadBytes { get; init; }

    /// <summary>How the request is sent; asynchronously if and only if the endpoint is asynchronous.</summary>
    public InvocationWay Way { get; init; }

    /// <inheritdoc/>
    protected internal override Invocation Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        InvocationRules.RequirePayload(region, this);
        var endpoint = region.Endpoints.TryGet(EndpointName, out var found) && found.Name == EndpointName && found.Serves
            ? found
            : throw RuntimeErrors.EndpointNotFound(EndpointName, region.Account);
        InvocationRules.Require(endpoint, this);
        var candidates = Router.Candidates(endpoint, this);
        var chance = region.Chance;
        var session = SessionId == NewSession ? chance.Sessions.NextUuid() : SessionId;
        var invocation =
            Answer(region, endpoint, Router.Choose(candidates, session, chance.Requests.Routes), chance.Requests) with
            {
                SessionId = session,
                InferenceId = Way == InvocationWay.Async ? chance.Inferences.NextUuid() : null,
            };

        // What is asked asynchronously lies in S3, of which there is none: a real server is asked nothing rather than something
        // else.
        if (invocation.Behavior.ForwardTo is not null && Way == InvocationWay.Async)
        {
            invocation = invocation with { WasNotAsked = true };
        }

        if (invocation.Behavior.ForwardTo is null || invocation.WasNotAsked)
        {
            InvocationPublisher.Publish(region, invocation);
        }

        if (Component is null && Router.ChooseShadow(endpoint) is { } shadow)
        {
            InvocationPublisher.Publish(region, Answer(region, endpoint, shadow, chance.Shadows));
        }

        return invocation;
    }

    private Invocation Answer(Region region, Endpoint endpoint, Serving serving, RequestChance chance)
    {
        var container = serving.Spec.Contents.Direct.FirstOrDefault(each => each.Hostname == TargetContainer);
        var behavior = region.Behaviors.Of(container is null ? serving.Spec : serving.Spec.For(container));
        return new Invocation
        {
            Endpoint = endpoint.Name,
            Component = Component,
            Container = container?.Hostname,
            IsExplained = serving.Spec.IsExplained,
            Variant = serving.Spec.VariantName,
            Config = serving.Spec.ConfigName,
            Model = serving.Spec.ModelName,
            IsServerless = serving.Spec.IsServerless,
            Instances = serving.Instances,
            InstancesOfVariant = serving.InstancesOfVariant,
            Behavior = behavior,
            Way = Way,
            Status = serving.Errs(behavior, region.Now) ? Throw(chance.Errors.NextShare(), behavior) : 200,
            Latency = TimeSpan.FromMicroseconds(new LatencyCurve(behavior).At(Math.Max(chance.Latencies.NextShare(), 1e-9))),
            At = region.Now,
        };
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
        InvocationPublisher.Publish(region, Invocation);
        return Invocation;
    }
}
