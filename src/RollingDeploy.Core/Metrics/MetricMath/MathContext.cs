using RollingDeploy.Core.Metrics.Insights;

namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// The arguments of <c>SEARCH(expression, statistic[, period])</c>. If the period is null, the period of the range is used.
/// </summary>
public sealed record SearchRequest(Search.SearchExpression Expression, string Statistic, int? PeriodSeconds);

/// <summary>The band of expected values of a metric. The function returns the upper series first.</summary>
public readonly record struct AnomalyBand(TimeSeries Upper, TimeSeries Lower);

/// <summary>
/// The context of an evaluation: the time range, the metrics by ID, the results so far, and the functions of the caller.
/// </summary>
public sealed class MathContext(MathRange range)
{
    private readonly List<KeyValuePair<string, TimeSeries>> _metrics = [];
    private readonly Dictionary<string, MathValue> _values = [];

    /// <summary>The time range of series without gaps.</summary>
    public MathRange Range { get; } = range;

    /// <summary>Finds series for <c>SEARCH</c>; null if the function is not supported.</summary>
    public Func<SearchRequest, IReadOnlyList<TimeSeries>>? Search { get; init; }

    /// <summary>
    /// Returns the band of a metric with a number of standard deviations; null if the function is not supported.
    /// </summary>
    public Func<TimeSeries, double, AnomalyBand>? AnomalyBand { get; init; }

    /// <summary>Evaluates Metrics Insights queries; null if they are not supported.</summary>
    public Func<InsightsStep, InsightsResult>? Insights { get; init; }

    /// <summary>The limits that the evaluation of Metrics Insights queries has reached.</summary>
    public InsightsLimits Reached { get; private set; }

    /// <summary>Adds a metric. <c>METRICS()</c> returns metrics in the order in which they were added.</summary>
    public MathContext AddMetric(string id, TimeSeries metric)
    {
        _values.Add(id, metric);
        _metrics.Add(new(id, metric));
        return this;
    }

    /// <summary>
    /// Returns the result of an expression for <c>GetMetricData</c>: one or more time series. A scalar is an error.
    /// </summary>
    public IReadOnlyList<TimeSeries> RequireTimeSeries(string id) => _values[id] switch
    {
        TimeSeries series => [series],
        SeriesList list when list.AsTimeSeries() is { } all => all,
        _ => throw new MathException(
            "The result must be a time series or an array of time series, it must not be a scalar", 0, id),
    };

    /// <summary>
    /// Returns the result of an expression for an alarm: exactly one time series. For several series, the error has AWS's text.
    /// </summary>
    public TimeSeries RequireSingleTimeSeries(string id) => RequireTimeSeries(id) is [var only]
        ? only
        : throw new MathException(
            "Metrics expression that return multi time series are only allowed "
            + "for MetricsInsights expression with an ORDER BY clause",
            position: 0);

    /// <summary>
    /// Evaluates a query. With GROUP BY the result is an array of time series, and otherwise one time series (user guide, use
    /// Metrics Insights queries with metric math).
    /// </summary>
    internal void AddQuery(InsightsStep step)
    {
        var result = (Insights ?? throw new MathException("SELECT is not supported here", 0, step.Id))(step);
        Reached |= result.Reached;
        SetResult(step.Id, step.Query.IsGrouped
            ? new SeriesList([.. result.Series.Select(each => each.Series)])
            : result.Series[0].Series);
    }

    internal void SetResult(string id, MathValue result) => _values.Add(id, result);

    internal bool IsMetric(string id) => _metrics.Exists(metric => metric.Key == id);

    internal MathValue Resolve(string id, int position) =>
        _values.GetValueOrDefault(id) ?? throw new MathException($"Metric or expression '{id}' not found", position);

    internal SeriesList MetricsWhoseIdContains(string part) =>
        new([.. _metrics.Where(metric => metric.Key.Contains(part, StringComparison.Ordinal)).Select(metric => metric.Value)]);
}
