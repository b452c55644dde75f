using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Describes operations of REST services: members as parameters, and the payload as the body.</summary>
internal sealed class RestOperations(OpenApiDocument document, XmlDocs docs, Service service, string standardAccount)
{
    // OpenAPI says these by the body's and the answer's media types.
    private static readonly string[] NotParameters = ["Content-Type", "Accept"];

    public OpenApiOperation Describe(Operation operation)
    {
        var plan = RestPlan.Of(operation.Input);
        var headers = plan.Headers.Where(header => !NotParameters.Contains(header.Name));
        return new OpenApiOperation
        {
            OperationId = $"{service.Name.Replace(" ", "", StringComparison.Ordinal)}.{operation.Name}",
            Summary = docs.Of(operation.Input.Type) ?? operation.Name,
            Tags = new HashSet<OpenApiTagReference> { new(service.Name, document) },
            Parameters =
            [
                .. plan.Labels.Select(property => Parameter(operation, property, property.Name, ParameterLocation.Path)),
                .. headers.Select(header => Parameter(operation, header.Property, header.Name, ParameterLocation.Header)),
                .. PartitionParameters.All(standardAccount),
            ],
            RequestBody = plan.Payload is null ? null : new OpenApiRequestBody { Content = Payload(), Required = true },
            Responses = new OpenApiResponses
            {
                [$"{operation.Route!.Status}"] = new OpenApiResponse { Description = docs.Of(operation.Output!.Type) ?? "Done." },
                ["default"] = new OpenApiResponse
                {
                    Description = "Refused, or the model answered an error: AWS's error.",
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = ErrorSchema.In(document) } },
                },
            },
        };
    }

    private OpenApiParameter Parameter(Operation operation, JsonPropertyInfo property, string name, ParameterLocation place)
    {
        var member = TypePlan.Of(operation.Input).Members.First(each => each.WireName.Value == property.Name);
        var isInteger = Shapes.IsInteger(Shapes.Scalar(member.Type));
        var schema = new OpenApiSchema { Type = isInteger ? JsonSchemaType.Integer : JsonSchemaType.String };
        Keywords.Add(schema, member.Own.Where(constraint => constraint is not PatternAttribute));
        var isRequired = member.Own.Any(constraint => constraint is RequiredAttribute);
        return new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = isRequired,
            Description = docs.Of(operation.Input.Type, property.Name),
            Schema = schema,
            Example = isRequired && service.Examples.TryGetValue(property.Name, out var example) ? JsonValue.Create(example) : null,
        };
    }

    private static Dictionary<string, OpenApiMediaType> Payload() => new(StringComparer.Ordinal)
    {
        ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = JsonValue.Create("1.0,2.0") },
        ["application/json"] = new() { Schema = new OpenApiSchema(), Example = JsonNode.Parse("""{"inputs":"1.0"}""") },
        ["application/octet-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
    };
}
