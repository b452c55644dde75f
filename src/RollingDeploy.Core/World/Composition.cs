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
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Servers;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>
/// Builds a world from its features: settings, tables, kinds of resources, rules and listeners. Rules and listeners are called in
/// this order.
/// </summary>
internal static class Composition
{
    public static void Furnish(Simulation simulation, WorldSettings settings)
    {
        PutSettings(simulation, settings);
        _ = (simulation.DeploymentCounts, simulation.SharedParts);
        AddKinds(simulation);
        AddRules(simulation);
        AddListeners(simulation);
    }

    /// <summary>Creates a region with all of its tables, so that reads and refused requests create nothing later.</summary>
    public static Region NewRegion(Simulation simulation, string name)
    {
        var region = new Region(simulation, name);
        _ = (region.Tags, region.Metrics, region.Alarms, region.AlarmHistory, region.Behaviors, region.Faults, region.Armed,
            region.Limits, region.WatchedAlarms);
        _ = (region.Models, region.Health, region.Quotas, region.EndpointConfigs, region.Endpoints, region.InferenceComponents,
            region.Scaling);
        return region;
    }

    private static void PutSettings(Simulation simulation, WorldSettings settings)
    {
        simulation.EventLog = new EventLog(settings.Epoch, settings.EventLog, settings.EventAppended);
        if (settings.Recorder is not null)
        {
            simulation.EventLog.Kept = 0;
        }

        simulation.IsEager = settings.IsEager;
        simulation.Timings = settings.Timings;
        simulation.ModelAccess = settings.ModelAccess;
        RegionBehaviors.SetByImage(simulation, settings.Behaviors);
        simulation.EndpointSettings = new EndpointSettings(settings.RollbackStatus);
        simulation.DeploymentSettings = new DeploymentSettings
        {
            BakeAfterLastStep = settings.BakeAfterLastStep,
            KeptDeployments = settings.KeptDeployments,
        };
    }

    private static void AddKinds(Simulation simulation)
    {
        simulation.ResourceTables.All.AddRange(
        [
            region => region.Models,
            region => region.EndpointConfigs,
            region => region.Endpoints,
            region => region.InferenceComponents,
        ]);
        simulation.Taggers.Add(TaggingService.SageMaker, new(TaggedResource.Require));
        simulation.Taggers.Add(TaggingService.CloudWatch, new(TaggedAlarm.Require));
        simulation.Taggers.Add(
            TaggingService.AutoScaling,
            new((region, arn) => TaggedTarget.Require(region, arn).Arn, ScalingErrors.TooManyTags));
        simulation.DeployableKinds.All.AddRange(
        [
            new(OwnerType.Endpoint, (region, name) => region.Endpoints.TryGet(name, out var found) ? found : null,
                region => region.Endpoints.All),
            new(OwnerType.InferenceComponent, (region, name) => region.InferenceComponents.TryGet(name,
                out var found) ? found : null, region => region.InferenceComponents.All),
        ]);
    }

    private static void AddRules(Simulation simulation)
    {
        var update = simulation.Rules<EndpointUpdate>();
        update.Add((_, it) => HostRules.RequireHosts(it.Endpoint, it.Next));
        update.Add((_, it) => InstanceTypeRules.RequireKept(it.Endpoint, it.Next));
        simulation.Rules<EndpointDeletion>().Add((_, it) => HostRules.RequireEmpty(it.Endpoint));
    }

    private static void AddListeners(Simulation simulation)
    {
        simulation.Listeners<ResourceRemoved>().Add("tags", (region, it) => region.Tags.Forget(it.Arn));
        var faults = simulation.Listeners<FaultAsked>();
        faults.Add("crashes", (region, it) => Crashes.Asked(region, it.Fault));
        faults.Add("polls", (region, it) => Polls.FaultBegins(region, it.Fault));
        simulation.Listeners<AlarmChanged>().Add("polls", (region, it) => Polls.AlarmChanged(region, it.Name));
        simulation.Listeners<BehaviorsChanged>().Add("meters", (region, _) => Meters.BehaviorsChanged(region));

        var fleets = simulation.Listeners<FleetsChanged>();
        fleets.Add("quotas", (region, it) => region.Quotas.Note(it.Subject));
        fleets.Add("meters", (_, it) => Meters.FollowFleetsOf(it.Subject));
        simulation.Listeners<SharesChanged>().Add("meters", (_, it) => Meters.FollowFleetsOf(it.Subject));
        fleets.Add("asynchronous requests", (_, it) => AsyncQueue.FleetsHaveChanged(it.Subject));
        simulation.Listeners<SharesChanged>().Add("asynchronous requests", (_, it) => AsyncQueue.FleetsHaveChanged(it.Subject));
        simulation.Listeners<BacklogMinute>().Add("asynchronous requests", (_, it) => AsyncQueue.Publish(it));
        simulation.Listeners<FleetsLookedAt>().Add("instance scaling", (_, it) => InstanceScaling.FleetsLookedAt(it.Subject));
        simulation.Listeners<EndpointUpdateBegins>().Add("meters", (_, it) => it.Endpoint.Meter.Revive());

        simulation.Listeners<DeletionBegins>().Add("scalable targets", (region, it) => DeregisterScalableTarget.RemoveOf(region, it.Subject));
        simulation.Listeners<DeploymentEnded>().Add("scaling", (region, it) => CapacityChange.Ended(region, it));
        simulation.Listeners<AlarmActs>().Add("scaling", (region, it) => ScalingWatch.Entered(region, it.Alarm));
        simulation.Listeners<AlarmStays>().Add("scaling", (region, it) => ScalingWatch.Stays(region, it.Alarm));
    }
}
