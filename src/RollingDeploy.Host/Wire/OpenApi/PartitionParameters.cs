using Microsoft.OpenApi;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Describes the parameters <c>?account=&amp;region=</c> of every route that needs no signature.</summary>
internal static class PartitionParameters
{
    /// <param name="standardAccount">The account of calls that name none.</param>
    public static IList<IOpenApiParameter> All(string standardAccount) =>
    [
        Parameter("account", "The account ID: twelve digits.", standardAccount, "^[0-9]{12}$"),
        Parameter("region", "The region.", PartitionNames.DefaultRegion, null),
    ];

    /// <summary>Returns the full description of <c>account</c> and <c>region</c>, and any other parameter unchanged.</summary>
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
