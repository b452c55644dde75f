using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>The minutes in which a meter sleeps, because each would publish what the last one has published.</summary>
/// <param name="since">The end of the last minute that was published.</param>
/// <param name="minute">What was published in it.</param>
internal sealed class Sleep(DateTimeOffset since, List<Published> minute)
{
    /// <summary>The time until which everything was published.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    /// <summary>Returns whether each minute has data of a metric.</summary>
    public bool Has(Metric metric) => minute.Exists(each => each.Metric == metric);

    /// <summary>Publishes the minutes until <paramref name="end"/>, a full minute.</summary>
    public void CatchUp(DateTimeOffset end)
    {
        var (start, minutes) = (Since, (end - Since).Ticks / TimeSpan.TicksPerMinute);
        if (minutes > 0)
        {
            Since = end;
            minute.ForEach(each => each.Repeat(start, minutes));
        }
    }
}
