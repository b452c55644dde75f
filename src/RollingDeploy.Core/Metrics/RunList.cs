using System.Runtime.InteropServices;

namespace RollingDeploy.Core.Metrics;

/// <summary>A place in a <see cref="RunList"/>. The index is -1 for the place before the first run.</summary>
internal readonly record struct RunPlace(int Chunk, int Index);

/// <summary>
/// Runs in order of time. They are stored in chunks, so that late data moves only a few kilobytes and expired data is removed
/// chunk by chunk. Adding or removing runs makes the places of other runs invalid.
/// </summary>
internal sealed class RunList
{
    private const int MostInAChunk = 128;

    // Most metrics have one chunk.
    private readonly List<List<Run>> _chunks = new(1);

    public bool IsEmpty => _chunks.Count == 0;

    public int Count => _chunks.Sum(chunk => chunk.Count);

    public static RunPlace First => default;

    public RunPlace Last => new(_chunks.Count - 1, _chunks[^1].Count - 1);

    public ref Run this[RunPlace at] => ref CollectionsMarshal.AsSpan(_chunks[at.Chunk])[at.Index];

    /// <summary>Returns the last run that begins at or before a second, or the place before the first run.</summary>
    public RunPlace LastUpTo(long second)
    {
        var (low, high) = (0, _chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _chunks[middle][0].Second <= second ? (middle + 1, high) : (low, middle);
        }

        var chunk = Math.Max(0, low - 1);
        return new(chunk, IsEmpty ? -1 : LastUpTo(CollectionsMarshal.AsSpan(_chunks[chunk]), second));
    }

    public bool TryNext(RunPlace at, out RunPlace next)
    {
        next = at.Index + 1 < _chunks[at.Chunk].Count ? at with { Index = at.Index + 1 } : new(at.Chunk + 1, 0);
        return next.Chunk < _chunks.Count;
    }

    public bool TryPrevious(RunPlace at, out RunPlace previous)
    {
        previous = at.Index > 0 || at.Chunk == 0
            ? at with { Index = at.Index - 1 }
            : new(at.Chunk - 1, _chunks[at.Chunk - 1].Count - 1);
        return previous.Index >= 0;
    }

    /// <summary>Returns all runs.</summary>
    public List<Run> ToList() => _chunks.Count == 1 ? [.. _chunks[0]] : [.. _chunks.SelectMany(chunk => chunk)];

    /// <summary>Inserts a run after a place, and returns its place.</summary>
    public RunPlace InsertAfter(RunPlace at, in Run run)
    {
        if (IsEmpty || (at == Last && _chunks[^1].Count >= MostInAChunk))
        {
            _chunks.Add([run]);
            return Last;
        }

        var place = RoomAfter(at);
        _chunks[place.Chunk].Insert(place.Index, run);
        return place;
    }

    public void RemoveAt(RunPlace at)
    {
        _chunks[at.Chunk].RemoveAt(at.Index);
        if (_chunks[at.Chunk].Count == 0)
        {
            _chunks.RemoveAt(at.Chunk);
        }
    }

    // A full chunk is split into halves.
    private RunPlace RoomAfter(RunPlace at)
    {
        var (chunk, index) = (_chunks[at.Chunk], at.Index + 1);
        if (chunk.Count < MostInAChunk)
        {
            return at with { Index = index };
        }

        const int Half = MostInAChunk / 2;
        _chunks.Insert(at.Chunk + 1, chunk.GetRange(Half, chunk.Count - Half));
        chunk.RemoveRange(Half, chunk.Count - Half);
        return index <= Half ? new(at.Chunk, index) : new(at.Chunk + 1, index - Half);
    }

    private static int LastUpTo(ReadOnlySpan<Run> chunk, long second)
    {
        var (low, high) = (0, chunk.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chunk[middle].Second <= second ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
