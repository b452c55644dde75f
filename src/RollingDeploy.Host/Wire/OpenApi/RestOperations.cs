using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Describes operations of REST services, with members as parameters and headers, and the payload as the body.</summary>
internal sealed class RestOperations(OpenApiDocument document, XmlDocs docs, Service service, string standardAccount)
{
    // In OpenAPI, the media types of the request and response bodies stand for these headers.
    private static readonly string[] NotParameters = ["Content-Type", "Accept"];

    public OpenApiOperation Describe(Operation operation)
    {
        var plan = RestPlan.Of(operation.Input);
        return new OpenApiOperation
        {
            OperationId = $"{service.Id}.{operation.Name}",
            Summary = docs.Of(operation.Input.Type) ?? operation.Name,
            Tags = new HashSet<OpenApiTagReference> { new(service.Name, document) },
            Parameters =
            [
                .. plan.Labels.Select(property => Parameter(operation, property, property.Name, ParameterLocation.Path)),
                .. Headers(plan).Select(header => Parameter(operation, header.Property, header.Name, ParameterLocation.Header)),
                .. PartitionParameters.All(standardAccount),
            ],
            RequestBody = plan.Payload is null ? null : new OpenApiRequestBody { Content = Payload(), Required = true },
            Responses = new OpenApiResponses
            {
                [$"{operation.Route!.Status}"] = Answer(operation.Output!),
                ["4XX"] = Refusal("The request was refused, or the model returned an error. The body is an AWS error."),
                ["default"] = Refusal("The request failed with an AWS error."),
            },
        };
    }

    private static IEnumerable<(string Name, JsonPropertyInfo Property)> Headers(RestPlan plan) =>
        plan.Headers.Where(header => !NotParameters.Contains(header.Name));

    private OpenApiParameter Parameter(Operation operation, JsonPropertyInfo property, string name, ParameterLocation place)
    {
        var isRequired = Member(operation.Input, property).Own.Any(constraint => constraint is RequiredAttribute);
        return new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = isRequired,
            Description = docs.Of(operation.Input.Type, property.Name),
            Schema = Schema(operation.Input, property),
            Example = isRequired && service.Examples.TryGetValue(property.Name, out var example)
                ? JsonValue.Create(example)
                : null,
        };
    }

    private OpenApiResponse Answer(JsonTypeInfo output)
    {
        var plan = RestPlan.Of(output);
        return new OpenApiResponse
        {
            Description = docs.Of(output.Type) ?? "Done.",
            Headers = Headers(plan).ToDictionary(header => header.Name, IOpenApiHeader (header) => new OpenApiHeader
            {
                Description = docs.Of(output.Type, header.Property.Name),
                Schema = Schema(output, header.Property),
            }),
            Content = plan.Payload is null ? Json(output, plan)
                : Shapes.Of(plan.Payload).Kind == JsonTypeInfoKind.None ? Payload(isExample: false)
                : new Dictionary<string, OpenApiMediaType> { [EventStream.ContentType] = Bytes() },
        };
    }

    private static Dictionary<string, OpenApiMediaType> Json(JsonTypeInfo type, RestPlan plan) => new()
    {
        ["application/json"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties =
                    plan.Json.ToDictionary(property => property.Name, IOpenApiSchema (property) => Schema(type, property)),
            },
        },
    };

    private static OpenApiSchema Schema(JsonTypeInfo type, JsonPropertyInfo property)
    {
        var member = Member(type, property);
        var isInteger = Shapes.IsInteger(Shapes.Scalar(member.Type));
        var schema = new OpenApiSchema { Type = isInteger ? JsonSchemaType.Integer : JsonSchemaType.String };
        Keywords.Add(schema, member.Own);
        return schema;
    }

    private static MemberPlan Member(JsonTypeInfo type, JsonPropertyInfo property) =>
        Array.Find(TypePlan.Of(type).Members, each => each.WireName.Value == property.Name)!;

    // The caller and the model decide the format of a payload: any text, or bytes.
    private static Dictionary<string, OpenApiMediaType> Payload(bool isExample = true) => new(StringComparer.Ordinal)
    {
        ["text/csv"] = new()
        { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = isExample ? JsonValue.Create("1.0,2.0") : null },
        ["application/json"] = new() { Schema = new OpenApiSchema(), Example = isExample ? JsonNode.Parse("""{"inputs":"1.0"}""") : null },
        ["application/octet-stream"] = Bytes(),
    };

    private static OpenApiMediaType Bytes() => new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };

    private OpenApiResponse Refusal(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = ErrorSchema.In(document) } },
    };
}
