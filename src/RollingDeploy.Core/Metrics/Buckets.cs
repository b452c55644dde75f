using System.Runtime.InteropServices;

namespace RollingDeploy.Core.Metrics;

/// <summary>
/// The buckets of one resolution, in order of time. They are stored in chunks, so that late data moves only a few kilobytes and
/// expired data is removed chunk by chunk. Successive buckets with equal samples are one run, so the zeros of an idle endpoint
/// use little memory.
/// </summary>
internal sealed class Buckets(int resolution)
{
    private const int MostInAChunk = 128;

    private readonly List<List<Run>> _chunks = [];

    public bool IsEmpty => _chunks.Count == 0;

    /// <summary>The number of runs, which determines the memory use.</summary>
    public int Runs => _chunks.Sum(chunk => chunk.Count);

    public long Newest => _chunks[^1][^1].Last(resolution);

    public long Oldest => _chunks[0][0].Second;

    public void Add(long second, in SampleSet samples)
    {
        if (Extends(second, samples))
        {
            _chunks[^1][^1] = _chunks[^1][^1] with { Repeats = _chunks[^1][^1].Repeats + 1 };
            return;
        }

        var chunk = ChunkFor(second);
        var index = IndexOf(chunk, second);
        if (index > 0 && chunk[index - 1].Last(resolution) >= second)
        {
            index = Isolate(chunk, index - 1, second);
        }

        if (index < chunk.Count && chunk[index].Second == second)
        {
            index = Isolate(chunk, index, second);
            chunk[index] = new(second, chunk[index].Samples.Absorb(samples));
            JoinWithBefore(chunk, index);
        }
        else
        {
            // The samples are copied, so that the bucket has its own values.
            chunk.Insert(index, new(second, default(SampleSet).Absorb(samples)));
        }
    }

    /// <summary>
    /// Merges the samples of <paramref name="periods"/> into a slot for each period. Samples older than <paramref name="oldest"/>
    /// are left out.
    /// </summary>
    public void Merge(in Periods periods, long oldest, Span<SampleSet> slots, bool withValues)
    {
        var start = periods.Start.ToUnixTimeSeconds();
        var end = start + ((long)periods.LengthInSeconds * periods.Count);
        var from = Math.Max(start, oldest);
        for (var i = Math.Max(0, ChunkIndex(from)); i < _chunks.Count && _chunks[i][0].Second < end; i++)
        {
            // A run that begins before the start can continue after it.
            var chunk = CollectionsMarshal.AsSpan(_chunks[i]);
            for (var j = Math.Max(0, IndexOf(_chunks[i], from) - 1); j < chunk.Length && chunk[j].Second < end; j++)
            {
                Merge(chunk[j], start, from, end, periods.LengthInSeconds, slots, withValues);
            }
        }
    }

    /// <summary>Removes and returns the buckets before <paramref name="second"/>, oldest first.</summary>
    public IEnumerable<(long Second, SampleSet Samples)> TakeBefore(long second)
    {
        while (!IsEmpty && Oldest < second)
        {
            var run = _chunks[0][0];
            var (taken, left) = run.SplitAt(second, resolution);
            if (left.Repeats > 0)
            {
                _chunks[0][0] = left;
            }
            else
            {
                RemoveFirst();
            }

            for (var i = 0; i < taken.Repeats; i++)
            {
                yield return (taken.Second + ((long)i * resolution), taken.Samples);
            }
        }
    }

    // If several datums arrive per bucket and are the same each time, equal buckets become one run after the last datum.
    private void JoinWithBefore(List<Run> chunk, int index)
    {
        if (index > 0
            && chunk[index - 1].Last(resolution) == chunk[index].Second - resolution
            && chunk[index - 1].Samples.IsSameAs(chunk[index].Samples))
        {
            chunk[index - 1] = chunk[index - 1] with { Repeats = chunk[index - 1].Repeats + 1 };
            chunk.RemoveAt(index);
        }
    }

    private bool Extends(long second, in SampleSet samples) =>
        !IsEmpty && Newest == second - resolution && _chunks[^1][^1].Samples.IsSameAs(samples);

    // All buckets of a run that are in the same slot are merged at once.
    private void Merge(in Run run, long start, long from, long end, int period, Span<SampleSet> slots, bool withValues)
    {
        var i = from <= run.Second ? 0 : (from - run.Second + resolution - 1) / resolution;
        while (i < run.Repeats && run.Second + (i * resolution) < end)
        {
            var slot = (int)((run.Second + (i * resolution) - start) / period);
            var next = start + ((slot + 1L) * period);
            var count = Math.Min(run.Repeats - i, (next - run.Second - (i * resolution) + resolution - 1) / resolution);
            slots[slot] = slots[slot].Absorb(run.Samples.Times(count, withValues), withValues);
            i += count;
        }
    }

    // Splits a run so that the bucket at a second is a run of its own. Returns its index.
    private int Isolate(List<Run> chunk, int index, long second)
    {
        if (chunk[index].Repeats == 1)
        {
            return index;
        }

        var (before, rest) = chunk[index].SplitAt(second, resolution);
        var (own, after) = rest.SplitAt(second + resolution, resolution);
        Run[] parts = [.. new[] { before, own, after }.Where(part => part.Repeats > 0)];

        // Each part gets its own copy of the values.
        chunk.RemoveAt(index);
        chunk.InsertRange(index, parts.Select(part => part with { Samples = default(SampleSet).Absorb(part.Samples) }));
        return before.Repeats > 0 ? index + 1 : index;
    }

    private void RemoveFirst()
    {
        _chunks[0].RemoveAt(0);
        if (_chunks[0].Count == 0)
        {
            _chunks.RemoveAt(0);
        }
    }

    private List<Run> ChunkFor(long second)
    {
        var index = Math.Max(0, ChunkIndex(second));
        if (IsEmpty || (index == _chunks.Count - 1 && _chunks[index].Count >= MostInAChunk && second > Newest))
        {
            _chunks.Add([]);
            return _chunks[^1];
        }

        return _chunks[index].Count < MostInAChunk ? _chunks[index] : Split(index, second);
    }

    private List<Run> Split(int index, long second)
    {
        var chunk = _chunks[index];
        var upper = chunk.GetRange(MostInAChunk / 2, chunk.Count - (MostInAChunk / 2));
        chunk.RemoveRange(MostInAChunk / 2, upper.Count);
        _chunks.Insert(index + 1, upper);
        return second < upper[0].Second ? chunk : upper;
    }

    // Returns the index of the last chunk that begins at or before a second; -1 if there is none.
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

    // Returns the index of the first run that begins at or after a second.
    private static int IndexOf(List<Run> chunk, long second)
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
