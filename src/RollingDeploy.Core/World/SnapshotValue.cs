using System.Text.Json;

namespace RollingDeploy.Core;

/// <summary>Reads values of a snapshot, with errors that name their place.</summary>
internal static class SnapshotValue
{
    private const string Missing = "missing required properties including: ";

    /// <summary>Reads a value that has no items.</summary>
    /// <param name="path">Its place in the document.</param>
    /// <param name="value">The value; empty if the document ends before it.</param>
    public static T Read<T>(string path, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            throw CutShort(0);
        }

        try
        {
            return (T?)JsonSerializer.Deserialize(value, SnapshotJson.Options.GetTypeInfo(typeof(T)))
                ?? throw new SnapshotException($"{path}: it cannot be null.");
        }
        catch (JsonException error)
        {
            throw At(path, error);
        }
    }

    /// <summary>Returns the exception for a value that cannot be read.</summary>
    /// <param name="path">The place of the item.</param>
    /// <param name="error">The error, whose path begins at the item.</param>
    public static SnapshotException At(string path, JsonException error)
    {
        var (inside, message) = (error.Path is { Length: > 1 } at ? at[1..] : "", ReasonOf(error));
        return new($"{path}{inside}: {message}", error);
    }

    /// <summary>Returns the exception for an item that says what cannot be.</summary>
    public static SnapshotException NotRestorable(string path, Exception error) =>
        new($"{path}: it cannot be restored: {error.Message}", error);

    /// <summary>Returns the exception for a document that ends too early.</summary>
    public static SnapshotException CutShort(int items) => new(
        $"The snapshot was cut short: it ends after {items} {(items == 1 ? "item" : "items")}, in the middle of the document.");

    // .NET's messages repeat the path and name types of this program.
    private static string ReasonOf(JsonException error)
    {
        var end = error.Message.IndexOf(" Path:", StringComparison.Ordinal);
        var reason = end < 0 ? error.Message : error.Message[..end];
        return reason.Contains("could not be mapped", StringComparison.Ordinal) ? "there is no such member."
            : reason.Contains("allow null", StringComparison.Ordinal) ? "it cannot be null."
            : reason.Contains("could not be converted", StringComparison.Ordinal) ? "it has the wrong type, or an unknown value."
            : reason.IndexOf(Missing, StringComparison.Ordinal) is >= 0 and var at ? $"members are missing: {reason[(at + Missing.Length)..]}"
            : reason;
    }
}
