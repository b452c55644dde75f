using System.Text.Json.Serialization;
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
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>
/// The converters of the enumerations in snapshots. They read names only, because a number can stand for no value at all.
/// </summary>
internal static class SnapshotWords
{
    /// <summary>All converters.</summary>
    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        Of<AdjustmentType>(),
        Of<AlarmState>(),
        Of<AlarmType>(),
        Of<ArmedState>(),
        Of<AskedFleet>(),
        Of<AsyncRequestState>(),
        Of<CapacitySizeType>(),
        Of<ClockMode>(),
        Of<ComparisonOperator>(),
        Of<DeploymentPolicy>(),
        Of<DeploymentStatus>(),
        Of<DeploymentTrigger>(),
        Of<DueKind>(),
        Of<EndpointStatus>(),
        Of<FaultKind>(),
        Of<FleetSide>(),
        Of<InferenceComponentStatus>(),
        Of<InstanceChange>(),
        Of<InstanceState>(),
        Of<InvocationWay>(),
        Of<MetricAggregation>(),
        Of<MissingData>(),
        Of<ModelFeatures>(),
        Of<NotScaledCode>(),
        Of<OwnerType>(),
        Of<PingAnswer>(),
        Of<ResponseKind>(),
        Of<RetainedProperties>(),
        Of<ScalingStatus>(),
        Of<StepKind>(),
        Of<StopAt>(),
        Of<SubjectType>(),
        Of<SuppressedBy>(),
        Of<TaggingService>(),
        Of<TrafficShape>(),
        Of<WarmUpEnd>(),
    ];

    private static JsonStringEnumConverter<T> Of<T>()
        where T : struct, Enum => new(namingPolicy: null, allowIntegerValues: false);
}
