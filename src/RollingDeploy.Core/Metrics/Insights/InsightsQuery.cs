using System.Collections.Immutable;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>
/// A Metrics Insights query, such as <c>SELECT AVG(ModelLatency) FROM SCHEMA("AWS/SageMaker", EndpointName) GROUP BY
/// EndpointName</c>. It is parsed once and can be evaluated repeatedly (user guide, query components and syntax in CloudWatch
/// Metrics Insights).
/// </summary>
public sealed class InsightsQuery
{
    /// <summary>The age of the oldest data that GetMetricData reads (user guide, Metrics Insights quotas).</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(14);

    /// <summary>The age of the oldest data that an alarm reads (user guide, Metrics Insights quotas).</summary>
    public static readonly TimeSpan ReachOfAlarms = TimeSpan.FromHours(3);

    private const string Select = "SELECT";

    // Data of high resolution is aggregated by the minute (user guide, Metrics Insights quotas).
    private const int ShortestPeriod = 60;

    internal InsightsQuery(
        InsightsFunction function,
        InsightsSource source,
        ImmutableArray<InsightsCondition> conditions,
        ImmutableArray<string> groupBy,
        InsightsOrder? order,
        int? limit) =>
        (Function, Source, Conditions, GroupBy, Order, Limit) = (function, source, conditions, groupBy, order, limit);

    /// <summary>Whether the result is an array of time series, one for each group.</summary>
    public bool IsGrouped => GroupBy.Length > 0;

    /// <summary>Whether ORDER BY defines the order of the time series.</summary>
    public bool IsOrdered => Order is not null;

    /// <summary>What is aggregated in each period.</summary>
    internal InsightsFunction Function { get; }

    /// <summary>The metrics that are read.</summary>
    internal InsightsSource Source { get; }

    /// <summary>The conditions of WHERE. A metric must meet all of them.</summary>
    internal ImmutableArray<InsightsCondition> Conditions { get; }

    /// <summary>The labels whose values divide the metrics into groups. If there are none, all metrics are one group.</summary>
    internal ImmutableArray<string> GroupBy { get; }

    /// <summary>The order of the time series; null for the alphabetical order of the groups.</summary>
    internal InsightsOrder? Order { get; }

    /// <summary>The maximum number of time series that LIMIT sets; null if there is no LIMIT.</summary>
    internal int? Limit { get; }

    /// <summary>
    /// Returns whether an expression is a query and not metric math. Keywords are not case-sensitive, but <c>select</c> can also
    /// be the ID of a metric: <c>select + 1</c> is metric math.
    /// </summary>
    public static bool IsQuery(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var text = expression.AsSpan().TrimStart();
        if (!text.StartsWith(Select, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = text[Select.Length..];
        var next = rest.TrimStart();
        return rest.IsEmpty || !IsPartOfWord(rest[0])
            ? char.IsAsciiLetterUpper(text[0]) || (!next.IsEmpty && (IsPartOfWord(next[0]) || next[0] == '"'))
            : false;
    }

    /// <summary>Returns the period of a query for the period that was requested. It is at least a minute.</summary>
    public static int PeriodOf(int requestedSeconds) => Math.Max(requestedSeconds, ShortestPeriod);

    /// <summary>Parses a query.</summary>
    /// <exception cref="MetricMath.MathException">The query is not valid, or uses something that is not simulated.</exception>
    public static InsightsQuery Parse(string text) => new InsightsParser(text).Parse();

    /// <summary>Returns whether the query reads a metric.</summary>
    public bool Matches(MetricId metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Source.Matches(metric) && MeetsConditions(metric);
    }

    internal static bool IsPartOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private bool MeetsConditions(MetricId metric)
    {
        foreach (var condition in Conditions)
        {
            if (!condition.Matches(metric.Dimensions))
            {
                return false;
            }
        }

        return true;
    }
}
