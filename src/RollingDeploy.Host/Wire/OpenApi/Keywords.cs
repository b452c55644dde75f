using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Converts constraints to keywords of JSON Schema.</summary>
internal static class Keywords
{
    public static void Add(OpenApiSchema schema, IEnumerable<ConstraintAttribute> constraints)
    {
        foreach (var constraint in constraints)
        {
            Add(schema, constraint);
        }
    }

    private static void Add(OpenApiSchema schema, ConstraintAttribute constraint)
    {
        switch (constraint)
        {
            case LengthAttribute length:
                Add(schema, length.Min == 0 ? null : length.Min, length.Max == int.MaxValue ? null : length.Max);
                break;
            case RangeAttribute range:
                schema.Minimum = Number(range.Min);
                schema.Maximum = Number(range.Max);
                break;
            case PatternAttribute pattern:
                schema.Pattern = EcmaPattern.Whole(pattern.Pattern);
                break;
            case OpenEnumerationAttribute open:
                schema.Pattern = EcmaPattern.Whole(open.Pattern);
                break;
            case OneOfAttribute names:
                schema.Enum = [.. names.Values.Select(name => (JsonNode)JsonValue.Create(name))];
                break;
            default:
                break;
        }
    }

    private static void Add(OpenApiSchema schema, int? min, int? max)
    {
        switch (schema.Type)
        {
            case JsonSchemaType.Array:
                (schema.MinItems, schema.MaxItems) = (min, max);
                break;
            case JsonSchemaType.Object:
                (schema.MinProperties, schema.MaxProperties) = (min, max);
                break;
            default:
                (schema.MinLength, schema.MaxLength) = (min, max);
                break;
        }
    }

    private static string? Number(double value) =>
        double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : null;
}
