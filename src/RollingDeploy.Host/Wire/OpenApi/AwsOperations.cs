using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Adds the JSON route of every AWS operation to the document. ASP.NET describes the other routes itself.</summary>
internal sealed class AwsOperations(EndpointDataSource endpoints, IOptions<WireOptions> options) : IOpenApiDocumentTransformer
{
    private const string OwnTag = "RollingDeploy";

    private readonly XmlDocs _docs = new();

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken)
    {
        // "Try it out" must call the address that the page was loaded from, also behind a proxy or in a container.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Info.Title = "RollingDeploy";
        document.Info.Version = Hosting.ProductVersion.Text;
        document.Info.Description = Introduction.Text;
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = OwnTag, Description = "What tests need and AWS does not have: virtual time, faults, model behavior and journals." },
        };
        foreach (var service in endpoints.Endpoints.SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<Service>())
            .Distinct())
        {
            document.Tags.Add(new OpenApiTag { Name = service.Name, Description = service.Description });
            foreach (var operation in service.Operations.OrderBy(operation => operation.Name, StringComparer.Ordinal))
            {
                document.Paths.Add(
                    operation.Route?.Template ?? $"/{service.Route}/{operation.Name}",
                    new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = Describe(document, service, operation) } });
            }
        }

        OperationIds.Complete(document);
        Absence.NeverNull(document);
        AnswerHeaders.Show(document);
        return Task.CompletedTask;
    }

    private OpenApiOperation Describe(OpenApiDocument document, Service service, Operation operation)
    {
        var schemas = new RecordSchemas(document, _docs, service.Id);
        var account = options.Value.StandardAccount;
        return operation.Route is not null
            ? new RestOperations(document, _docs, service, account).Describe(operation)
            : new OpenApiOperation
            {
                OperationId = $"{service.Id}.{operation.Name}",
                Summary = _docs.Of(operation.Input.Type) ?? operation.Name,
                Tags = new HashSet<OpenApiTagReference> { new(service.Name, document) },
                Parameters = PartitionParameters.All(account),
                RequestBody = new OpenApiRequestBody
                {
                    Content = RequestExamples.Of(service, operation, account).In(schemas.Of(operation.Input)),
                    Required = true,
                },
                Responses = new OpenApiResponses
                {
                    ["200"] = operation.Output is { } output
                        ? Response("The operation succeeded.", schemas.Of(output))
                        : new OpenApiResponse { Description = "The operation succeeded. The body is empty." },
                    ["4XX"] = Response("The request was refused with an AWS error.", ErrorSchema.In(document)),
                    ["default"] = Response("The request failed with an AWS error.", ErrorSchema.In(document)),
                },
            };
    }

    private static OpenApiResponse Response(string description, IOpenApiSchema schema) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
    };
}
