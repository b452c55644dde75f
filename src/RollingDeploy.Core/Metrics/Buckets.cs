namespace RollingDeploy.Core.Metrics;

/// <summary>
/// The buckets of one resolution, in order of time. Successive buckets with equal samples are always one run. So the zeros of an
/// idle endpoint use little memory, and sums do not depend on how the data came: in one run or minute by minute.
/// </summary>
internal sealed class Buckets(int resolution)
{
    private readonly RunList _runs = new();

    public bool IsEmpty => _runs.IsEmpty;

    /// <summary>The number of runs, which determines the memory use.</summary>
    public int Runs => _runs.Count;

    public long Newest => _runs[_runs.Last].Last(resolution);

    public long Oldest => _runs[RunList.First].Second;

    /// <summary>Adds equal samples to <paramref name="times"/> successive buckets.</summary>
    public void Add(long second, in SampleSet samples, long times = 1)
    {
        while (times > 0)
        {
            var added = AddToFirst(second, samples, times);
            second += added * resolution;
            times -= added;
        }
    }

    /// <summary>Returns whether all buckets from a second on, up to the newest one, are one run or there are none.</summary>
    public bool IsEvenFrom(long second) => IsEmpty || _runs[_runs.Last].Second <= second || Newest < second;

    /// <summary>
    /// Merges the samples of <paramref name="periods"/> into a slot for each period. Samples older than <paramref name="oldest"/>
    /// are left out.
    /// </summary>
    public void Merge(in Periods periods, long oldest, Span<SampleSet> slots, bool withValues)
    {
        if (IsEmpty)
        {
            return;
        }

        var start = periods.Start.ToUnixTimeSeconds();
        var end = start + ((long)periods.LengthInSeconds * periods.Count);
        var from = Math.Max(start, oldest);

        // A run that begins before the start can continue after it.
        var at = _runs.LastUpTo(from);
        var isThere = at.Index >= 0 || _runs.TryNext(at, out at);
        while (isThere && _runs[at].Second < end)
        {
            Merge(_runs[at], start, from, end, periods.LengthInSeconds, slots, withValues);
            isThere = _runs.TryNext(at, out at);
        }
    }

    /// <summary>Removes and returns the buckets before <paramref name="second"/>, oldest first.</summary>
    public IEnumerable<Run> TakeBefore(long second)
    {
        while (!IsEmpty && Oldest < second)
        {
            var (taken, left) = _runs[RunList.First].SplitAt(second, resolution);
            if (left.Repeats > 0)
            {
                _runs[RunList.First] = left;
            }
            else
            {
                _runs.RemoveAt(RunList.First);
            }

            yield return taken;
        }
    }

    /// <summary>Returns the runs, for a snapshot.</summary>
    public SavedRuns Save() => new(resolution, _runs.ToList());

    /// <summary>Adds the runs of a snapshot.</summary>
    public void Restore(in SavedRuns saved)
    {
        foreach (var run in saved.All)
        {
            _runs.InsertAfter(IsEmpty ? new(0, -1) : _runs.Last, run with { Second = run.Second * resolution });
        }
    }

    // Adds to the first buckets that are alike: those of one run, or those of one gap. Returns their number.
    private long AddToFirst(long second, in SampleSet samples, long times)
    {
        var at = _runs.LastUpTo(second);
        if (at.Index >= 0 && _runs[at].Last(resolution) >= second)
        {
            return Absorb(at, second, samples, times);
        }

        var gap = !IsEmpty && _runs.TryNext(at, out var next) ? (_runs[next].Second - second) / resolution : times;
        var run = new Run(second, samples, Math.Min(times, gap));
        Put(at, run);
        return run.Repeats;
    }

    // Adds samples to buckets of a run. If it has other buckets too, it is split.
    private long Absorb(RunPlace at, long second, in SampleSet samples, long times)
    {
        var run = _runs[at];
        var (before, rest) = run.SplitAt(second, resolution);
        var (own, after) = rest.SplitAt(second + (times * resolution), resolution);
        if (own.Repeats == run.Repeats)
        {
            _runs[at] = own with { Samples = own.Samples.Absorb(samples) };
            JoinAround(at);
            return own.Repeats;
        }

        at = Replace(at, before, after);
        Put(at, own with { Samples = default(SampleSet).Absorb(own.Samples).Absorb(samples) });
        return own.Repeats;
    }

    // Replaces a run by its parts. Each has its own values. Returns the place before the hole between them.
    private RunPlace Replace(RunPlace at, in Run before, in Run after)
    {
        if (before.Repeats == 0)
        {
            _runs[at] = after;
            _ = _runs.TryPrevious(at, out var previous);
            return previous;
        }

        _runs[at] = before;
        if (after.Repeats > 0)
        {
            _runs.InsertAfter(at, after with { Samples = default(SampleSet).Absorb(after.Samples) });
        }

        return _runs.LastUpTo(before.Second);
    }

    // Puts a run into a gap after a place. Its samples are copied, so that its buckets have their own values.
    private void Put(RunPlace at, in Run run)
    {
        if (at.Index >= 0 && AreOne(_runs[at], run))
        {
            _runs[at] = _runs[at] with { Repeats = _runs[at].Repeats + run.Repeats };
        }
        else
        {
            at = _runs.InsertAfter(at, run with { Samples = default(SampleSet).Absorb(run.Samples) });
        }

        JoinAround(at);
    }

    private void JoinAround(RunPlace at)
    {
        if (_runs.TryNext(at, out var next) && AreOne(_runs[at], _runs[next]))
        {
            _runs[at] = _runs[at] with { Repeats = _runs[at].Repeats + _runs[next].Repeats };
            _runs.RemoveAt(next);
        }

        if (_runs.TryPrevious(at, out var previous) && AreOne(_runs[previous], _runs[at]))
        {
            _runs[previous] = _runs[previous] with { Repeats = _runs[previous].Repeats + _runs[at].Repeats };
            _runs.RemoveAt(at);
        }
    }

    private bool AreOne(in Run before, in Run after) =>
        before.Last(resolution) == after.Second - resolution && before.Samples.IsSameAs(after.Samples);

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
}
