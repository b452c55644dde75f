using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;

namespace RollingDeploy.Host.CommandLine.Calls;

/// <summary>Reads and writes the documents of our routes.</summary>
internal static class Documents
{
    private static readonly JsonSerializerOptions Options = Create();
    private static readonly JsonWriterOptions OnOneLine =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
    private static readonly JsonWriterOptions Indented = OnOneLine with { Indented = true };

    public static T Read<T>(string json) => JsonSerializer.Deserialize(json, Of<T>())
        ?? throw new JsonException("The server has answered null.");

    public static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Of<T>());

    /// <summary>
    /// Writes a document anew, for people and programs. Characters that a terminal could run are escaped, so that what a text of
    /// the document contains is only shown.
    /// </summary>
    public static string Print(string json, bool isOnOneLine = false)
    {
        using var document = JsonDocument.Parse(json);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, isOnOneLine ? OnOneLine : Indented))
        {
            document.WriteTo(writer);
        }

        // Outside of texts, JSON has no characters that are not printable but line breaks.
        return string.Join('\n', Encoding.UTF8.GetString(buffer.ToArray()).Split('\n').Select(Printable.Of));
    }

    private static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        ControlSerializer.Configure(options);

        // A later server can have members that this command does not know.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        return options;
    }
}
