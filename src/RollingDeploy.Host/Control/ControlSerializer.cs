using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Control;

/// <summary>How our own routes read and write JSON.</summary>
internal static class ControlSerializer
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, ControlJson.Default);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new UtcConverter());
        options.Converters.Add(new JsonStringEnumConverter<Hosting.ClockMode>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<Core.Fleets.FaultKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<Core.Fleets.FleetSide>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<Core.Deployments.DeploymentPolicy>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<Core.Deployments.DeploymentStatus>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<Core.Deployments.DeploymentTrigger>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));

        // AWS's own word, in AWS's own case.
        options.Converters.Add(new JsonStringEnumConverter<Core.Endpoints.EndpointStatus>(namingPolicy: null, allowIntegerValues: false));
    }
}
