using System.Text.Json.Nodes;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// Adds real responses as examples. A test records them in <c>story.json</c>, by operation and status. They are added to the JSON
/// of the document, because the writer of the document leaves out empty values, which real responses have.
/// </summary>
internal static class RecordedAnswers
{
    private const string Resource = "RollingDeploy.Host.Wire.OpenApi.story.json";

    /// <summary>Adds an example to every response of the document for which one was recorded.</summary>
    public static void Show(JsonNode document, string standardAccount)
    {
        var story = Read(standardAccount);
        foreach (var operation in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(each => each.Value!))
        {
            foreach (var (status, response) in operation["responses"]!.AsObject())
            {
                if (story[operation["operationId"]!.GetValue<string>()]?[status] is { } answer
                    && response!["content"]?.AsObject().FirstOrDefault().Value is { } media)
                {
                    media["example"] = answer.DeepClone();
                }
            }
        }
    }

    private static JsonNode Read(string standardAccount)
    {
        using var stream = typeof(RecordedAnswers).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return JsonNode.Parse(
            reader.ReadToEnd().Replace(PartitionNames.StandardAccount, standardAccount, StringComparison.Ordinal))!;
    }
}
