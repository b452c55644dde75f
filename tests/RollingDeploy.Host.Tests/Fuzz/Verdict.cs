using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>Whether an answer is one that AWS could have given.</summary>
internal static partial class Verdict
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Of(Answer answer) =>
        answer.Status is not (200 or (>= 400 and < 500)) ? $"status {answer.Status}: {answer.Text}"
        : Leak().IsMatch(answer.Text) ? $"tells of the inside: {answer.Text}"
        : answer.ContentType == "text/xml" ? OfXml(answer)
        : answer.ContentType is "application/x-amz-json-1.0" or "application/x-amz-json-1.1" or "application/json" or "application/cbor" ? OfJson(answer)
        : answer is { Status: 200, ContentType: null, Text: "" } ? null
        : $"content type {answer.ContentType}";

    private static string? OfJson(Answer answer)
    {
        if (answer is { Status: 200, Text: "" })
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(answer.Text);
            return json.RootElement.ValueKind != JsonValueKind.Object ? $"not a JSON object: {answer.Text}"
                : answer.Status == 200 ? null
                : OfError(json.RootElement);
        }
        catch (JsonException)
        {
            return $"not JSON: {answer.Text}";
        }
    }

    private static string? OfError(JsonElement error) =>
        !error.TryGetProperty("__type", out var type) || !Code().IsMatch(type.GetString() ?? "") ? $"no error type: {error}"
        : error.TryGetProperty("message", out var message) && string.IsNullOrWhiteSpace(message.GetString()) ? $"an empty message: {error}"
        : null;

    private static string? OfXml(Answer answer)
    {
        try
        {
            var root = XDocument.Parse(answer.Text).Root!;
            var code = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "Code")?.Value ?? "";
            var isError = root.Name.LocalName == "ErrorResponse" && Code().IsMatch(code);
            return answer.Status == 200 || isError ? null : $"no error code: {answer.Text}";
        }
        catch (XmlException)
        {
            return $"not XML: {answer.Text}";
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.#]*\z")]
    private static partial Regex Code();

    // A body of ours holds none of these but "$type": those are told apart by the quote in front.
    [GeneratedRegex(
        @"(?<!"")\bSystem\.(?!String"")[A-Z]|RollingDeploy\.(Core|Host)|Microsoft\.|\n\s+at |Int32|Int64|Nullable`|<html",
        RegexOptions.IgnoreCase)]
    private static partial Regex Leak();
}
