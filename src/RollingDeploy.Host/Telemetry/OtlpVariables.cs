using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Telemetry;

/// <summary>
/// OpenTelemetry's variables that say where metrics are sent to. Its library ignores values that it does not understand, so they
/// are checked here. See https://opentelemetry.io/docs/specs/otel/protocol/exporter/.
/// </summary>
internal static class OtlpVariables
{
    private const string Common = "OTEL_EXPORTER_OTLP_";

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>Returns whether metrics are sent.</summary>
    /// <exception cref="StartUpException">A value is not valid.</exception>
    public static bool HaveReceiver(IConfiguration configuration)
    {
        var addresses = Values(configuration, "ENDPOINT").ToList();
        foreach (var (name, value) in addresses)
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                throw new StartUpException($"{name} is {value}; it must be a URL such as http://localhost:4317.");
            }
        }

        foreach (var (name, value) in Values(configuration, "PROTOCOL"))
        {
            if (!Protocols.Contains(value))
            {
                throw new StartUpException($"{name} is {value}; it must be grpc or http/protobuf.");
            }
        }

        return addresses.Count > 0;
    }

    // Each variable has a name for all signals, and one for metrics alone.
    private static IEnumerable<(string Name, string Value)> Values(IConfiguration configuration, string name) =>
        from full in new[] { $"{Common}METRICS_{name}", Common + name }
        let value = configuration[full]
        where !string.IsNullOrEmpty(value)
        select (full, value);
}
