using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary><c>?account=&amp;region=</c>, which every route that is not signed takes.</summary>
internal static class PartitionParameters
{
    public static IList<IOpenApiParameter> All =>
    [
        Parameter("account", "Whose account: twelve digits.", "000000000000", "^[0-9]{12}$"),
        Parameter("region", "Which region.", "us-east-1", null),
    ];

    /// <summary>The full description of a parameter that ASP.NET knows only by name; others as they are.</summary>
    public static IOpenApiParameter Describe(IOpenApiParameter parameter) =>
        parameter.In == ParameterLocation.Query ? All.FirstOrDefault(known => known.Name == parameter.Name) ?? parameter : parameter;

    private static OpenApiParameter Parameter(string name, string description, string standard, string? pattern) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = standard, Pattern = pattern },
    };
}
