using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
using RollingDeploy.Core.Health;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Servers;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>The JSON options for all commands and events.</summary>
internal static class WorldJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(
            AlarmsJson.Default,
            ArmingJson.Default,
            AutoScalingJson.Default,
            ContainersJson.Default,
            DeploymentsJson.Default,
            EndpointsJson.Default,
            EventsJson.Default,
            FaultsJson.Default,
            FleetsJson.Default,
            GuardsJson.Default,
            HealthJson.Default,
            InferenceComponentsJson.Default,
            KernelJson.Default,
            LimitsJson.Default,
            MetricsJson.Default,
            ModelsJson.Default,
            OriginJson.Default,
            PlansJson.Default,
            QuotasJson.Default,
            ResourcesJson.Default,
            ServersJson.Default,
            TagsJson.Default,
            TrafficJson.Default,
            AsyncJson.Default),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The same without the members that are null.</summary>
    public static readonly JsonSerializerOptions ForReaders = new(Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
