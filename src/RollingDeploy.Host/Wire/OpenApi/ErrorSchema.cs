using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>The schema of AWS errors in JSON.</summary>
internal static class ErrorSchema
{
    private const string Id = "AwsError";

    public static OpenApiSchemaReference In(OpenApiDocument document)
    {
        if (document.Components?.Schemas?.ContainsKey(Id) != true)
        {
            document.AddComponent(Id, new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "An error as AWS's JSON protocols send it.",
                Required = new HashSet<string> { "__type" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["__type"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Description = "The name of the error. Some services put a namespace and a # before it.",
                    },
                    ["message"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["Message"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Description = "The same as message. SageMaker Runtime uses this name.",
                    },
                },
            });
        }

        return new OpenApiSchemaReference(Id, document);
    }
}
