namespace RollingDeploy.Core.Metrics;

/// <summary>The samples of one second, minute, five minutes or hour, and how often they come again without a gap.</summary>
/// <param name="Second">When the first begins.</param>
/// <param name="Samples">The samples of each.</param>
/// <param name="Repeats">How many there are.</param>
internal readonly record struct Run(long Second, SampleSet Samples, long Repeats = 1)
{
    /// <summary>When the last begins.</summary>
    public long Last(int resolution) => Second + ((Repeats - 1) * resolution);

    /// <summary>What begins before a second, and the rest; either may be empty.</summary>
    public (Run Before, Run After) SplitAt(long second, int resolution)
    {
        var before = Math.Clamp((second - Second + resolution - 1) / resolution, 0, Repeats);
        return (this with { Repeats = before }, new(Second + (before * resolution), Samples, Repeats - before));
    }
}
