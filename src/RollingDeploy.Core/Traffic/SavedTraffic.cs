using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>The meter of an endpoint, in a snapshot. A meter that sleeps is saved as it is after waking up.</summary>
/// <param name="Endpoint">The name of the endpoint.</param>
/// <param name="CountedUntil">The time until which synthetic traffic was counted.</param>
/// <param name="ExpectsMinuteAt">When the metrics of the next minute are published; null if they are not.</param>
/// <param name="Pattern">The synthetic traffic.</param>
/// <param name="StartedAt">When the synthetic traffic began.</param>
/// <param name="Loads">What was counted in this minute; null if nothing was.</param>
/// <param name="Calls">The calls in this minute; null if there were none.</param>
/// <param name="Takers">Who gets synthetic traffic; null if it is as the fleets are now.</param>
/// <param name="HasStations">Whether the instances for the metrics were found already.</param>
/// <param name="Stations">The instances for the metrics; null if they are as the fleets are now.</param>
internal sealed record SavedMeter(
    string Endpoint,
    DateTimeOffset CountedUntil,
    DateTimeOffset? ExpectsMinuteAt = null,
    TrafficPattern? Pattern = null,
    DateTimeOffset? StartedAt = null,
    ImmutableArray<SavedLoad>? Loads = null,
    ImmutableArray<SavedCalls>? Calls = null,
    ImmutableArray<SavedTaker>? Takers = null,
    bool HasStations = false,
    ImmutableArray<SavedStation>? Stations = null);

/// <summary>Who answers requests, in a snapshot.</summary>
internal sealed record SavedAnswerer(string Variant, string Config, string? Component = null, bool IsServerless = false)
{
    /// <summary>Returns the plain values.</summary>
    public static SavedAnswerer Of(in Answerer who) => new(who.Variant, who.Config, who.Component, who.IsServerless);

    /// <summary>Returns who answers.</summary>
    public Answerer ToAnswerer() => new(Component, Variant, Config, IsServerless);
}

/// <summary>Requests that were answered in this minute, in a snapshot. The latencies are one run.</summary>
internal sealed record SavedLoad(
    SavedAnswerer Who,
    double Requests,
    double ClientErrors,
    double ServerErrors,
    double PerInstance,
    double PerInstanceOfVariant,
    SavedRuns Latency);

/// <summary>The latencies of the calls of this minute, in microseconds, in a snapshot.</summary>
internal sealed record SavedCalls(SavedAnswerer Who, double Latency);

/// <summary>Instances that get synthetic traffic, in a snapshot.</summary>
internal sealed record SavedTaker(
    int Spec, double Share, int Instances, int InstancesOfVariant, DateTimeOffset Since, string? Component = null);

/// <summary>The instances of a variant, in a snapshot.</summary>
internal sealed record SavedStation(int Spec, ImmutableArray<SavedMachine> Machines);

/// <summary>An instance with its copies, in a snapshot.</summary>
internal sealed record SavedMachine(
    string Id, InstanceSize Size, CopyNeeds Reserved, ImmutableArray<SavedCopies> Copies);

/// <summary>The copies of an inference component on an instance, in a snapshot.</summary>
internal sealed record SavedCopies(string Component, int Count);

/// <summary>The requests in flight on the instances of an endpoint, in a snapshot.</summary>
internal sealed record SavedInFlight(string Endpoint, ImmutableArray<SavedFlight> Requests);

/// <summary>A request in flight, in a snapshot.</summary>
internal sealed record SavedFlight(string Instance, DateTimeOffset Until);
