using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Counts an endpoint's synthetic traffic by the shares of its fleets, and publishes every full minute. It counts whenever the
/// shares change, so a minute in which traffic was shifted is divided as exactly as any other.
/// </summary>
internal sealed class EndpointMeter(Endpoint endpoint)
{
    private readonly Dictionary<(string Variant, string Config), Load> _loads = [];
    private List<Serving> _serving = [];
    private DateTimeOffset _countedUntil = endpoint.Region.World.Now;
    private DateTimeOffset? _expectsMinuteAt;

    /// <summary>The synthetic traffic; null for none.</summary>
    public TrafficPattern? Pattern { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    private DateTimeOffset Now => endpoint.Region.World.Now;

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
        _serving = endpoint.Serves ? Serving.Of(endpoint) : [];
        if (_serving.Count > 0)
        {
            ExpectMinute();
        }
        else if (!endpoint.Serves && _expectsMinuteAt is { } minute)
        {
            // An endpoint that is deleted may be gone when its last minute is over.
            PublishLoads(minute.AddSeconds(-60));
            _loads.Clear();
        }
    }

    /// <summary>A model is going to behave otherwise: what was before is counted as it was.</summary>
    public void BehaviorChanges() => Count();

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

    private void Count()
    {
        var (from, to) = (_countedUntil, Now);
        _countedUntil = to;
        var requests = to > from && Pattern is not null ? Pattern.Between(StartedAt, from, to) : 0;
        foreach (var serving in requests > 0 ? _serving : [])
        {
            var behavior = endpoint.Region.Behaviors.Of(serving.Spec);
            var load = Load.Of(serving, behavior, requests * serving.Share, ErringShare(serving, behavior, from, to));
            var key = (serving.Spec.VariantName, serving.Spec.ConfigName);
            _loads[key] = _loads.TryGetValue(key, out var before) ? before.Plus(load) : load;
        }
    }

    // Of a minute in which errors begin after 40 s, the last third.
    private static double ErringShare(in Serving serving, Behaviors.ModelBehavior behavior, DateTimeOffset from, DateTimeOffset to) =>
        serving.Errs(behavior, to) ? Math.Clamp((to - serving.ErrsFrom(behavior)) / (to - from), 0, 1) : 0;

    private void Publish()
    {
        Count();
        var minute = _expectsMinuteAt!.Value.AddSeconds(-60);
        _expectsMinuteAt = null;
        PublishLoads(minute);
        if (!endpoint.HostsComponents)
        {
            foreach (var variant in _serving.GroupBy(serving => serving.Spec.VariantName))
            {
                var spec = variant.First().Spec;
                var requests = _loads.Where(load => load.Key.Variant == variant.Key).Sum(load => load.Value.Requests);
                IdleMetrics.Publish(
                    endpoint, variant.Key, variant.Sum(each => each.Instances), requests / 60, endpoint.Region.Behaviors.Of(spec), spec.InstanceType, minute);
            }
        }

        _loads.Clear();
        if (_serving.Count > 0)
        {
            ExpectMinute();
        }
    }

    private void PublishLoads(DateTimeOffset minute)
    {
        foreach (var ((variant, config), load) in _loads)
        {
            if (endpoint.IsAsync)
            {
                AsyncMetrics.Publish(endpoint.Region, endpoint.Name, variant, config, load, minute);
            }
            else
            {
                InvocationMetrics.Publish(endpoint.Region, endpoint.Name, variant, config, load, minute);
            }
        }

        if (endpoint.IsAsync)
        {
            AsyncMetrics.PublishBacklog(endpoint, minute);
        }
    }
}
