namespace RollingDeploy.Core.Metrics;

/// <summary>
/// Aggregates buckets to a coarser resolution. Samples are added one after the other within a coarser bucket, so the sum of a
/// long run is, to the bit, that of single buckets. The time that it takes depends on the number of runs only.
/// </summary>
internal static class Fold
{
    /// <summary>Aggregates runs.</summary>
    /// <param name="buckets">The coarser buckets; null to drop the data.</param>
    /// <param name="runs">The runs, oldest first.</param>
    /// <param name="fine">Their resolution in seconds.</param>
    /// <param name="coarse">The coarser resolution in seconds, a multiple of the finer one.</param>
    public static void Into(Buckets? buckets, IEnumerable<Run> runs, int fine, int coarse)
    {
        var (sum, bucket) = (default(SampleSet), long.MinValue);
        foreach (var each in runs)
        {
            for (var run = each; run.Repeats > 0;)
            {
                var start = run.Second - (run.Second % coarse);
                if (start != bucket)
                {
                    Add(buckets, bucket, sum, 1);
                    (sum, bucket) = (default, start);
                }

                if (run.Second == start && run.Repeats * fine >= coarse)
                {
                    var whole = run.Repeats * fine / coarse;
                    Add(buckets, start, Repeated(default, run.Samples, coarse / fine), whole);
                    run = run.SplitAt(start + (whole * coarse), fine).After;
                    bucket = long.MinValue;
                }
                else
                {
                    var (own, rest) = run.SplitAt(start + coarse, fine);
                    (sum, run) = (Repeated(sum, own.Samples, own.Repeats), rest);
                }
            }
        }

        Add(buckets, bucket, sum, 1);
    }

    private static SampleSet Repeated(SampleSet sum, in SampleSet samples, long times)
    {
        for (var i = 0L; i < times; i++)
        {
            sum = sum.Absorb(samples);
        }

        return sum;
    }

    private static void Add(Buckets? buckets, long bucket, in SampleSet sum, long times)
    {
        if (bucket != long.MinValue)
        {
            buckets?.Add(bucket, sum, times);
        }
    }
}
