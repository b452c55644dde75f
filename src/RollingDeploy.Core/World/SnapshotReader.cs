using System.Text.Json;

namespace RollingDeploy.Core;

/// <summary>Reads a snapshot item by item, and restores a world from it.</summary>
internal sealed class SnapshotReader(Stream input, WorldSettings settings, long? epoch)
{
    private readonly SnapshotTokens _tokens = new(input);
    private readonly SnapshotHeader _header = new();
    private readonly SnapshotScope _scope = new();
    private World? _world;
    private Region? _region;
    private int _items;
    private bool _hasBegun;
    private bool _hasEnded;

    private string Path => FormattableString.Invariant($"items[{_items}]");

    /// <summary>Reads the document and returns the world.</summary>
    public World Read()
    {
        try
        {
            ReadDocument();
        }
        catch (JsonException error) when (!_hasBegun)
        {
            throw new SnapshotException("This is no snapshot of RollingDeploy: it is no JSON document.", error);
        }
        catch (JsonException error)
        {
            throw new SnapshotException(
                FormattableString.Invariant($"The document is not valid JSON near byte {_tokens.Position}, at {Path}: {error.Message}"), error);
        }

        if (_header.Now is { } now && now != _world!.Now)
        {
            throw new SnapshotException(
                FormattableString.Invariant($"now: it is {now:O}, but items[0].simulation.now is {_world.Now:O}. They must be equal."));
        }

        _world!.Publish();
        return _world;
    }

    private void ReadDocument()
    {
        if (!_tokens.Next(out var first, out _) || first != JsonTokenType.StartObject)
        {
            throw new SnapshotException("This is no snapshot of RollingDeploy: it is no JSON object.");
        }

        _hasBegun = true;
        while (NextToken() is var (type, name) && type == JsonTokenType.PropertyName)
        {
            if (name != SnapshotDocument.ItemsMember)
            {
                _header.Read(name!, _tokens);
            }
            else if (_world is null)
            {
                ReadItems();
            }
            else
            {
                throw new SnapshotException("items: the document has it twice.");
            }
        }

        if (_world is null)
        {
            throw new SnapshotException("This is no snapshot of RollingDeploy: it has no items.");
        }

        // An error if anything follows.
        _tokens.Next(out _, out _);
    }

    private (JsonTokenType Type, string? Text) NextToken() =>
        _tokens.Next(out var type, out var text) ? (type, text) : throw SnapshotValue.CutShort(_items);

    private void ReadItems()
    {
        _header.RequireComplete();
        if (NextToken().Type != JsonTokenType.StartArray)
        {
            throw new SnapshotException("items: it must be an array.");
        }

        while (_tokens.NextValue() is { IsEmpty: false } item)
        {
            ReadItem(item);
            _items++;
        }

        // The same as no value: the array has ended, or the document.
        if (!_hasEnded)
        {
            throw SnapshotValue.CutShort(_items);
        }
    }

    private void ReadItem(ReadOnlySpan<byte> item)
    {
        var reader = new Utf8JsonReader(item);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            throw new SnapshotException($"{Path}: an item is an object with one member, the name of its part.");
        }

        var name = reader.GetString()!;
        if (_hasEnded)
        {
            throw new SnapshotException($"{Path}: no item can follow the item {SnapshotDocument.EndItem}.");
        }

        reader.Read();
        var path = $"{Path}.{name}";
        try
        {
            Restore(path, name, ref reader);
        }
        catch (JsonException error)
        {
            throw SnapshotValue.At(path, error);
        }
        catch (Exception error) when (error is not SnapshotException)
        {
            throw new SnapshotException($"{path}: it cannot be restored: {error.Message}", error);
        }

        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
        {
            throw new SnapshotException($"{Path}: an item has one member, the name of its part.");
        }
    }

    private void Restore(string path, string name, ref Utf8JsonReader reader)
    {
        if (name == SnapshotDocument.FirstItem && _world is null)
        {
            var info = SnapshotJson.Options.GetTypeInfo(typeof(SavedSimulation));
            var state = (SavedSimulation?)JsonSerializer.Deserialize(ref reader, info) ?? throw new JsonException("It cannot be null.");
            _world = World.Restore(_header, settings, state, epoch);
            _region = _world.RegionOf("");
            return;
        }

        if (_world is null || name == SnapshotDocument.FirstItem)
        {
            throw new SnapshotException($"{path}: the first item, and only this one, is {SnapshotDocument.FirstItem}.");
        }

        switch (name)
        {
            case SnapshotDocument.RegionItem:
                _region = _world.AddRegion(Member<string>(path, "name", ref reader));
                break;
            case SnapshotDocument.EndItem:
                RequireAll(Member<int>(path, SnapshotDocument.ItemsMember, ref reader));
                break;
            default:
                RestorePart(path, name, ref reader);
                break;
        }
    }

    private void RestorePart(string path, string name, ref Utf8JsonReader reader)
    {
        var part = SnapshotParts.Find(name)
            ?? throw new SnapshotException($"{path}: there is no such part. There are {string.Join(", ", SnapshotParts.Names)}.");
        if (part.IsOfRegion && _region!.Name.Length == 0)
        {
            throw new SnapshotException($"{path}: an item {SnapshotDocument.RegionItem} must come before it.");
        }

        part.Restore(ref reader, _region!, _scope);
    }

    private void RequireAll(int items)
    {
        _hasEnded = items == _items
            ? true
            : throw new SnapshotException($"The snapshot is incomplete: it had {items} items, and now has {_items}.");
    }

    // Reads an object with one member.
    private static T Member<T>(string path, string name, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName
            || !reader.ValueTextEquals(name) || !reader.Read())
        {
            throw new SnapshotException($"{path}: it is an object with the member {name}.");
        }

        var value = JsonSerializer.Deserialize(ref reader, SnapshotJson.Options.GetTypeInfo(typeof(T)));
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject && value is T found
            ? found
            : throw new SnapshotException($"{path}: it is an object with the member {name}.");
    }
}
