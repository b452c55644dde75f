using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// Shows real answers as examples: those of one story, which a test plays and records in <c>story.json</c> by operation and
/// status. They are put into the document's JSON, because its writer leaves out whatever is empty in an example, and real answers
/// have that.
/// </summary>
internal static class RecordedAnswers
{
    private const string Resource = "RollingDeploy.Host.Wire.OpenApi.story.json";

    /// <summary>Gives every answer of the document its example, where one was recorded.</summary>
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
        return JsonNode.Parse(reader.ReadToEnd().Replace(Caller.StandardAccount, standardAccount, StringComparison.Ordinal))!;
    }
}
