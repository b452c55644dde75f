namespace RollingDeploy.Core.Fleets;

/// <summary>AWS's MetricsConfig: how utilization is published.</summary>
/// <param name="FrequencyInSeconds">How often: a part of a minute, or whole minutes.</param>
/// <param name="ByInstance">EnableEnhancedMetrics: also for each instance on its own.</param>
public sealed record MetricPublishing(int FrequencyInSeconds, bool ByInstance)
{
    /// <summary>Once a minute.</summary>
    public static readonly MetricPublishing Default = new(60, false);

    /// <summary>When it is published in a minute: every two minutes not in every one.</summary>
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
