using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Describes AWS's records as components of an OpenAPI document. Their names are <c>Service.Record</c>.</summary>
internal sealed class RecordSchemas(OpenApiDocument document, XmlDocs docs, string service)
{
    private const string EpochSeconds = "The number of seconds since 1970-01-01T00:00:00Z.";

    /// <summary>Returns the schema of a type. The schema of a record is a reference to its component.</summary>
    public IOpenApiSchema Of(JsonTypeInfo type) => Of(type, null);

    private IOpenApiSchema Of(JsonTypeInfo type, MemberPlan? member) => type.Kind switch
    {
        JsonTypeInfoKind.Object => Reference(type),
        JsonTypeInfoKind.Enumerable => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = Part(Shapes.Element(type), member?.Items),
        },
        JsonTypeInfoKind.Dictionary => new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = Part(Shapes.Element(type), member?.Values),
        },
        _ => Scalar(Shapes.Scalar(type)),
    };

    private OpenApiSchemaReference Reference(JsonTypeInfo type)
    {
        var id = $"{service}.{type.Type.Name}";
        if (document.Components?.Schemas?.ContainsKey(id) != true)
        {
            // The component is added before its members are described, because a record may contain itself.
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = docs.Of(type.Type) };
            document.AddComponent(id, schema);
            Fill(schema, type);
        }

        return new OpenApiSchemaReference(id, document);
    }

    private void Fill(OpenApiSchema schema, JsonTypeInfo type)
    {
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        schema.Required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (property, member) in type.Properties.Zip(TypePlan.Of(type).Members))
        {
            var described = Of(member.Type, member);
            described.Description = docs.Of(type.Type, property.Name) ?? described.Description;
            if (described is OpenApiSchema own)
            {
                Keywords.Add(own, member.Own);
            }

            schema.Properties.Add(property.Name, described);
            if (member.Own.Any(constraint => constraint is RequiredAttribute))
            {
                schema.Required.Add(property.Name);
            }
        }
    }

    private IOpenApiSchema Part(JsonTypeInfo type, ConstraintAttribute[]? constraints)
    {
        var schema = Of(type, null);
        if (schema is OpenApiSchema own)
        {
            Keywords.Add(own, constraints ?? []);
        }

        return schema;
    }

    private static OpenApiSchema Scalar(Type type) =>
        type == typeof(bool) ? new() { Type = JsonSchemaType.Boolean }
        : type == typeof(int) ? new() { Type = JsonSchemaType.Integer, Format = "int32" }
        : type == typeof(long) ? new() { Type = JsonSchemaType.Integer, Format = "int64" }
        : Shapes.IsFraction(type) ? new() { Type = JsonSchemaType.Number, Format = type == typeof(float) ? "float" : "double" }
        : type == typeof(DateTimeOffset) ? new() { Type = JsonSchemaType.Number, Description = EpochSeconds }
        : type == typeof(string) ? new() { Type = JsonSchemaType.String }
        : type == typeof(byte[]) ? new() { Type = JsonSchemaType.String, Format = "byte" }
        : new();
}
