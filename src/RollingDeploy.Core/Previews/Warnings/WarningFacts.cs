using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>An alarm that the update watches.</summary>
/// <param name="Name">The name.</param>
/// <param name="State">The state.</param>
/// <param name="Configuration">The configuration; null for a composite alarm.</param>
/// <param name="HasData">Whether its metrics have data in the periods that it looks at.</param>
internal sealed record WatchedAlarm(string Name, AlarmState State, AlarmConfiguration? Configuration, bool HasData);

/// <summary>A variant that auto scaling scales.</summary>
internal sealed record ScaledVariant(string Name, int Least, int Most, int Present, int Next);

/// <summary>An instance type with limited capacity.</summary>
/// <param name="Type">The instance type.</param>
/// <param name="Available">The capacity of the region for the account.</param>
/// <param name="Used">What the account uses now.</param>
/// <param name="Peak">What it would use at the peak of the deployment.</param>
internal sealed record LimitedType(string Type, int Available, int Used, int Peak);

/// <summary>What warnings need to know of the real world.</summary>
internal sealed record WarningFacts(
    ImmutableArray<WatchedAlarm> Alarms, ImmutableArray<ScaledVariant> Scaled, ImmutableArray<LimitedType> Limited)
{
    /// <summary>Copies the facts from a region.</summary>
    public static WarningFacts Of(Region region, PreparedUpdate prepared) => new(
        [.. (prepared.Given?.WatchedAlarms ?? []).Select(name => Watched(region, region.Alarms.Find(name)!))],
        [.. Scales(region, prepared)],
        [.. Limits(region, prepared)]);

    private static WatchedAlarm Watched(Region region, Alarm alarm)
    {
        var configuration = (alarm as MetricAlarm)?.Configuration;
        return new(alarm.Name, alarm.State, configuration, configuration is null || HasData(region, configuration));
    }

    private static bool HasData(Region region, AlarmConfiguration alarm) => alarm.Source.Stats.Any(stat =>
    {
        var end = DateTimeOffset.FromUnixTimeSeconds(region.Now.ToUnixTimeSeconds());
        var period = Periods.Before(end, stat.PeriodInSeconds * alarm.Range, 1);
        return !region.Metrics.Sum(stat.Metric, stat.Unit, period, region.Now).Summary.IsEmpty;
    });

    private static IEnumerable<ScaledVariant> Scales(Region region, PreparedUpdate prepared) =>
        from target in region.Scaling.Targets
        let instances = target.Resource as VariantInstances
        where instances?.EndpointName == prepared.Endpoint.Name
        let present = prepared.Endpoint.Current!.Find(instances.VariantName)
        let next = prepared.Pending.Find(instances.VariantName)
        where present is not null && next is not null
        select new ScaledVariant(instances.VariantName, target.MinCapacity, target.MaxCapacity, present.Desired, next.Desired);

    // The endpoint's own use is part of what is used, and of its peak.
    private static IEnumerable<LimitedType> Limits(Region region, PreparedUpdate prepared)
    {
        var demand = new InstanceDemand(
            prepared.Deployment.Forward, prepared.Deployment.VariantNames, prepared.Endpoint.Current, prepared.Pending);
        return
            from quota in region.Quotas.All
            where quota.Value.Available is not null
            let used = region.Quotas.Utilization(quota.Key)
            select new LimitedType(
                quota.Key, quota.Value.Available!.Value, used, used + demand.Peak(quota.Key) - demand.AtStart(quota.Key));
    }
}
