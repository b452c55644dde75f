namespace RollingDeploy.Core.Metrics;

/// <summary>The samples of a metric with one unit, aggregated by 1 s, 10 s, a minute, five minutes and an hour.</summary>
public sealed class Series
{
    private readonly Buckets?[] _tiers = new Buckets?[Retention.Resolutions.Length];

    internal Series(string unit) => Unit = unit;

    /// <summary>The unit; <c>None</c> if none was given.</summary>
    public string Unit { get; }

    /// <summary>
    /// Merges the samples of each period into the slot with the same index. Samples that have expired for this resolution are
    /// left out.
    /// </summary>
    public void Merge(in Periods periods, DateTimeOffset now, Span<SampleSet> slots, bool withValues)
    {
        // What is aggregated depends on the time only, and not on when somebody read or wrote.
        Tidy(now);
        var oldest = Retention.Oldest(Retention.TierOf(periods.LengthInSeconds), now);
        foreach (var tier in _tiers)
        {
            tier?.Merge(periods, oldest, slots, withValues);
        }
    }

    internal long? Newest
    {
        get
        {
            // Newer data is usually in a finer tier, but a metric can have data with two resolutions.
            long? newest = null;
            foreach (var tier in _tiers)
            {
                newest = tier is { IsEmpty: false } && !(newest >= tier.Newest) ? tier.Newest : newest;
            }

            return newest;
        }
    }

    internal long? Oldest
    {
        get
        {
            long? oldest = null;
            foreach (var tier in _tiers)
            {
                oldest = tier is { IsEmpty: false } && !(oldest <= tier.Oldest) ? tier.Oldest : oldest;
            }

            return oldest;
        }
    }

    /// <summary>The number of runs, which determines the memory use.</summary>
    internal int Runs => _tiers.Sum(tier => tier?.Runs ?? 0);

    /// <summary>
    /// Returns whether the data from a time on are equal samples at equal intervals, or there are none. An interval is one of the
    /// resolutions.
    /// </summary>
    internal bool IsEvenFrom(DateTimeOffset time)
    {
        var second = time.ToUnixTimeSeconds();
        var tiersWithData = 0;
        foreach (var tier in _tiers)
        {
            if (tier is { IsEmpty: false } && tier.Newest >= second)
            {
                tiersWithData++;
                if (tiersWithData > 1 || !tier.IsEvenFrom(second))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Adds equal samples to <paramref name="times"/> successive intervals.</summary>
    internal void Add(DateTimeOffset at, int resolution, in SampleSet samples, DateTimeOffset now, long times)
    {
        Tidy(now);
        var (tier, second) = (Array.IndexOf(Retention.Resolutions, resolution), at.ToUnixTimeSeconds());
        while (tier < _tiers.Length - 1 && second < Retention.Oldest(tier, now))
        {
            tier++;
        }

        var stored = Retention.Resolutions[tier];
        if (stored == resolution)
        {
            Tier(tier).Add(second - (second % stored), samples, times);
            return;
        }

        for (var i = 0L; i < times; i++, second += resolution)
        {
            Tier(tier).Add(second - (second % stored), samples);
        }
    }

    /// <summary>
    /// Aggregates data that is too old for its resolution to the next one, and removes data that is too old for all resolutions.
    /// </summary>
    internal void Tidy(DateTimeOffset now)
    {
        for (var tier = 0; tier < _tiers.Length; tier++)
        {
            if (_tiers[tier] is not { IsEmpty: false } buckets)
            {
                continue;
            }

            // Only whole buckets of the next tier are moved, so that equal buckets stay one run there.
            var isLast = tier == _tiers.Length - 1;
            var coarser = Retention.Resolutions[isLast ? tier : tier + 1];
            var oldest = Retention.Oldest(tier, now);
            oldest -= oldest % coarser;
            if (buckets.Oldest < oldest)
            {
                var taken = buckets.TakeBefore(oldest);
                Fold.Into(isLast ? null : Tier(tier + 1), taken, Retention.Resolutions[tier], coarser);
            }
        }
    }

    /// <summary>Returns the data, for a snapshot.</summary>
    internal IEnumerable<SavedBuckets> Save() =>
        _tiers.Where(tier => tier is { IsEmpty: false }).Select(tier => new SavedBuckets(Unit, tier!.Save()));

    /// <summary>Adds the data of one resolution of a snapshot.</summary>
    internal void Restore(in SavedRuns saved)
    {
        var tier = Array.IndexOf(Retention.Resolutions, saved.Resolution);
        Tier(tier >= 0 ? tier : throw new InvalidDataException($"{saved.Resolution} s is no resolution")).Restore(saved);
    }

    private Buckets Tier(int tier) => _tiers[tier] ??= new Buckets(Retention.Resolutions[tier]);
}
