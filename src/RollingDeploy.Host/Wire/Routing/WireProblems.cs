using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Wire.Routing;

/// <summary>The problem details (RFC 9457) for a path without a route.</summary>
internal sealed record NotFoundProblem(string Title, int Status, string Detail, string Instance);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NotFoundProblem))]
internal sealed partial class WireProblems : JsonSerializerContext;
