using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control;

/// <summary>Configures how our own routes read and write JSON.</summary>
internal static class ControlSerializer
{
    private static readonly JsonSerializerOptions Options = Create();

    /// <summary>Reads a value that is a part of a body.</summary>
    /// <exception cref="BadHttpRequestException">It does not fit.</exception>
    public static T Read<T>(JsonNode value)
    {
        try
        {
            return value.Deserialize((JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T))) ?? throw new BadHttpRequestException("");
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("", error);
        }
    }

    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, ControlJson.Default);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new UtcConverter());
        options.Converters.Add(new WordConverter<Core.Kernel.ClockMode>());
        options.Converters.Add(new WordConverter<Core.Kernel.StopAt>());
        options.Converters.Add(new WordConverter<Core.Alarms.AlarmState>());
        options.Converters.Add(new WordConverter<Core.Alarms.MissingData>());
        options.Converters.Add(new WordConverter<Core.Faults.FaultKind>());
        options.Converters.Add(new WordConverter<Core.Fleets.FleetSide>());
        options.Converters.Add(new WordConverter<Core.Fleets.InstanceState>());
        options.Converters.Add(new WordConverter<Core.AsyncInference.AsyncRequestState>());
        options.Converters.Add(new WordConverter<Core.Arming.ArmedState>());
        options.Converters.Add(new WordConverter<Core.Containers.PingAnswer>());
        options.Converters.Add(new WordConverter<Core.Containers.ResponseKind>());
        options.Converters.Add(new WordConverter<Core.Traffic.TrafficShape>());
        options.Converters.Add(new WordConverter<Core.Plans.DeploymentPolicy>());
        options.Converters.Add(new WordConverter<Core.Plans.StepKind>());
        options.Converters.Add(new WordConverter<Core.Deployments.DeploymentStatus>());
        options.Converters.Add(new WordConverter<Core.Deployments.DeploymentTrigger>());
        options.Converters.Add(new WordConverter<Core.Endpoints.EndpointStatus>());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        return options;
    }
}
