using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.OpenApi;

namespace RollingDeploy.Host.Control;

/// <summary>A body to begin with when a route is tried out; where there are several, each has a name.</summary>
internal sealed record BodyExample(string Json)
{
    public string? Name { get; init; }
}

/// <summary>What ASP.NET cannot know of our own routes when it describes them.</summary>
internal static class ControlOpenApi
{
    public static void DescribeControl(this OpenApiOptions options)
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Complete(schema, context);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var account = context.ApplicationServices.GetRequiredService<IOptions<WireOptions>>().Value.StandardAccount;
            Complete(operation, [.. context.Description.ActionDescriptor.EndpointMetadata.OfType<BodyExample>()], account);
            return Task.CompletedTask;
        });
    }

    private static void Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var constraints = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(ConstraintAttribute), true) ?? [];
        Keywords.Add(schema, constraints.Cast<ConstraintAttribute>());

        // Converters of our own hide from the generator that they write strings, and which.
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset) || type.IsEnum)
        {
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Enum = type.IsEnum ? [.. Words.Of(type).Select(word => (JsonNode)JsonValue.Create(word))] : null;
        }
    }

    private static void Complete(OpenApiOperation operation, BodyExample[] examples, string standardAccount)
    {
        if (operation.RequestBody is OpenApiRequestBody body)
        {
            // The generator takes the summary of the last bound property for the body's.
            body.Description = null;
            foreach (var media in body.Content?.Values ?? [])
            {
                Show(media, examples);
            }
        }

        if (operation.Parameters is { } parameters)
        {
            operation.Parameters = [.. parameters.Select(parameter => PartitionParameters.Describe(parameter, standardAccount))];
        }
    }

    // The standard has room for one example or for several with names, and not for both.
    private static void Show(OpenApiMediaType media, BodyExample[] examples)
    {
        media.Example = examples is [var only] ? JsonNode.Parse(only.Json) : null;
        media.Examples = examples.Length < 2 ? null : examples.ToDictionary(
            each => each.Name!, IOpenApiExample (each) => new OpenApiExample { Value = JsonNode.Parse(each.Json) });
    }
}
