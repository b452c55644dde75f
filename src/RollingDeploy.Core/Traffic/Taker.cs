using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>The dimensions of the instances that answer requests. Instances with equal dimensions are counted together.</summary>
internal readonly record struct Answerer(string? Component, string Variant, string Config, bool IsServerless);

/// <summary>
/// Instances that get synthetic traffic, with their share and behavior. It is valid until the shares or the behavior change.
/// </summary>
internal sealed class Taker
{
    private readonly Serving _serving;
    private readonly ModelBehavior _behavior;
    private SampleSet _latency;

    /// <summary>Restores the instances of a snapshot.</summary>
    public Taker(Region region, SnapshotScope scope, SavedTaker saved)
        : this(
            region,
            new Serving(scope.Specs[saved.Spec], saved.Share, saved.Instances, saved.InstancesOfVariant, saved.Since),
            saved.Component)
    {
    }

    private Taker(Region region, in Serving serving, string? component)
    {
        _serving = serving;
        _behavior = region.Behaviors.Of(serving.Spec);
        Who = new(component, serving.Spec.VariantName, serving.Spec.ConfigName, serving.Spec.IsServerless);
    }

    public Answerer Who { get; }

    /// <summary>Returns the plain values, for a snapshot.</summary>
    public SavedTaker Save(SnapshotScope scope) => new(
        scope.Specs.Add(_serving.Spec)!.Value, _serving.Share, _serving.Instances, _serving.InstancesOfVariant, _serving.Since,
        Who.Component);

    /// <summary>
    /// Returns all instances of an endpoint that get synthetic traffic. If all weights are zero, there are none. Inference
    /// components share the traffic in proportion to their copies, because synthetic traffic does not name a component.
    /// </summary>
    public static List<Taker> Of(Endpoint endpoint)
    {
        if (!endpoint.HostsComponents)
        {
            List<Serving> serving = Router.HasWeight(endpoint) ? [.. Serving.Of(endpoint), .. Serving.OfShadows(endpoint)] : [];
            return serving.ConvertAll(each => new Taker(endpoint.Region, each, null));
        }

        double copies = endpoint.InferenceComponents.Sum(component => component.CopiesInService);
        return
        [
            .. from component in endpoint.InferenceComponents
               from each in Serving.Of(component)
               let share = each.Share * component.CopiesInService / copies
               select new Taker(endpoint.Region, each with { Share = share }, component.Name),
        ];
    }

    /// <summary>Returns the load of these instances, for the number of requests to the whole endpoint in a period.</summary>
    public Load Answer(double requests, DateTimeOffset from, DateTimeOffset to)
    {
        var own = requests * _serving.Share;

        // The samples are reused while the number of requests is equal, as for constant traffic.
        if (_latency.Summary.SampleCount != own)
        {
            _latency = new LatencyCurve(_behavior).Samples(own);
        }

        return Load.Of(_serving, _behavior, own, ErringShare(from, to), _latency);
    }

    /// <summary>Returns whether errors that begin at some time have begun by <paramref name="time"/>.</summary>
    public bool IsSettledAt(DateTimeOffset time) => _serving.ErrsFrom(_behavior) <= time;

    // Returns the fraction of a period in which the model returns errors: if errors begin after 40 s of a minute, it is one
    // third.
    private double ErringShare(DateTimeOffset from, DateTimeOffset to) =>
        _serving.Errs(_behavior, to) ? Math.Clamp((to - _serving.ErrsFrom(_behavior)) / (to - from), 0, 1) : 0;
}
