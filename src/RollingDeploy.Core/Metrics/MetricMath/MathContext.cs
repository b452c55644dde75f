namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>What <c>SEARCH(expression, statistic[, period])</c> asks for; without a period the range's own counts.</summary>
public sealed record SearchRequest(Search.SearchExpression Expression, string Statistic, int? PeriodSeconds);

/// <summary>What a metric is expected to be; the math function gives the upper series first, the lower one last.</summary>
public readonly record struct AnomalyBand(TimeSeries Upper, TimeSeries Lower);

/// <summary>
/// What one evaluation may use: the range of time, the metrics by id, the results so far, and the caller's searches and models.
/// </summary>
public sealed class MathContext(MathRange range)
{
    private readonly List<KeyValuePair<string, TimeSeries>> _metrics = [];
    private readonly Dictionary<string, MathValue> _values = [];

    /// <summary>The instants that series without gaps have.</summary>
    public MathRange Range { get; } = range;

    /// <summary>Finds series for <c>SEARCH</c>; without it the function is refused.</summary>
    public Func<SearchRequest, IReadOnlyList<TimeSeries>>? Search { get; init; }

    /// <summary>The band of so many standard deviations about a metric; without it the function is refused.</summary>
    public Func<TimeSeries, double, AnomalyBand>? AnomalyBand { get; init; }

    /// <summary>Adds a metric of the request, in the request's order, in which <c>METRICS()</c> gives them.</summary>
    public MathContext AddMetric(string id, TimeSeries metric)
    {
        _values.Add(id, metric);
        _metrics.Add(new(id, metric));
        return this;
    }

    /// <summary>
    /// The result of an expression as <c>GetMetricData</c> may return it: a time series or several. A scalar is refused.
    /// </summary>
    public IReadOnlyList<TimeSeries> RequireTimeSeries(string id) => _values[id] switch
    {
        TimeSeries series => [series],
        SeriesList list when list.AsTimeSeries() is { } all => all,
        _ => throw new MathException(
            "The result must be a time series or an array of time series, it must not be a scalar", 0, id),
    };

    /// <summary>The result of an expression as an alarm may watch it: exactly one time series. AWS's text for several.</summary>
    public TimeSeries RequireSingleTimeSeries(string id) => RequireTimeSeries(id) is [var only]
        ? only
        : throw new MathException(
            "Metrics expression that return multi time series are only allowed "
            + "for MetricsInsights expression with an ORDER BY clause",
            position: 0);

    internal void SetResult(string id, MathValue result) => _values.Add(id, result);

    internal bool IsMetric(string id) => _metrics.Exists(metric => metric.Key == id);

    internal MathValue Resolve(string id, int position) =>
        _values.GetValueOrDefault(id) ?? throw new MathException($"Metric or expression '{id}' not found", position);

    internal SeriesList MetricsWhoseIdContains(string part) =>
        new([.. _metrics.Where(metric => metric.Key.Contains(part, StringComparison.Ordinal)).Select(metric => metric.Value)]);
}
