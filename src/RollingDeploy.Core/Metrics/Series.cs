namespace RollingDeploy.Core.Metrics;

/// <summary>
/// The samples of one metric in one unit, summed up by the second, ten seconds, the minute, five minutes and the hour.
/// </summary>
public sealed class Series
{
    private readonly Buckets?[] _tiers = new Buckets?[Retention.Resolutions.Length];

    internal Series(string unit) => Unit = unit;

    /// <summary>The unit, <c>None</c> where none was given.</summary>
    public string Unit { get; }

    /// <summary>Merges the samples of each period into the slot at its index: those that are kept at that resolution.</summary>
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
            // What is newer is in a finer tier, but for data of two resolutions under one name.
            long? newest = null;
            foreach (var tier in _tiers)
            {
                newest = tier is { IsEmpty: false } && !(newest >= tier.Newest) ? tier.Newest : newest;
            }

            return newest;
        }
    }

    /// <summary>How many runs of equal buckets are kept: what it takes of memory.</summary>
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

    /// <summary>Sums up what is too old for its resolution into the next, and forgets what is too old for all.</summary>
    internal void Tidy(DateTimeOffset now)
    {
        for (var tier = 0; tier < _tiers.Length; tier++)
        {
            // Whole buckets of the next tier at once, so that equal ones stay one run there.
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
