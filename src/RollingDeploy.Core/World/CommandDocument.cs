using System.Text.Json;
using System.Text.Json.Nodes;

namespace RollingDeploy.Core;

/// <summary>The exception for a command document that cannot be read. The message says what is wrong.</summary>
public sealed class CommandDocumentException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// Writes and reads commands as JSON documents:
/// <c>{"format":1,"kind":"deleteModel","sequence":7,"at":"…","requestId":"…","command":{"region":"us-east-1","name":"m"}}</c>.
/// </summary>
public static class CommandDocument
{
    private static readonly string[] Members = ["format", "kind", "sequence", "at", "requestId", "command"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Writes a command.</summary>
    public static string Write(CommandEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var document = new JsonObject
        {
            ["format"] = CommandEnvelope.Format,
            ["kind"] = envelope.Kind,
            ["sequence"] = envelope.Sequence,
            ["at"] = envelope.At,
            ["requestId"] = envelope.RequestId,
            ["command"] = JsonSerializer.SerializeToNode(envelope.Command, WorldJson.Options.GetTypeInfo(envelope.Command.GetType())),
        };
        return document.ToJsonString();
    }

    /// <summary>Reads a command.</summary>
    /// <exception cref="CommandDocumentException">The document is not a command, or has another format.</exception>
    public static CommandEnvelope Read(string text)
    {
        var document = Parse(text);
        if (document.Select(member => member.Key).FirstOrDefault(name => !Members.Contains(name)) is { } unknown)
        {
            throw new CommandDocumentException($"A command document has no member {unknown}; it has {string.Join(", ", Members)}.");
        }

        if (Get<int>(document, "format") is var format && format != CommandEnvelope.Format)
        {
            throw new CommandDocumentException($"The format {format} is not known; this version reads the format {CommandEnvelope.Format}.");
        }

        var kind = Get<string>(document, "kind");
        var type = CommandKinds.Table.Find(kind)
            ?? throw new CommandDocumentException($"There is no command {kind}. There are {string.Join(", ", CommandKinds.Table.All.Order(StringComparer.Ordinal))}.");
        return new(
            Get<long>(document, "sequence"),
            Get<DateTimeOffset>(document, "at"),
            document["requestId"] is null ? null : Get<string>(document, "requestId"),
            Command(document, kind, type));
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject
                ?? throw new CommandDocumentException("A command document is a JSON object.");
        }
        catch (JsonException error)
        {
            throw new CommandDocumentException($"The document is no JSON: {error.Message}", error);
        }
    }

    private static T Get<T>(JsonObject document, string member)
    {
        try
        {
            return document[member] is { } node ? node.GetValue<T>() : throw new CommandDocumentException($"The member {member} is missing.");
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            throw new CommandDocumentException($"The member {member} cannot be {document[member]!.ToJsonString()}.", error);
        }
    }

    private static Command Command(JsonObject document, string kind, Type type)
    {
        var command = document["command"] ?? throw new CommandDocumentException("The member command is missing.");
        try
        {
            return (Command)command.Deserialize(WorldJson.Options.GetTypeInfo(type))!;
        }
        catch (JsonException error)
        {
            throw new CommandDocumentException($"The command {kind} cannot be read at {error.Path ?? "$"}: {Reason(error)}", error);
        }
    }

    // .NET's messages repeat the path, which the message contains already.
    private static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(" Path:", StringComparison.Ordinal);
        var reason = end < 0 ? error.Message : error.Message[..end];
        return reason.Contains("could not be mapped", StringComparison.Ordinal) ? "there is no such member." : reason;
    }
}
