using System.Text.Json;

namespace RollingDeploy.Core;

/// <summary>Reads a snapshot item by item, and restores a world from it.</summary>
internal sealed class SnapshotReader(Stream input, WorldSettings settings, long? epoch)
{
    private readonly SnapshotTokens _tokens = new(input);
    private readonly SnapshotHeader _header = new();
    private readonly SnapshotScope _scope = new();
    private (SnapshotBatch Filled, SnapshotBatch Parsed) _batches = Batches();
    private World? _world;
    private Region? _region;
    private int _items;
    private int _read;
    private bool _hasBegun;
    private bool _hasEnded;

    private static (SnapshotBatch, SnapshotBatch) Batches()
    {
        var texts = new SharedTexts();
        return (new(texts), new(texts));
    }

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
                FormattableString.Invariant($"The document is not valid JSON near byte {_tokens.Position}, at {SnapshotItem.PathOf(_read)}: {error.Message}"), error);
        }

        if (_header.Now is not { } now || now != _world!.Now)
        {
            throw new SnapshotException(FormattableString.Invariant(
                $"now: it is {(_header.Now is null ? "missing" : $"{_header.Now:O}")}, but items[0].simulation.now is {_world!.Now:O}. They must be equal."));
        }

        _world.Publish();
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
        _tokens.Next(out var type, out var text) ? (type, text) : throw SnapshotValue.CutShort(_read);

    private void ReadItems()
    {
        _header.RequireComplete();
        if (NextToken().Type != JsonTokenType.StartArray)
        {
            throw new SnapshotException("items: it must be an array.");
        }

        while (_tokens.NextValue() is { IsEmpty: false } item)
        {
            _batches.Filled.Add(item);
            _read++;
            if (_batches.Filled.IsFull)
            {
                RestoreBatch();
            }
        }

        RestoreBatch();
        RestoreBatch();

        // The same as no value: the array has ended, or the document.
        if (!_hasEnded)
        {
            throw SnapshotValue.CutShort(_read);
        }
    }

    // While a batch is restored, the next one is parsed.
    private void RestoreBatch()
    {
        var (next, parsed) = _batches;
        next.ParseDuring(_read - next.Count, () => Restore(parsed));
        _batches = (parsed, next);
    }

    private void Restore(SnapshotBatch parsed)
    {
        foreach (var item in parsed.Take())
        {
            if (_hasEnded)
            {
                throw new SnapshotException($"{item.Path}: no item can follow the item {SnapshotDocument.EndItem}.");
            }

            try
            {
                Restore(item);
            }
            catch (JsonException error)
            {
                throw SnapshotValue.At(item.Path, error);
            }
            catch (Exception error) when (error is not SnapshotException)
            {
                throw SnapshotValue.NotRestorable(item.Path, error);
            }

            _items++;
        }
    }

    private void Restore(in SnapshotItem item)
    {
        if (_world is null != (item.Name == SnapshotDocument.FirstItem))
        {
            throw new SnapshotException($"{item.Path}: the first item, and only this one, is {SnapshotDocument.FirstItem}.");
        }

        if (item.Error is { } error)
        {
            throw error;
        }

        switch (item.State)
        {
            case SavedSimulation simulation:
                _world = World.Restore(_header, settings, simulation, epoch);
                _region = _world.RegionOf("");
                break;
            case SavedRegion region:
                _region = _world!.AddRegion(region.Name);
                break;
            case SavedEnd end:
                _hasEnded = end.Items == _items
                    ? true
                    : throw new SnapshotException($"The snapshot is incomplete: it had {end.Items} items, and now has {_items}.");
                break;
            default:
                RestorePart(item);
                break;
        }
    }

    private void RestorePart(in SnapshotItem item)
    {
        var part = SnapshotParts.Find(item.Name)!;
        if (part.IsOfRegion && _region!.Name.Length == 0)
        {
            throw new SnapshotException($"{item.Path}: an item {SnapshotDocument.RegionItem} must come before it.");
        }

        part.Restore(_region!, _scope, item.State!);
    }
}
