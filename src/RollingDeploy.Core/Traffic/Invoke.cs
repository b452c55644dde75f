using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Sends a request to an endpoint. The variant is chosen at random by the weights, and then the fleet by its traffic share. The
/// result says which instances answer and how. If the model has a real server, the server answers, and <see
/// cref="RecordInvocation"/> records the response.
/// </summary>
public sealed record Invoke(string Region, string EndpointName) : Command<Invocation>(Region)
{
    /// <summary>The session ID that requests a new session.</summary>
    public const string NewSession = "NEW_SESSION";

    /// <summary>The variant to invoke; null to choose it by the weights.</summary>
    public string? TargetVariant { get; init; }

    /// <summary>The inference component to invoke; null for an endpoint without components.</summary>
    public string? Component { get; init; }

    /// <summary>The model of a multi-model endpoint.</summary>
    public string? TargetModel { get; init; }

    /// <summary>The container to invoke directly, for an endpoint with direct invocation.</summary>
    public string? TargetContainer { get; init; }

    /// <summary>The session of the request, or <see cref="NewSession"/>.</summary>
    public string? SessionId { get; init; }

    /// <summary>Whether the request has the header that enables or disables explanations.</summary>
    public bool WantsExplanations { get; init; }

    /// <summary>The ID of the request, for error messages.</summary>
    public string? RequestId { get; init; }

    /// <summary>The length of the request's body in bytes.</summary>
    public int PayloadBytes { get; init; }

    /// <summary>The first bytes of the body, at most <see cref="PrefixRouting.MaxLength"/>, for prefix-aware routing.</summary>
    public ReadOnlyMemory<byte> Beginning { get; init; }

    /// <summary>The identifier that separates requests that begin alike, for prefix-aware routing; null for none.</summary>
    public string? PrefixAwareId { get; init; }

    /// <summary>The operation. It must be asynchronous if and only if the endpoint is asynchronous.</summary>
    public InvocationWay Way { get; init; }

    /// <inheritdoc/>
    protected internal override Invocation Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        InvocationRules.RequirePayload(region, this);
        var endpoint = InvocationRules.Require(region, this);
        var candidates = Router.Candidates(endpoint, this);
        var chance = region.Chance;
        var session = SessionId == NewSession ? chance.Sessions.NextUuid() : SessionId;
        var (serving, instance) = PrefixRouter.Route(
            endpoint, candidates, Router.Choose(candidates, session, chance.Requests.Routes), this);
        var invocation =
            Answer(region, endpoint, serving, chance.Requests) with
            {
                Instance = instance,
                SessionId = session,
            };
        if (instance is not null)
        {
            endpoint.InFlight.Begin(invocation);
        }

        if (invocation.Behavior.ForwardTo is null)
        {
            InvocationPublisher.Publish(region, invocation);
        }

        if (Component is null && Router.ChooseShadow(endpoint) is { } shadow)
        {
            InvocationPublisher.Publish(region, Answer(region, endpoint, shadow, chance.Shadows));
        }

        return invocation;
    }

    /// <summary>Returns how the chosen instances answer.</summary>
    internal Invocation Answer(Region region, Endpoint endpoint, Serving serving, RequestChance chance)
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

/// <summary>Records the response of a real server. The result is the invocation.</summary>
public sealed record RecordInvocation(string Region, Invocation Invocation) : Command<Invocation>(Region)
{
    /// <inheritdoc/>
    protected internal override Invocation Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (Invocation.Instance is not null && region.Endpoints.TryGet(Invocation.Endpoint, out var endpoint))
        {
            endpoint.InFlight.End(Invocation);
        }

        InvocationPublisher.Publish(region, Invocation);
        return Invocation;
    }
}
