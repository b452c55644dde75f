using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Counts an endpoint's synthetic traffic by the shares of its fleets, and publishes every full minute. It counts whenever the
/// shares change, so a minute in which traffic was shifted is divided as exactly as any other.
/// </summary>
internal sealed class EndpointMeter
{
    private readonly Endpoint _endpoint;
    private readonly Dictionary<Answerer, Load> _loads = [];
    private readonly MetricGroups _groups;
    private readonly IdleMetrics _idle;
    private List<Taker> _takers = [];
    private DateTimeOffset _countedUntil;
    private DateTimeOffset? _expectsMinuteAt;

    public EndpointMeter(Endpoint endpoint)
    {
        _endpoint = endpoint;
        _groups = new(endpoint.Region);
        _idle = new(endpoint, _groups, BusyIn);
        _countedUntil = Now;
    }

    /// <summary>The synthetic traffic; null for none.</summary>
    public TrafficPattern? Pattern { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    private DateTimeOffset Now => _endpoint.Region.Now;

    /// <summary>Whose work this is.</summary>
    public Owner Owner => _endpoint.Owner with { Type = OwnerType.EndpointMeter };

    private bool IsUp => _endpoint.Serves && (_endpoint.Current is { Serves: true } || _endpoint.Pending is { Serves: true });

    /// <summary>Replaces the synthetic traffic from now on.</summary>
    public void Set(TrafficPattern? pattern)
    {
        Revive();
        Work(static meter => meter.Count());
        (Pattern, StartedAt) = (pattern, Now);
        Work(static meter => meter.FindTakers());
    }

    /// <summary>The fleets or the models' behaviour have changed: what was before is counted by what was.</summary>
    public void SharesHaveChanged() => Work(static meter => meter.Follow());

    /// <summary>Counts again where it was set aside; what would have been counted meanwhile is lost.</summary>
    public void Revive()
    {
        if (_endpoint.Region.Quarantine.Remove(Owner))
        {
            _loads.Clear();
            _countedUntil = Now;
            SharesHaveChanged();
        }
    }

    /// <summary>A full minute of an endpoint is over; one that is gone, or serves no more, publishes nothing.</summary>
    public static void MinuteIsOver(Region region, string name)
    {
        if (region.Endpoints.TryGet(name, out var endpoint) && endpoint.Meter._expectsMinuteAt <= region.Now)
        {
            endpoint.Meter.EndMinute();
        }
    }

    /// <summary>Fleets, or the shares of their traffic, have changed: an endpoint's, or those of a component on it.</summary>
    public static void FollowFleetsOf(Deployable subject)
    {
        var endpoint = subject is InferenceComponent component ? component.Endpoint : (Endpoint)subject;
        endpoint.Meter.SharesHaveChanged();
    }

    /// <summary>Requests are answered in another way from now on.</summary>
    public static void BehaviorsChanged(Region region)
    {
        foreach (var endpoint in region.Endpoints.All)
        {
            endpoint.Meter.SharesHaveChanged();
        }
    }

    private void Follow()
    {
        Count();
        _groups.Forget();
        _idle.FleetsHaveChanged();
        FindTakers();
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

    private void Work(Action<EndpointMeter> work) => Guard.Run(
        _endpoint.Region, Owner, (Meter: this, Work: work), static (_, its) => its.Work(its.Meter));

    // What was answered until now, by those who took it then.
    private void Count()
    {
        var (from, to) = (_countedUntil, Now);
        _countedUntil = to;
        var requests = to > from && Pattern is not null ? Pattern.Between(StartedAt, from, to) : 0;
        foreach (var taker in requests > 0 ? _takers : [])
        {
            var load = taker.Answer(requests, from, to);
            _loads[taker.Who] = _loads.TryGetValue(taker.Who, out var before) ? before.Plus(load) : load;
        }
    }

    private void FindTakers() => _takers = IsUp && Pattern is not null ? Taker.Of(_endpoint) : [];

    private void ExpectMinute()
    {
        if (_expectsMinuteAt is null)
        {
            var second = Now.ToUnixTimeSeconds();
            _expectsMinuteAt = DateTimeOffset.FromUnixTimeSeconds(second - (second % 60) + 60);
            _endpoint.Region.Schedule.Add(_expectsMinuteAt.Value, DueKind.Metrics, _endpoint.Owner);
        }
    }

    private void EndMinute()
    {
        var minute = _expectsMinuteAt!.Value.AddSeconds(-60);
        _expectsMinuteAt = null;

        // The next minute is entered first, also while the meter is set aside: it may be revived by then.
        if (IsUp)
        {
            ExpectMinute();
        }

        Guard.Run(_endpoint.Region, Owner, (Meter: this, Minute: minute), static (_, its) => its.Meter.Publish(its.Minute));
    }

    private void Publish(DateTimeOffset minute)
    {
        Count();
        if (IsUp)
        {
            _idle.Publish(minute);
        }

        PublishLoads(minute);
        if (_endpoint.IsAsync)
        {
            AsyncMetrics.PublishBacklog(_groups, _endpoint.Name, minute);
        }
    }

    // How many requests of a minute's synthetic traffic a variant or a component works on at a time.
    private double BusyIn(string variant, string? component)
    {
        var microseconds = 0.0;
        foreach (var (who, load) in _loads)
        {
            microseconds += who.Variant == variant && who.Component == component ? load.Latency.Summary.Sum : 0;
        }

        return microseconds / 60e6;
    }

    private void PublishLoads(DateTimeOffset minute)
    {
        foreach (var (who, load) in _loads)
        {
            InvocationMetrics.Publish(_groups, _endpoint.Name, who, _endpoint.IsAsync, load, minute);
        }

        _loads.Clear();
    }
}
