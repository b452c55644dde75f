using System.Collections.Immutable;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>Counts the requests to an endpoint in a minute: synthetic traffic by the shares of its fleets, and calls.</summary>
internal sealed class RequestCounter(Endpoint endpoint)
{
    private readonly Dictionary<Answerer, Load> _loads = [];
    private readonly Dictionary<Answerer, double> _called = [];
    private List<Taker> _takers = [];

    /// <summary>The synthetic traffic; null if there is none.</summary>
    public TrafficPattern? Pattern { get; private set; }

    /// <summary>When the synthetic traffic began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The time until which synthetic traffic was counted, or left out.</summary>
    public DateTimeOffset Until { get; private set; } = endpoint.Region.Now;

    /// <summary>Replaces the synthetic traffic from a time on.</summary>
    public void Begin(TrafficPattern? pattern, DateTimeOffset at) => (Pattern, StartedAt) = (pattern, at);

    /// <summary>Counts the synthetic traffic until a time, with the shares and behaviors that were found last.</summary>
    public void CountUntil(DateTimeOffset to)
    {
        var from = Until;
        Until = to;
        var requests = to > from && Pattern is not null ? Pattern.Between(StartedAt, from, to) : 0;
        foreach (var taker in requests > 0 ? _takers : [])
        {
            var load = taker.Answer(requests, from, to);
            _loads[taker.Who] = _loads.TryGetValue(taker.Who, out var before) ? before.Plus(load) : load;
        }
    }

    /// <summary>Leaves out the synthetic traffic until a time.</summary>
    public void SkipTo(DateTimeOffset time) => Until = time;

    /// <summary>Finds those who answer from now on.</summary>
    public void FindTakers(bool isUp) => _takers = TakersNow(isUp);

    /// <summary>
    /// Writes the counts into the plain values of a meter. Those who answer are left out if they are as the fleets are now.
    /// </summary>
    public SavedMeter Save(SavedMeter meter, bool isUp, SnapshotScope scope)
    {
        var takers = SaveAll(_takers, scope);
        return meter with
        {
            Pattern = Pattern,
            StartedAt = StartedAt == default ? null : StartedAt,
            Loads = _loads.Count == 0 ? null : [.. _loads.Select(each => Save(each.Key, each.Value))],
            Calls = _called.Count == 0
                ? null
                : [.. _called.Select(each => new SavedCalls(SavedAnswerer.Of(each.Key), each.Value))],
            Takers = takers.SequenceEqual(SaveAll(TakersNow(isUp), scope)) ? null : takers,
        };
    }

    /// <summary>Continues with the counts of a snapshot.</summary>
    public void Restore(SavedMeter meter, bool isUp, SnapshotScope scope)
    {
        (Pattern, StartedAt, Until) = (meter.Pattern, meter.StartedAt ?? default, meter.CountedUntil);
        foreach (var each in meter.Loads ?? [])
        {
            _loads.Add(each.Who.ToAnswerer(), LoadOf(each));
        }

        foreach (var each in meter.Calls ?? [])
        {
            _called.Add(each.Who.ToAnswerer(), each.Latency);
        }

        _takers = meter.Takers is { } takers
            ? [.. takers.Select(each => new Taker(endpoint.Region, scope, each))]
            : TakersNow(isUp);
    }

    /// <summary>Counts a request that was answered now. It is concurrent with others for as long as the model took.</summary>
    public void WasCalled(in Answerer who, in Load load) =>
        _called[who] = _called.GetValueOrDefault(who) + load.Latency.Summary.Sum;

    /// <summary>
    /// Returns whether a minute, before it is counted, has the same requests as all minutes after it, if nothing changes.
    /// </summary>
    public bool IsEven(DateTimeOffset minute) =>
        Until == minute
        && _called.Count == 0
        && (Pattern is null || Pattern.IsConstantFrom(StartedAt, minute))
        && _takers.TrueForAll(taker => taker.IsSettledAt(minute));

    /// <summary>
    /// Returns the mean number of concurrent requests of a variant or a component in a minute: of synthetic traffic and of calls.
    /// </summary>
    public double BusyIn(string variant, string? component)
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

    /// <summary>Publishes what was counted, and begins with zero again.</summary>
    public void Publish(MetricGroups groups, DateTimeOffset minute)
    {
        foreach (var (who, load) in _loads)
        {
            InvocationMetrics.Publish(groups, endpoint.Name, who, endpoint.IsAsync, load, minute);
        }

        Clear();
    }

    /// <summary>Begins with zero again.</summary>
    public void Clear()
    {
        _loads.Clear();
        _called.Clear();
    }

    private List<Taker> TakersNow(bool isUp) => isUp && Pattern is not null ? Taker.Of(endpoint) : [];

    private static ImmutableArray<SavedTaker> SaveAll(List<Taker> takers, SnapshotScope scope) =>
        [.. takers.Select(taker => taker.Save(scope))];

    private static SavedLoad Save(in Answerer who, in Load load) => new(
        SavedAnswerer.Of(who), load.Requests, load.ClientErrors, load.ServerErrors, load.PerInstance, load.PerInstanceOfVariant,
        new(1, [new Run(0, load.Latency)]));

    private static Load LoadOf(SavedLoad saved) => new(
        saved.Requests,
        saved.ClientErrors,
        saved.ServerErrors,
        saved.PerInstance,
        saved.PerInstanceOfVariant,
        saved.Latency.All is [var latency] ? latency.Samples : throw new InvalidDataException("the latencies of a load are one run"));
}
