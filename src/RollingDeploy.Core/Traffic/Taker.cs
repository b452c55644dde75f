using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>Instances that are alike, as far as metrics tell.</summary>
internal readonly record struct Answerer(string? Component, string Variant, string Config, bool IsServerless);

/// <summary>Who takes synthetic traffic, and how they answer it, for as long as neither changes.</summary>
internal sealed class Taker
{
    private readonly Serving _serving;
    private readonly ModelBehavior _behavior;
    private SampleSet _latency;

    private Taker(Region region, in Serving serving, string? component)
    {
        _serving = serving;
        _behavior = region.Behaviors.Of(serving.Spec);
        Who = new(component, serving.Spec.VariantName, serving.Spec.ConfigName, serving.Spec.IsServerless);
    }

    public Answerer Who { get; }

    /// <summary>
    /// Nobody is called where weights are all zero. Inference components share by their copies, as nobody says which is called.
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

    /// <summary>What they answer of all the requests to the endpoint from one moment to another.</summary>
    public Load Answer(double requests, DateTimeOffset from, DateTimeOffset to)
    {
        var own = requests * _serving.Share;

        // Steady traffic has as many requests in each minute.
        if (_latency.Summary.SampleCount != own)
        {
            _latency = new LatencyCurve(_behavior).Samples(own);
        }

        return Load.Of(_serving, _behavior, own, ErringShare(from, to), _latency);
    }

    // Of a minute in which errors begin after 40 s, the last third.
    private double ErringShare(DateTimeOffset from, DateTimeOffset to) =>
        _serving.Errs(_behavior, to) ? Math.Clamp((to - _serving.ErrsFrom(_behavior)) / (to - from), 0, 1) : 0;
}
