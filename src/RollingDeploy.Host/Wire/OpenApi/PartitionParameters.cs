using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary><c>?account=&amp;region=</c>, which every route that is not signed takes.</summary>
internal static class PartitionParameters
{
    /// <param name="standardAccount">The account where a call names none.</param>
    public static IList<IOpenApiParameter> All(string standardAccount) =>
    [
        Parameter("account", "Whose account: twelve digits.", standardAccount, "^[0-9]{12}$"),
        Parameter("region", "Which region.", Caller.DefaultRegion, null),
    ];

    /// <summary>The full description of a parameter that ASP.NET knows only by name; others as they are.</summary>
    public static IOpenApiParameter Describe(IOpenApiParameter parameter, string standardAccount) =>
        parameter.In == ParameterLocation.Query
            ? All(standardAccount).FirstOrDefault(known => known.Name == parameter.Name) ?? parameter
            : parameter;

    private static OpenApiParameter Parameter(string name, string description, string standard, string? pattern) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = standard, Pattern = pattern },
    };
}
