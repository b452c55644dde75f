using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Wire;

/// <summary>RFC 9457's body for a path that is not there.</summary>
internal sealed record NotFoundProblem(string Title, int Status, string Detail, string Instance);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NotFoundProblem))]
internal sealed partial class WireProblems : JsonSerializerContext;
