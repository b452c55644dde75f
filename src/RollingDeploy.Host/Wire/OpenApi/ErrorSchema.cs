using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>The body of every AWS error in JSON.</summary>
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
                        Description = "The error's name; for some services with a namespace before a #.",
                    },
                    ["message"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["Message"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Description = "The same, as SageMaker Runtime spells it.",
                    },
                },
            });
        }

        return new OpenApiSchemaReference(Id, document);
    }
}
