namespace RollingDeploy.Core.Metrics;

/// <summary>
/// Successive buckets with equal samples. A bucket is a second, ten seconds, a minute, five minutes or an hour.
/// </summary>
/// <param name="Second">The start of the first bucket, in epoch seconds.</param>
/// <param name="Samples">The samples of each bucket.</param>
/// <param name="Repeats">The number of buckets.</param>
internal readonly record struct Run(long Second, SampleSet Samples, long Repeats = 1)
{
    /// <summary>Returns the start of the last bucket, in epoch seconds.</summary>
    public long Last(int resolution) => Second + ((Repeats - 1) * resolution);

    /// <summary>Splits the run into the buckets that begin before a second, and the others. Either part can be empty.</summary>
    public (Run Before, Run After) SplitAt(long second, int resolution)
    {
        var before = Math.Clamp((second - Second + resolution - 1) / resolution, 0, Repeats);
        return (this with { Repeats = before }, new(Second + (before * resolution), Samples, Repeats - before));
    }
}
