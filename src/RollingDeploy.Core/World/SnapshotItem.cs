using System.Text.Json;

namespace RollingDeploy.Core;

/// <summary>An item of a snapshot that was parsed, or the reason why it could not be.</summary>
/// <param name="Path">Its place in the document.</param>
/// <param name="Name">The name of its part.</param>
/// <param name="State">What it says; null with an error.</param>
/// <param name="Error">The reason.</param>
internal readonly record struct SnapshotItem(string Path, string Name, object? State, SnapshotException? Error = null)
{
    /// <summary>Parses an item. It needs nothing from other items, so several can be parsed at the same time.</summary>
    /// <param name="index">Its index in the document.</param>
    /// <param name="item">The item.</param>
    public static SnapshotItem Parse(int index, ReadOnlySpan<byte> item)
    {
        var path = PathOf(index);
        var reader = new Utf8JsonReader(item);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            return new(path, "", null, new SnapshotException($"{path}: an item is an object with one member, the name of its part."));
        }

        var name = reader.GetString()!;
        reader.Read();
        try
        {
            var state = StateOf($"{path}.{name}", name, ref reader);
            return reader.Read() && reader.TokenType == JsonTokenType.EndObject
                ? new($"{path}.{name}", name, state)
                : throw new SnapshotException($"{path}: an item has one member, the name of its part.");
        }
        catch (SnapshotException error)
        {
            return new($"{path}.{name}", name, null, error);
        }
    }

    /// <summary>Returns the place of the item with an index.</summary>
    public static string PathOf(int index) => FormattableString.Invariant($"items[{index}]");

    private static object StateOf(string path, string name, ref Utf8JsonReader reader)
    {
        var part = SnapshotParts.Find(name)
            ?? throw new SnapshotException($"{path}: there is no such part. There are {string.Join(", ", SnapshotParts.Names)}.");
        try
        {
            return part.Parse(ref reader);
        }
        catch (JsonException error)
        {
            throw SnapshotValue.At(path, error);
        }
        catch (Exception error) when (error is not SnapshotException)
        {
            throw SnapshotValue.NotRestorable(path, error);
        }
    }
}
