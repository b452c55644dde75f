using System.Collections.Immutable;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>The metrics that a query reads.</summary>
/// <param name="MetricName">The name of the metrics.</param>
/// <param name="Namespace">The namespace of the metrics.</param>
/// <param name="Schema">
/// The dimensions that a metric must have, and no others, sorted; null if it can have any. If there are none, only a metric
/// without dimensions matches.
/// </param>
internal sealed record InsightsSource(string MetricName, string Namespace, ImmutableArray<string>? Schema)
{
    /// <summary>Returns whether the query reads a metric.</summary>
    public bool Matches(MetricId metric) =>
        metric.Name == MetricName && metric.Namespace == Namespace && (Schema is not { } schema || Fits(metric, schema));

    // The dimensions of a metric are sorted by name, too.
    private static bool Fits(MetricId metric, ImmutableArray<string> schema)
    {
        var isSame = schema.Length == metric.Dimensions.Length;
        for (var i = 0; isSame && i < schema.Length; i++)
        {
            isSame = schema[i] == metric.Dimensions[i].Name;
        }

        return isSame;
    }
}

/// <summary>The order of time series by the result of a function.</summary>
internal sealed record InsightsOrder(InsightsFunction Function, bool IsDescending);
