using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Control;

/// <summary>How our own routes read and write JSON.</summary>
internal static class ControlSerializer
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, ControlJson.Default);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new UtcConverter());
        options.Converters.Add(Words<Hosting.ClockMode>());
        options.Converters.Add(Words<Core.Fleets.FaultKind>());
        options.Converters.Add(Words<Core.Fleets.FleetSide>());
        options.Converters.Add(Words<Core.Deployments.DeploymentPolicy>());
        options.Converters.Add(Words<Core.Deployments.DeploymentStatus>());
        options.Converters.Add(Words<Core.Deployments.DeploymentTrigger>());

        // AWS's own word, in AWS's own case.
        options.Converters.Add(new JsonStringEnumConverter<Core.Endpoints.EndpointStatus>(namingPolicy: null, allowIntegerValues: false));
    }

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
}
