using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Webhooks.Sns;

/// <summary>What AWS publishes to a topic.</summary>
/// <param name="Subject">The subject; null for none.</param>
/// <param name="Message">The message, which SNS sends as a text.</param>
internal readonly record struct Notice(string? Subject, JsonObject Message);

/// <summary>
/// The JSON in which SNS sends a notification. It has no signature that can be checked, so <c>Signature</c> says that it is
/// unsigned.
/// </summary>
internal static class Envelope
{
    public const string Type = "Notification";
    private const string Unsigned = "UNSIGNED";

    public static byte[] Write(string topic, Guid id, DateTimeOffset at, Notice notice)
    {
        var json = new JsonObject { ["Type"] = Type, ["MessageId"] = id.ToString(), ["TopicArn"] = topic };
        if (notice.Subject is { } subject)
        {
            json["Subject"] = subject;
        }

        json["Message"] = Encoding.UTF8.GetString(Bytes(notice.Message));
        json["Timestamp"] = Time(at);
        json["SignatureVersion"] = "1";
        json["Signature"] = Unsigned;
        json["SigningCertURL"] = "";
        json["UnsubscribeURL"] = "";
        return Bytes(json);
    }

    /// <summary>Writes a time, as SNS and SageMaker do in notifications.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    // AWS does not escape quotation marks and letters as numbers.
    private static byte[] Bytes(JsonObject json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
