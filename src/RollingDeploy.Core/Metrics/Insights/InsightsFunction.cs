using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>
/// A function of Metrics Insights. In SELECT, it aggregates the samples of all metrics of a group in a period. In ORDER BY, it
/// aggregates the values of a time series to the number that determines its place.
/// </summary>
internal sealed record InsightsFunction(string Name, Func<StatisticSet, double> Of, Aggregator Rank)
{
    // COUNT counts samples in SELECT, and datapoints in ORDER BY.
    private static readonly InsightsFunction[] All =
    [
        new("AVG", set => set.Sum / set.SampleCount, values => Total(values) / values.Length),
        new("COUNT", set => set.SampleCount, values => values.Length),
        new("MAX", set => set.Maximum, values => Extreme(values, Math.Max)),
        new("MIN", set => set.Minimum, values => Extreme(values, Math.Min)),
        new("SUM", set => set.Sum, Total),
    ];

    /// <summary>Returns the function with this name; null if there is none. Names are not case-sensitive.</summary>
    public static InsightsFunction? Find(string name) =>
        Array.Find(All, each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static double Total(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static double Extreme(ReadOnlySpan<double> values, Func<double, double, double> choose)
    {
        var extreme = values[0];
        foreach (var value in values[1..])
        {
            extreme = choose(extreme, value);
        }

        return extreme;
    }
}
