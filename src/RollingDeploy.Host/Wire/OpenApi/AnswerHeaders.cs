using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>The headers by which an answer says whose world it is about.</summary>
internal static class AnswerHeaders
{
    private static readonly (string Name, string Description)[] All =
    [
        (PartitionHeaders.Account, "The account that the answer is about."),
        (PartitionHeaders.Region, "The region that it is about."),
    ];

    /// <summary>Adds them to what succeeds of all operations that take <c>?account=</c>; refusals have them too.</summary>
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
