using System.Text.Json;
using System.Text.Json.Serialization;
using RollingDeploy.Core.Previews;

namespace RollingDeploy.Host.Control;

/// <summary>
/// The body of a plan, for its description: the members of UpdateEndpoint, with AWS's names. They are read as those of
/// UpdateEndpoint, so that they are refused in the same words.
/// </summary>
internal sealed record PlannedUpdate
{
    /// <summary>The endpoint. It is not needed with <c>fleet</c>.</summary>
    [JsonPropertyName("EndpointName")]
    public string? EndpointName { get; init; }

    /// <summary>The new endpoint configuration. It is not needed with <c>fleet</c>.</summary>
    [JsonPropertyName("EndpointConfigName")]
    public string? EndpointConfigName { get; init; }

    /// <summary>The deployment configuration, as in UpdateEndpoint.</summary>
    [JsonPropertyName("DeploymentConfig")]
    public JsonElement? DeploymentConfig { get; init; }

    /// <summary>Whether to use the last deployment configuration again.</summary>
    [JsonPropertyName("RetainDeploymentConfig")]
    public bool? RetainDeploymentConfig { get; init; }

    /// <summary>Whether to keep the current instance counts and weights.</summary>
    [JsonPropertyName("RetainAllVariantProperties")]
    public bool? RetainAllVariantProperties { get; init; }

    /// <summary>The properties that are not kept, as in UpdateEndpoint.</summary>
    [JsonPropertyName("ExcludeRetainedVariantProperties")]
    public JsonElement? ExcludeRetainedVariantProperties { get; init; }

    /// <summary>A fleet that does not exist yet, in place of an endpoint.</summary>
    public PlannedFleet? Fleet { get; init; }
}

/// <summary>A fleet that does not exist yet.</summary>
/// <param name="InstanceType">The instance type, such as <c>ml.m5.xlarge</c>.</param>
/// <param name="Instances">The number of instances before the update.</param>
/// <param name="NewInstances">The number of instances after the update. The default is the same number.</param>
internal sealed record PlannedFleet(string InstanceType, int Instances, int? NewInstances = null)
{
    private const int Most = 1000;

    public FleetSketch ToSketch() => new(
        InstanceType is { Length: > 0 } ? InstanceType : throw ProblemException.Bad("fleet.instanceType", "fleet.instanceType is missing."),
        Count("instances", Instances),
        Count("newInstances", NewInstances ?? Instances));

    private static int Count(string name, int count) => count is > 0 and <= Most
        ? count
        : throw ProblemException.Bad($"fleet.{name}", $"fleet.{name} is {count}; use a whole number from 1 to {Most}.");
}
