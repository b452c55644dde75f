using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RollingDeploy.Host.Servers;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// The response format of endpoints with an ExplainerConfig (developer guide, "Clarify online explainability, Invoke the
/// endpoint"). No record is explained, so the explanations are empty, as on AWS.
/// </summary>
internal static class Explainer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ModelAnswer Wrap(ModelAnswer answer)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            json.WriteStartObject("predictions");
            json.WriteString("content_type", answer.ContentType);
            json.WriteString("data", Encoding.UTF8.GetString(answer.Body));
            json.WriteEndObject();
            json.WriteStartObject("explanations");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return answer with { Body = body.ToArray(), ContentType = "application/json" };
    }
}
