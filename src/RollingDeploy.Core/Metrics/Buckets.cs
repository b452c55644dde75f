using System.Runtime.InteropServices;

namespace RollingDeploy.Core.Metrics;

/// <summary>The samples of one second, minute, five minutes or hour.</summary>
internal readonly record struct Bucket(long Second, SampleSet Samples);

/// <summary>
/// Buckets of one resolution in order of time. They are kept in chunks, so that late data moves a few kilobytes at most and
/// what has expired goes by the chunk.
/// </summary>
internal sealed class Buckets
{
    private const int MostInAChunk = 128;

    private readonly List<List<Bucket>> _chunks = [];

    public bool IsEmpty => _chunks.Count == 0;

    public long Newest => _chunks[^1][^1].Second;

    public long Oldest => _chunks[0][0].Second;

    public void Add(long second, in SampleSet samples)
    {
        var chunk = ChunkFor(second);
        var index = IndexOf(chunk, second);
        if (index < chunk.Count && chunk[index].Second == second)
        {
            chunk[index] = new(second, chunk[index].Samples.Absorb(samples));
        }
        else
        {
            // Absorbed, so that the bucket owns its values.
            chunk.Insert(index, new(second, default(SampleSet).Absorb(samples)));
        }
    }

    /// <summary>Merges what lies within <paramref name="periods"/>, and is not older than <paramref name="oldest"/>, into a slot for each.</summary>
    public void Merge(in Periods periods, long oldest, Span<SampleSet> slots, bool withValues)
    {
        var start = periods.Start.ToUnixTimeSeconds();
        var end = start + ((long)periods.LengthInSeconds * periods.Count);
        var from = Math.Max(start, oldest);
        for (var i = Math.Max(0, ChunkIndex(from)); i < _chunks.Count && _chunks[i][0].Second < end; i++)
        {
            var chunk = CollectionsMarshal.AsSpan(_chunks[i]);
            for (var j = IndexOf(_chunks[i], from); j < chunk.Length && chunk[j].Second < end; j++)
            {
                ref var slot = ref slots[(int)((chunk[j].Second - start) / periods.LengthInSeconds)];
                slot = slot.Absorb(chunk[j].Samples, withValues);
            }
        }
    }

    /// <summary>Takes away what is older than <paramref name="second"/>, oldest first.</summary>
    public IEnumerable<Bucket> TakeBefore(long second)
    {
        while (!IsEmpty && Oldest < second)
        {
            var count = IndexOf(_chunks[0], second);
            var taken = _chunks[0].GetRange(0, count);
            if (count == _chunks[0].Count)
            {
                _chunks.RemoveAt(0);
            }
            else
            {
                _chunks[0].RemoveRange(0, count);
            }

            foreach (var bucket in taken)
            {
                yield return bucket;
            }
        }
    }

    private List<Bucket> ChunkFor(long second)
    {
        var index = Math.Max(0, ChunkIndex(second));
        if (IsEmpty || (index == _chunks.Count - 1 && _chunks[index].Count >= MostInAChunk && second > Newest))
        {
            _chunks.Add([]);
            return _chunks[^1];
        }

        return _chunks[index].Count < MostInAChunk ? _chunks[index] : Split(index, second);
    }

    private List<Bucket> Split(int index, long second)
    {
        var chunk = _chunks[index];
        var upper = chunk.GetRange(MostInAChunk / 2, chunk.Count - (MostInAChunk / 2));
        chunk.RemoveRange(MostInAChunk / 2, upper.Count);
        _chunks.Insert(index + 1, upper);
        return second < upper[0].Second ? chunk : upper;
    }

    // The last chunk that begins at or before a second; -1 where all begin later.
    private int ChunkIndex(long second)
    {
        var (low, high) = (0, _chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _chunks[middle][0].Second <= second ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static int IndexOf(List<Bucket> chunk, long second)
    {
        var (low, high) = (0, chunk.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chunk[middle].Second < second ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
