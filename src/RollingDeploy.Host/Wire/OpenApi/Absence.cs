using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// A member that is not set is absent, never null: in no answer is there a null, and none is needed in a request. ASP.NET
/// describes whatever may be null in C# as null.
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
