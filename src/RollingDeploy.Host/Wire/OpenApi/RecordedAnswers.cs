using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// Shows real answers as examples: those of one story, which a test plays and records in <c>story.json</c> by operation and status.
/// </summary>
internal static class RecordedAnswers
{
    private const string Resource = "RollingDeploy.Host.Wire.OpenApi.story.json";

    /// <summary>Gives every answer of the document its example, where one was recorded.</summary>
    public static void Show(OpenApiDocument document, string standardAccount)
    {
        var story = Read(standardAccount);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            foreach (var (status, response) in operation.Responses!)
            {
                if (story[operation.OperationId!]?[status] is { } answer && response.Content?.Values.FirstOrDefault() is { } media)
                {
                    media.Example = answer.DeepClone();
                }
            }
        }
    }

    private static JsonNode Read(string standardAccount)
    {
        using var stream = typeof(RecordedAnswers).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return JsonNode.Parse(reader.ReadToEnd().Replace(Caller.StandardAccount, standardAccount, StringComparison.Ordinal))!;
    }
}
