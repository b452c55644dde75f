using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Describes the response headers that name the account and the region.</summary>
internal static class AnswerHeaders
{
    private static readonly (string Name, string Description)[] All =
    [
        (PartitionHeaders.Account, "The account that the response is about."),
        (PartitionHeaders.Region, "The region that the response is about."),
    ];

    /// <summary>
    /// Adds the headers to the success responses of all operations with a parameter <c>account</c>. Errors have the headers too.
    /// </summary>
    public static void Show(OpenApiDocument document)
    {
        foreach (var (name, description) in All)
        {
            document.AddComponent<IOpenApiHeader>(name, new OpenApiHeader
            { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values);
        foreach (var operation in operations.Where(each => each.Parameters?.Any(parameter => parameter.Name == "account") is true))
        {
            var done = operation.Responses!.First(response => response.Key.StartsWith('2')).Value;
            if (done is OpenApiResponse response)
            {
                response.Headers ??= new Dictionary<string, IOpenApiHeader>();
                foreach (var (name, _) in All)
                {
                    response.Headers[name] = new OpenApiHeaderReference(name, document);
                }
            }
        }
    }
}
