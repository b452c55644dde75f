using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Counts the synthetic traffic of an endpoint by the shares of its fleets, and publishes metrics every full minute. It also
/// counts whenever the shares change, so the counts are exact in a minute with a traffic shift.
/// </summary>
internal sealed class EndpointMeter
{
    private readonly Endpoint _endpoint;
    private readonly Dictionary<Answerer, Load> _loads = [];
    private readonly Dictionary<Answerer, double> _called = [];
    private readonly MetricGroups _groups;
    private readonly MinuteMetrics _minutes;
    private List<Taker> _takers = [];
    private DateTimeOffset _countedUntil;
    private DateTimeOffset? _expectsMinuteAt;

    public EndpointMeter(Endpoint endpoint)
    {
        _endpoint = endpoint;
        _groups = new(endpoint.Region);
        _minutes = new(endpoint, _groups, BusyIn);
        _countedUntil = Now;
    }

    /// <summary>The synthetic traffic; null if there is none.</summary>
    public TrafficPattern? Pattern { get; private set; }

    /// <summary>When the synthetic traffic began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    private DateTimeOffset Now => _endpoint.Region.Now;

    /// <summary>The owner of this work.</summary>
    public Owner Owner => _endpoint.Owner with { Type = OwnerType.EndpointMeter };

    // An asynchronous endpoint publishes its backlog also while it has no instances.
    private bool Publishes => IsUp || (_endpoint.Serves && _endpoint.IsAsync);

    private bool IsUp => _endpoint.Serves && (_endpoint.Current is { Serves: true } || _endpoint.Pending is { Serves: true });

    /// <summary>Replaces the synthetic traffic from now on.</summary>
    public void Set(TrafficPattern? pattern)
    {
        Revive();
        Work(static meter => meter.Count());
        (Pattern, StartedAt) = (pattern, Now);
        Work(static meter => meter.FindTakers());
    }

    /// <summary>
    /// Counts the requests so far with the previous shares and behaviors, and then uses the current ones. It is called after a
    /// change of the fleets or of a model's behavior.
    /// </summary>
    public void SharesHaveChanged() => Work(static meter => meter.Follow());

    /// <summary>Counts a request that was answered now. It is concurrent with others for as long as the model took.</summary>
    public void WasCalled(in Answerer who, in Load load) =>
        _called[who] = _called.GetValueOrDefault(who) + load.Latency.Summary.Sum;

    /// <summary>Counts again if this meter was set aside. Requests in the meantime are lost.</summary>
    public void Revive()
    {
        if (_endpoint.Region.Quarantine.Remove(Owner))
        {
            _loads.Clear();
            _countedUntil = Now;
            SharesHaveChanged();
        }
    }

    /// <summary>Publishes the metrics of a minute that has ended, unless the endpoint was deleted.</summary>
    public static void MinuteIsOver(Region region, string name)
    {
        if (region.Endpoints.TryGet(name, out var endpoint) && endpoint.Meter._expectsMinuteAt <= region.Now)
        {
            endpoint.Meter.EndMinute();
        }
    }

    /// <summary>
    /// Updates the shares after a change of the fleets, or of the traffic shares, of an endpoint or of an inference component on
    /// it.
    /// </summary>
    public static void FollowFleetsOf(Deployable subject)
    {
        var endpoint = subject is InferenceComponent component ? component.Endpoint : (Endpoint)subject;
        endpoint.Meter.SharesHaveChanged();
    }

    /// <summary>Updates all endpoints of a region after a change of the behavior of models.</summary>
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
        _minutes.FleetsHaveChanged();
        FindTakers();
        if (Publishes)
        {
            ExpectMinute();
        }
        else if (_expectsMinuteAt is { } minuteIsOver)
        {
            // An endpoint that is being deleted may be gone at the end of the minute, so its counts are published now.
            PublishLoads(minuteIsOver.AddSeconds(-60));
        }
    }

    private void Work(Action<EndpointMeter> work) => Guard.Run(
        _endpoint.Region, Owner, (Meter: this, Work: work), static (_, its) => its.Work(its.Meter));

    // Counts the requests since the last count, with the shares and behaviors of that time.
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

        // The next minute is scheduled first, and also while the meter is set aside, because it may work again by then.
        if (Publishes)
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
            _minutes.Publish(minute);
        }

        PublishLoads(minute);
        if (_endpoint.IsAsync)
        {
            _endpoint.Region.Tell(new BacklogMinute(_endpoint, minute));
        }
    }

    // Returns the mean number of concurrent requests of a variant or a component in a minute: of synthetic traffic and of calls.
    private double BusyIn(string variant, string? component)
    {
        var microseconds = 0.0;
        foreach (var (who, load) in _loads)
        {
            microseconds += who.Variant == variant && who.Component == component ? load.Latency.Summary.Sum : 0;
        }

        foreach (var (who, latency) in _called)
        {
            microseconds += who.Variant == variant && who.Component == component ? latency : 0;
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
        _called.Clear();
    }
}
