using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Publishes the metrics of an endpoint every full minute. It also counts whenever the shares of its fleets change, so the counts
/// are exact in a minute with a traffic shift. After a minute that repeats until something changes, it sleeps; what was due in
/// the meantime is published when somebody reads or writes its metrics.
/// </summary>
internal sealed class EndpointMeter : IMetricPublisher
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Endpoint _endpoint;
    private readonly RequestCounter _counter;
    private readonly MetricGroups _groups;
    private readonly MinuteMetrics _minutes;
    private DateTimeOffset? _expectsMinuteAt;
    private Sleep? _sleep;

    public EndpointMeter(Endpoint endpoint)
    {
        _endpoint = endpoint;
        _counter = new(endpoint);
        _groups = new(endpoint.Region, this);
        _minutes = new(endpoint, _groups, _counter.BusyIn);
    }

    /// <summary>The synthetic traffic; null if there is none.</summary>
    public TrafficPattern? Pattern => _counter.Pattern;

    private Region Region => _endpoint.Region;

    /// <summary>The owner of this work.</summary>
    public Owner Owner => _endpoint.Owner with { Type = OwnerType.EndpointMeter };

    // An asynchronous endpoint publishes its backlog also while it has no instances.
    private bool Publishes => IsUp || (_endpoint.Serves && _endpoint.IsAsync);

    private bool IsUp => _endpoint.Serves && (_endpoint.Current is { Serves: true } || _endpoint.Pending is { Serves: true });

    // The end of the last minute whose metrics were due by now.
    private DateTimeOffset LastMinuteEnd =>
        Region.Schedule.NextOf(DueKind.Metrics, _endpoint.Owner, DateTimeOffset.UnixEpoch, Minute, Region.Now) - Minute;

    /// <summary>Replaces the synthetic traffic from now on.</summary>
    public void Set(TrafficPattern? pattern)
    {
        Revive();
        Work(static meter => meter._counter.CountUntil(meter.Region.Now));
        _counter.Begin(pattern, Region.Now);
        Work(static meter => meter._counter.FindTakers(meter.IsUp));
    }

    /// <summary>
    /// Counts the requests so far with the previous shares and behaviors, and then uses the current ones. It is called after a
    /// change of the fleets or of a model's behavior.
    /// </summary>
    public void SharesHaveChanged() => Work(static meter => meter.Follow());

    /// <summary>Counts a request that was answered now.</summary>
    public void WasCalled(in Answerer who, in Load load)
    {
        WakeUp();
        _counter.WasCalled(who, load);
    }

    /// <summary>Expects the next minute to be another one, because a request is added to the backlog.</summary>
    public void BacklogChanges() => WakeUp();

    /// <summary>Counts again if this meter was set aside. Requests in the meantime are lost.</summary>
    public void Revive()
    {
        if (Region.Quarantine.Remove(Owner))
        {
            _counter.Clear();
            _counter.SkipTo(Region.Now);
            SharesHaveChanged();
        }
    }

    /// <summary>Publishes the metrics of a minute that has ended.</summary>
    public void MinuteIsOver()
    {
        if (_expectsMinuteAt <= Region.Now)
        {
            EndMinute();
        }
    }

    /// <inheritdoc/>
    public bool Repeats(Metric metric) => _sleep?.Has(metric) is true;

    /// <inheritdoc/>
    public void CatchUp() => _sleep?.CatchUp(LastMinuteEnd);

    /// <summary>Returns the state, for a snapshot. If it sleeps, the state is that after waking up.</summary>
    public SavedMeter Save(SnapshotScope scope)
    {
        CatchUp();
        var (hasStations, stations) = _minutes.Save();
        var saved = new SavedMeter(
            _endpoint.Name,
            _sleep?.Since ?? _counter.Until,
            _sleep is { } sleep ? sleep.Since + Minute : _expectsMinuteAt,
            HasStations: hasStations,
            Stations: stations is null ? null : [.. TrafficSnapshots.Save(stations, scope)]);
        return _counter.Save(saved, IsUp, scope);
    }

    /// <summary>Continues with the state of a snapshot.</summary>
    public void Restore(SnapshotScope scope, SavedMeter saved)
    {
        _counter.Restore(saved, IsUp, scope);
        _minutes.Restore(
            saved.HasStations, saved.Stations is { } stations ? TrafficSnapshots.Restore(Region, stations, scope) : null);
        if (saved.ExpectsMinuteAt is { } end)
        {
            ExpectMinute(end);
        }
    }

    // All work ends the sleep first. So a meter that is set aside is awake, and has published what was due before.
    private void Work(Action<EndpointMeter> work)
    {
        WakeUp();
        Guard.Run(Region, Owner, (Meter: this, Work: work), static (_, its) => its.Work(its.Meter));
    }

    private void Follow()
    {
        _counter.CountUntil(Region.Now);
        _groups.Forget();
        _minutes.FleetsHaveChanged();
        _counter.FindTakers(IsUp);
        if (Publishes)
        {
            ExpectMinute();
        }
        else if (_expectsMinuteAt is { } minuteIsOver)
        {
            // An endpoint that is being deleted may be gone at the end of the minute, so its counts are published now.
            _counter.Publish(_groups, minuteIsOver - Minute);
        }
    }

    private void ExpectMinute()
    {
        if (_expectsMinuteAt is null)
        {
            var second = Region.Now.ToUnixTimeSeconds();
            ExpectMinute(DateTimeOffset.FromUnixTimeSeconds(second - (second % 60) + 60));
        }
    }

    private void ExpectMinute(DateTimeOffset end)
    {
        _expectsMinuteAt = end;
        Region.Schedule.Add(end, DueKind.Metrics, _endpoint.Owner);
    }

    private void EndMinute()
    {
        var minute = _expectsMinuteAt!.Value - Minute;
        _expectsMinuteAt = null;
        var repeats = !Region.Simulation.IsEager && _counter.IsEven(minute);
        Guard.Run(Region, Owner, (Meter: this, minute, repeats), static (_, its) => its.Meter.Publish(its.minute, its.repeats));

        // The next minute is expected also while the meter is set aside, because it may work again by then.
        if (Publishes && _sleep is null)
        {
            ExpectMinute();
        }
    }

    private void Publish(DateTimeOffset minute, bool repeats)
    {
        if (!repeats || !_minutes.AreEven)
        {
            Publish(minute);
            return;
        }

        var hasBacklog = false;
        var published = _groups.Record(() => hasBacklog = Publish(minute));
        _sleep = hasBacklog ? null : new(Region.Now, published);
    }

    // Returns whether the endpoint has asynchronous requests.
    private bool Publish(DateTimeOffset minute)
    {
        _counter.CountUntil(minute + Minute);
        if (IsUp)
        {
            _minutes.Publish(minute);
        }

        _counter.Publish(_groups, minute);
        if (!_endpoint.IsAsync)
        {
            return false;
        }

        var backlog = new BacklogMinute(_endpoint, minute, _groups);
        Region.Tell(backlog);
        return backlog.HasRequests;
    }

    // Expects the next minute again, because it can be another one than the minutes before.
    private void WakeUp()
    {
        if (_sleep is { } sleep)
        {
            sleep.CatchUp(LastMinuteEnd);
            _counter.SkipTo(sleep.Since);
            _sleep = null;
            ExpectMinute(sleep.Since + Minute);
            _groups.TellWatchers();
        }
    }
}
