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

    internal void Add(DateTimeOffset at, int resolution, in SampleSet samples, DateTimeOffset now)
    {
        var tier = Array.IndexOf(Retention.Resolutions, resolution);
        while (tier < _tiers.Length - 1 && at.ToUnixTimeSeconds() < Retention.Oldest(tier, now))
        {
            tier++;
        }

        Add(tier, at.ToUnixTimeSeconds(), samples);
    }

    /// <summary>
    /// Aggregates data that is too old for its resolution to the next one, and removes data that is too old for all resolutions.
    /// </summary>
    internal void Tidy(DateTimeOffset now)
    {
        for (var tier = 0; tier < _tiers.Length; tier++)
        {
            // Only whole buckets of the next tier are moved, so that equal buckets stay one run there.
            var coarser = Retention.Resolutions[Math.Min(tier + 1, _tiers.Length - 1)];
            var oldest = Retention.Oldest(tier, now);
            oldest -= oldest % coarser;
            if (_tiers[tier] is not { IsEmpty: false } buckets || buckets.Oldest >= oldest)
            {
                continue;
            }

            foreach (var bucket in buckets.TakeBefore(oldest).GroupBy(each => each.Second / coarser))
            {
                if (tier < _tiers.Length - 1)
                {
                    var together = bucket.Aggregate(default(SampleSet), (sum, each) => sum.Absorb(each.Samples));
                    Add(tier + 1, bucket.Key * coarser, together);
                }
            }
        }
    }

    private void Add(int tier, long second, in SampleSet samples)
    {
        var resolution = Retention.Resolutions[tier];
        (_tiers[tier] ??= new Buckets(resolution)).Add(second - (second % resolution), samples);
    }
}
