namespace RollingDeploy.Core.Fleets;

/// <summary>AWS's MetricsConfig: how utilization is published.</summary>
/// <param name="FrequencyInSeconds">The interval: a divisor of a minute, or whole minutes.</param>
/// <param name="ByInstance">EnableEnhancedMetrics: whether to publish for each instance too.</param>
public sealed record MetricPublishing(int FrequencyInSeconds, bool ByInstance)
{
    /// <summary>Once a minute.</summary>
    public static readonly MetricPublishing Default = new(60, false);

    /// <summary>
    /// Returns the times in a minute at which utilization is published. For an interval of two minutes, every second minute has
    /// none.
    /// </summary>
    internal IEnumerable<DateTimeOffset> MomentsOf(DateTimeOffset minute)
    {
        if (minute.ToUnixTimeSeconds() % Math.Max(60, FrequencyInSeconds) == 0)
        {
            for (var second = 0; second < 60; second += FrequencyInSeconds)
            {
                yield return minute.AddSeconds(second);
            }
        }
    }
}
