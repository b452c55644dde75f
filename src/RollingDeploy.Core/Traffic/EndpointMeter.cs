using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Counts an endpoint's synthetic traffic by the shares of its fleets, and publishes every full minute. It counts whenever the
/// shares change, so a minute in which traffic was shifted is divided as exactly as any other.
/// </summary>
internal sealed class EndpointMeter(Endpoint endpoint)
{
    private readonly Dictionary<Answerer, Load> _loads = [];
    private List<(InferenceComponent? Component, Serving Serving)> _takers = [];
    private DateTimeOffset _countedUntil = endpoint.Region.World.Now;
    private DateTimeOffset? _expectsMinuteAt;

    /// <summary>The synthetic traffic; null for none.</summary>
    public TrafficPattern? Pattern { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    private DateTimeOffset Now => endpoint.Region.World.Now;

    private bool IsUp => endpoint.Serves && (endpoint.Current is { Serves: true } || endpoint.Pending is { Serves: true });

    /// <summary>Replaces the synthetic traffic from now on.</summary>
    public void Set(TrafficPattern? pattern)
    {
        Count();
        (Pattern, StartedAt) = (pattern, Now);
    }

    /// <summary>The fleets have changed: what was before is counted by the shares that were.</summary>
    public void SharesHaveChanged()
    {
        Count();
        _takers = IsUp ? Takers() : [];
        if (IsUp)
        {
            ExpectMinute();
        }
        else if (_expectsMinuteAt is { } minuteIsOver)
        {
            // Who is being deleted may be gone when the minute is over.
            PublishLoads(minuteIsOver.AddSeconds(-60));
        }
    }

    /// <summary>A full minute of an endpoint is over; one that is gone, or serves no more, publishes nothing.</summary>
    public static void MinuteIsOver(Region region, string name)
    {
        if (region.Endpoints.TryGet(name, out var endpoint) && endpoint.Meter._expectsMinuteAt <= region.World.Now)
        {
            endpoint.Meter.Publish();
        }
    }

    private void ExpectMinute()
    {
        if (_expectsMinuteAt is null)
        {
            var second = Now.ToUnixTimeSeconds();
            _expectsMinuteAt = DateTimeOffset.FromUnixTimeSeconds(second - (second % 60) + 60);
            endpoint.Region.World.Schedule.Add(_expectsMinuteAt.Value, DueKind.Metrics, endpoint.Owner);
        }
    }

    /// <summary>Counts what there was until now, by the shares and the behaviour that were.</summary>
    public void Count()
    {
        var (from, to) = (_countedUntil, Now);
        _countedUntil = to;
        var requests = to > from && Pattern is not null ? Pattern.Between(StartedAt, from, to) : 0;
        foreach (var (component, serving) in requests > 0 ? _takers : [])
        {
            var behavior = endpoint.Region.Behaviors.Of(serving.Spec);
            var load = Load.Of(serving, behavior, requests * serving.Share, ErringShare(serving, behavior, from, to));
            var who = new Answerer(component?.Name, serving.Spec.VariantName, serving.Spec.ConfigName, serving.Spec.IsServerless);
            _loads[who] = _loads.TryGetValue(who, out var before) ? before.Plus(load) : load;
        }
    }

    // Nobody is called where weights are all zero. Inference components share by their copies, as nobody says which is called.
    private List<(InferenceComponent? Component, Serving Serving)> Takers()
    {
        if (!endpoint.HostsComponents)
        {
            return Router.HasWeight(endpoint) ? Serving.Of(endpoint).ConvertAll(each => ((InferenceComponent?)null, each)) : [];
        }

        double copies = endpoint.InferenceComponents.Sum(component => component.CopiesInService);
        return
        [
            .. from component in endpoint.InferenceComponents
               from each in Serving.Of(component)
               select ((InferenceComponent?)component, each with { Share = each.Share * component.CopiesInService / copies }),
        ];
    }

    // Of a minute in which errors begin after 40 s, the last third.
    private static double ErringShare(in Serving serving, Behaviors.ModelBehavior behavior, DateTimeOffset from, DateTimeOffset to) =>
        serving.Errs(behavior, to) ? Math.Clamp((to - serving.ErrsFrom(behavior)) / (to - from), 0, 1) : 0;

    private void Publish()
    {
        Count();
        var minute = _expectsMinuteAt!.Value.AddSeconds(-60);
        _expectsMinuteAt = null;
        if (IsUp)
        {
            IdleMetrics.Publish(endpoint, RequestsPerSecond, minute);
            ExpectMinute();
        }

        PublishLoads(minute);
        if (endpoint.IsAsync)
        {
            AsyncMetrics.PublishBacklog(endpoint, minute);
        }
    }

    private double RequestsPerSecond(string variant, string? component) =>
        _loads.Where(load => load.Key.Variant == variant && load.Key.Component == component).Sum(load => load.Value.Requests) / 60;

    private void PublishLoads(DateTimeOffset minute)
    {
        foreach (var (who, load) in _loads)
        {
            if (who.Component is { } component)
            {
                InvocationMetrics.Publish(endpoint.Region, component, load, minute);
            }
            else if (endpoint.IsAsync)
            {
                AsyncMetrics.Publish(endpoint.Region, endpoint.Name, who.Variant, who.Config, load, minute);
            }
            else
            {
                InvocationMetrics.Publish(endpoint.Region, endpoint.Name, who, load, minute);
            }
        }

        _loads.Clear();
    }
}
