using System.Collections.Frozen;
using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Arming;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Servers;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>
/// The parts of a snapshot, in the order in which they are written and restored: an item comes after all that it refers to by
/// name. For a new kind of state, add a line.
/// </summary>
internal static class SnapshotParts
{
    /// <summary>The values that many items share. They are written before the first item that refers to them.</summary>
    public static readonly ImmutableArray<SnapshotPart> Pools =
    [
        Pool("text", scope => scope.Texts),
        Pool("spec", scope => scope.Specs),
        Pool("plan", scope => scope.Plans),
    ];

    private static readonly ImmutableArray<SnapshotPart> OfAccount =
    [
        OfTheAccount("event", EventSnapshots.Save, EventSnapshots.Restore),
        OfTheAccount<SavedSetAside>(
            "setAside", (region, _) => region.Quarantine.Save(), (region, _, it) => region.Quarantine.Restore(it)),
        OfTheAccount<SavedCounts>(
            "counts",
            (region, _) => [DeploymentSnapshots.SaveCounts(region)],
            (region, _, it) => DeploymentSnapshots.Restore(region, it)),
    ];

    private static readonly ImmutableArray<SnapshotPart> OfRegions =
    [
        Part<SavedTags>("tags", region => region.Tags.Save(), (region, it) => region.Tags.Restore(it)),
        Part<SavedMetrics>("metrics", region => region.Metrics.Save(), (region, it) => region.Metrics.Restore(it, region.Now)),
        Part<SavedMetricAlarm>("alarm", AlarmSnapshots.SaveMetricAlarms, AlarmSnapshots.Restore),
        Part<SavedCompositeAlarm>(
            "compositeAlarm", region => region.Alarms.Composites.Select(alarm => alarm.Save()), AlarmSnapshots.Restore),
        Part<SavedAlarmChanges>("alarmChanges", region => region.Alarms.SaveChanges(), (region, it) => region.Alarms.Restore(it)),
        Part<SavedHistoryItem>("alarmHistory", AlarmSnapshots.SaveHistory, AlarmSnapshots.Restore),
        Part<SavedArmed>("armed", region => region.Armed.Save(), (region, it) => region.Armed.Restore(region, it)),
        Part<SavedBehavior>(
            "behavior",
            region => region.Behaviors.ByModel.Select(each => new SavedBehavior(each.Key, each.Value)),
            (region, it) => region.Behaviors.Restore(it)),
        Part<SavedArmedBehavior>(
            "armedBehavior", region => region.Behaviors.SaveArmed(), (region, it) => region.Behaviors.Restore(region, it)),
        Part<SavedFault>(
            "fault", region => region.Faults.All.Select(SavedFault.Of), (region, it) => region.Faults.Restore(it.ToFault(region))),
        Part<SavedLimit>("limit", region => region.Limits.Save(), (region, it) => region.Limits.Restore(it)),
        Part<Model>("model", region => region.Models.All, (region, it) => region.Models.Restore(it)),
        Part<SavedHealth>("server", region => region.Health.Save(), (region, it) => region.Health.Restore(it)),
        Part<SavedQuota>(
            "quota",
            region => region.Quotas.All.Select(each => new SavedQuota(each.Key, each.Value)),
            (region, it) => region.Quotas.Set(it.InstanceType, it.Quota)),
        Part<EndpointConfig>("endpointConfig", region => region.EndpointConfigs.All, (region, it) => region.EndpointConfigs.Restore(it)),
        Part<SavedEndpoint>(
            "endpoint", (region, scope) => region.Endpoints.All.Select(endpoint => endpoint.Save(scope)), Endpoint.Restore),
        Part<SavedComponent>(
            "inferenceComponent",
            (region, scope) => region.InferenceComponents.All.Select(component => component.Save(scope)),
            InferenceComponent.Restore),
        Part<SavedMeter>("traffic", TrafficSnapshots.SaveMeters, TrafficSnapshots.Restore),
        Part<SavedInFlight>("inFlight", TrafficSnapshots.SaveInFlight, TrafficSnapshots.Restore),
        Part<SavedQueue>("asyncQueue", AsyncSnapshots.SaveQueues, AsyncSnapshots.Restore),
        Part<SavedRequest>("asyncRequest", AsyncSnapshots.SaveRequests, AsyncSnapshots.Restore),
        Part<SavedScalingIds>("scaling", region => [region.Scaling.SaveIds()], (region, it) => region.Scaling.Restore(it)),
        Part<SavedActivity>("scalingActivity", ScalingSnapshots.SaveActivities, ScalingSnapshots.Restore),
        Part<SavedTarget>("scalableTarget", (region, _) => ScalingSnapshots.SaveTargets(region), ScalingSnapshots.Restore),
        Part<SavedPolicy>("scalingPolicy", (region, _) => ScalingSnapshots.SavePolicies(region), ScalingSnapshots.Restore),
        Part<SavedCapacityChange>("capacityChange", (region, _) => ScalingSnapshots.SaveChanges(region), ScalingSnapshots.Restore),
        Part<SavedEntry>("due", ScheduleSnapshots.Save, ScheduleSnapshots.Restore),
    ];

    // The items around the others. The reader knows them by their types.
    private static readonly ImmutableArray<SnapshotPart> Frame =
    [
        OfFrame<SavedSimulation>(SnapshotDocument.FirstItem),
        OfFrame<SavedRegion>(SnapshotDocument.RegionItem),
        OfFrame<SavedEnd>(SnapshotDocument.EndItem),
    ];

    private static readonly FrozenDictionary<string, SnapshotPart> ByName =
        Frame.Concat(Pools).Concat(OfAccount).Concat(OfRegions).ToFrozenDictionary(part => part.Name);

    /// <summary>The names of all parts.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>Returns the part with a name; null if there is none.</summary>
    public static SnapshotPart? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Writes all items of a world.</summary>
    public static void Write(SnapshotWriter writer, World world, Simulation simulation, IEnumerable<Region> regions)
    {
        writer.Write(
            SnapshotDocument.FirstItem, SnapshotPart<SavedSimulation>.ToJson(simulation.Save(world.Settings.Start)));
        foreach (var part in OfAccount)
        {
            writer.Write(part, world.RegionOf(""));
        }

        foreach (var region in regions)
        {
            writer.Write(SnapshotDocument.RegionItem, SnapshotPart<SavedRegion>.ToJson(new(region.Name)));
            foreach (var part in OfRegions)
            {
                writer.Write(part, region);
            }
        }
    }

    private static SnapshotPart<T> Part<T>(string name, Func<Region, IEnumerable<T>> save, Action<Region, T> restore) =>
        new(name, (region, _) => save(region), (region, _, state) => restore(region, state));

    private static SnapshotPart<T> Part<T>(
        string name, Func<Region, SnapshotScope, IEnumerable<T>> save, Action<Region, SnapshotScope, T> restore) =>
        new(name, save, restore);

    private static SnapshotPart<T> OfTheAccount<T>(
        string name, Func<Region, SnapshotScope, IEnumerable<T>> save, Action<Region, SnapshotScope, T> restore) =>
        new(name, save, restore) { IsOfRegion = false };

    private static SnapshotPart<T> Pool<T>(string name, Func<SnapshotScope, SnapshotPool<T>> pool)
        where T : class =>
        OfTheAccount<T>(name, (_, scope) => pool(scope).TakeNew(), (_, scope, value) => pool(scope).Restore(value));

    private static SnapshotPart<T> OfFrame<T>(string name) => OfTheAccount<T>(name, (_, _) => [], (_, _, _) => { });
}
