using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// Removes null from all types. A member without a value is absent: responses have no null, and requests need none. ASP.NET
/// describes every type that is nullable in C# as nullable in JSON.
/// </summary>
internal static class Absence
{
    public static void NeverNull(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            schema.Type &= ~JsonSchemaType.Null;
            foreach (var (name, property) in schema.Properties?.ToList() ?? [])
            {
                schema.Properties![name] = NeverNull(property);
            }
        }
    }

    private static IOpenApiSchema NeverNull(IOpenApiSchema property)
    {
        if (property.OneOf?.Where(each => each.Type != JsonSchemaType.Null).ToList() is [var only])
        {
            return only;
        }

        if (property is OpenApiSchema own)
        {
            own.Type &= ~JsonSchemaType.Null;
        }

        return property;
    }
}
