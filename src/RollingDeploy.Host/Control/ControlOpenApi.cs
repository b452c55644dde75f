using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.OpenApi;

namespace RollingDeploy.Host.Control;

/// <summary>An example request body. If a route has several examples, each of them has a name.</summary>
internal sealed record BodyExample(string Json)
{
    public string? Name { get; init; }
}

/// <summary>Adds to the OpenAPI description of our own routes what ASP.NET cannot find out itself.</summary>
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
            Complete(operation, [.. context.Description.ActionDescriptor.EndpointMetadata.OfType<BodyExample>()]);
            operation.Parameters = [.. operation.Parameters?.Select(parameter =>
                WithExample(PartitionParameters.Describe(parameter, account), context.Description.RelativePath ?? "")) ?? []];
            Complete(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryParameters>().FirstOrDefault());
            return Task.CompletedTask;
        });
    }

    private static void Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        Keywords.Add(schema, ConstraintsOf(context.JsonPropertyInfo));
        Require(schema, context.JsonTypeInfo);

        // The generator cannot see that our own converters write strings, and which strings they write.
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset) || type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = type.IsEnum ? [.. Words.Of(type).Select(word => (JsonNode)JsonValue.Create(word))] : null;
        }

        // Problem details may have additional members. Our own one is "field".
        if (type == typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))
        {
            schema.Description = "The error: what is wrong and how to correct it (RFC 9457).";
            schema.AdditionalPropertiesAllowed = true;
            schema.Properties!["field"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "The member of the request that is wrong. It is absent if no single member is wrong.",
            };
        }
    }

    // The generator takes each parameter of a record's constructor as required. A member that may be null is not required.
    private static void Require(OpenApiSchema schema, JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        schema.Required?.ExceptWith(type.Properties.Where(property => property.IsGetNullable).Select(property => property.Name));
        foreach (var property in type.Properties.Where(
            property => ConstraintsOf(property).Any(constraint => constraint is RequiredAttribute)))
        {
            (schema.Required ??= new HashSet<string>()).Add(property.Name);
        }
    }

    private static IEnumerable<ConstraintAttribute> ConstraintsOf(JsonPropertyInfo? property) =>
        (property?.AttributeProvider?.GetCustomAttributes(typeof(ConstraintAttribute), true) ?? []).Cast<ConstraintAttribute>();

    private static void Complete(OpenApiOperation operation, BodyExample[] examples)
    {
        if (operation.RequestBody is OpenApiRequestBody body)
        {
            // The generator uses the summary of the last bound property as the description of the body.
            body.Description = null;
            foreach (var media in body.Content?.Values ?? [])
            {
                Show(media, examples);
            }
        }
    }

    private static void Complete(OpenApiOperation operation, QueryParameters? own)
    {
        operation.Parameters = [.. own?.All ?? [], .. operation.Parameters ?? []];
        foreach (var (_, response) in operation.Responses ?? [])
        {
            // The generator describes all content types alike. A stream is text.
            if (response.Content?.TryGetValue("text/event-stream", out var stream) is true)
            {
                stream.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Server-sent events. The data of each message is a JSON object." };
                stream.Example = JsonValue.Create("id: 1-17\nevent: statusChanged\ndata: {\"epoch\":1,\"sequence\":17,\"time\":\"2030-01-01T00:00:05Z\",\"region\":\"us-east-1\",\"subject\":{\"type\":\"endpoint\",\"name\":\"demo\"},\"kind\":\"statusChanged\",\"sentence\":\"The status has changed from Creating to InService.\",\"data\":{\"from\":\"Creating\",\"to\":\"InService\"}}\n\n");
            }
        }
    }

    // OpenAPI allows either one example or several examples with names.
    private static void Show(OpenApiMediaType media, BodyExample[] examples)
    {
        media.Example = examples is [var only] ? JsonNode.Parse(only.Json) : null;
        media.Examples = examples.Length < 2 ? null : examples.ToDictionary(
            each => each.Name!, IOpenApiExample (each) => new OpenApiExample { Value = JsonNode.Parse(each.Json) });
    }

    // The same names as in the other examples, so that the examples work together.
    private static IOpenApiParameter WithExample(IOpenApiParameter parameter, string path)
    {
        if (parameter is OpenApiParameter { In: ParameterLocation.Path } own)
        {
            own.Example = parameter.Name switch
            {
                "instanceType" => "ml.m5.large",
                "id" when path.Contains("/faults/", StringComparison.Ordinal) => "fault-000001",
                "id" when path.Contains("/inference-components/", StringComparison.Ordinal) => "d-000003",
                "id" when path.Contains("/invocations/", StringComparison.Ordinal) => "question-1",
                "id" => "d-000002",
                "name" when path.Contains("/models/", StringComparison.Ordinal) => "model",
                "name" when path.Contains("/inference-components/", StringComparison.Ordinal) => "component",
                "name" => "demo",
                _ => null,
            };
        }

        return parameter;
    }
}
