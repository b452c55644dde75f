using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace RollingDeploy.Host.Tests.Wire.Fakes;

/// <summary>A response, read to its end.</summary>
public sealed record Answer(int Status, string? ContentType, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Text)!;

    public XElement Xml => XElement.Parse(Text, LoadOptions.PreserveWhitespace);

    /// <summary>The text of the first XML element of this name, whatever its namespace; null when there is none.</summary>
    public string? Element(string name) =>
        Xml.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<Answer> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.ToString(),
        await response.Content.ReadAsByteArrayAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key,
            header => string.Join(",", header.Value),
            StringComparer.OrdinalIgnoreCase));
}
