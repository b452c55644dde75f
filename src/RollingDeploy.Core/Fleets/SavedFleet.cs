using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Fleets;

/// <summary>A fleet, in a snapshot.</summary>
/// <param name="ConfigName">The endpoint configuration.</param>
/// <param name="Document">The index of the document of the configuration among the texts.</param>
/// <param name="CreatedAt">When the deployment began.</param>
/// <param name="Variants">The variants.</param>
/// <param name="Own">The number of variants of its own configuration, which are first; null if all are.</param>
/// <param name="LaunchFailure">Why a launch failed; null if none failed in this deployment.</param>
/// <param name="Absorbed">The fleet that was merged into it; null if there is none.</param>
internal sealed record SavedFleet(
    string ConfigName,
    int Document,
    DateTimeOffset CreatedAt,
    ImmutableArray<SavedVariant> Variants,
    int? Own = null,
    string? LaunchFailure = null,
    SavedFleet? Absorbed = null);

/// <summary>The instances of a variant, in a snapshot.</summary>
/// <param name="Spec">The index of the specification among those of the snapshot.</param>
/// <param name="Desired">The desired number of instances.</param>
/// <param name="Weight">The weight.</param>
/// <param name="Instances">The instances.</param>
/// <param name="DesiredWeight">The weight after the running change; null if it is the weight.</param>
/// <param name="FullSize">The number of instances for the full traffic; null for the desired number.</param>
/// <param name="Serverless">The concurrency of a serverless variant.</param>
/// <param name="DesiredServerless">The concurrency after the running change.</param>
/// <param name="ActiveTarget">The number of instances that should get traffic.</param>
/// <param name="Strength">The number of instances to maintain while no deployment runs.</param>
/// <param name="Launches">The number of launches since the start of the last deployment.</param>
/// <param name="ReleaseAt">When managed instance scaling next checks for instances without copies.</param>
/// <param name="ServesSince">When the first instance of this configuration came into service.</param>
/// <param name="Changes">The changes of instances that are not in the log yet; null if there are none.</param>
internal sealed record SavedVariant(
    int Spec,
    int Desired,
    float Weight,
    ImmutableArray<SavedInstance> Instances,
    float? DesiredWeight = null,
    int? FullSize = null,
    ServerlessCapacity? Serverless = null,
    ServerlessCapacity? DesiredServerless = null,
    int ActiveTarget = 0,
    int Strength = 0,
    int Launches = 0,
    DateTimeOffset? ReleaseAt = null,
    DateTimeOffset? ServesSince = null,
    ImmutableArray<SavedChange>? Changes = null);

/// <summary>An instance or a copy, in a snapshot. Without a specification of its own, it has that of its variant.</summary>
internal sealed record SavedInstance(
    string Id,
    DateTimeOffset Due,
    InstanceState State = InstanceState.Provisioning,
    bool HasServed = false,
    string? Failure = null,
    bool Stands = true,
    DateTimeOffset? PingDeadline = null,
    bool AwaitsPing = false,
    int Number = 0,
    int? Spec = null);

/// <summary>A change of an instance, in a snapshot.</summary>
internal sealed record SavedChange(InstanceChange Change, string Id);

/// <summary>The JSON metadata of the state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SavedFleet))]
[JsonSerializable(typeof(VariantSpec))]
internal sealed partial class FleetsJson : JsonSerializerContext;
