using System.Collections.Immutable;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Queries;

/// <summary>
/// Queries that can refer to each other, parsed and sorted. They are parsed once and can be evaluated repeatedly.
/// </summary>
public sealed class MetricQueries
{
    private const int DefaultPeriod = 60;

    private readonly IReadOnlyList<MetricQuery> _stats;

    /// <summary>Parses queries. The IDs must be distinct.</summary>
    /// <exception cref="MathException">An expression is not valid, or refers to an ID that does not exist.</exception>
    public MetricQueries(IReadOnlyList<MetricQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        Given = [.. queries];
        _stats = [.. queries.Where(query => query.Stat is not null)];
        Plan = MathPlan.Build(
            [.. _stats.Select(query => query.Id)],
            queries.Where(query => query.Expression is not null)
                .Select(query => KeyValuePair.Create(query.Id, query.Expression!)));
        PeriodInSeconds = PeriodOf(Given);
    }

    /// <summary>
    /// Returns the errors of the expressions that are not valid by themselves, in their order. Circular references, and what an
    /// expression does with the result of another one, are not checked.
    /// </summary>
    public static IReadOnlyList<string> ErrorsOf(IReadOnlyList<MetricQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        List<string> errors = [];
        foreach (var (id, _, expression, _) in queries.Where(query => query.Expression is not null))
        {
            try
            {
                MathPlan.Build(
                    [.. queries.Select(query => query.Id).Where(other => other != id)], [KeyValuePair.Create(id, expression!)]);
            }
            catch (MathException error)
            {
                errors.Add(error.Message);
            }
        }

        return errors;
    }

    /// <summary>The queries as they were given.</summary>
    public ImmutableArray<MetricQuery> Given { get; }

    /// <summary>The expressions, in the order of evaluation.</summary>
    public MathPlan Plan { get; }

    /// <summary>The period of expressions without a metric.</summary>
    public int PeriodInSeconds { get; }

    /// <summary>
    /// Evaluates all queries from <paramref name="start"/> (inclusive) to <paramref name="end"/> (exclusive). The context has the
    /// results by ID.
    /// </summary>
    /// <param name="reader">Reads the metrics.</param>
    /// <param name="start">The start of the time range.</param>
    /// <param name="end">The end of the time range.</param>
    /// <param name="reach">The age of the oldest data that Metrics Insights queries read.</param>
    /// <exception cref="MathException">An expression cannot be applied to its operands or arguments.</exception>
    public MathContext Evaluate(MetricReader reader, DateTimeOffset start, DateTimeOffset end, TimeSpan reach)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var whole = reader.Kept(start, end, PeriodInSeconds);
        var read = new Dictionary<TimeSeries, MetricStat>(ReferenceEqualityComparer.Instance);
        var context = new MathContext(
            new MathRange(whole.Start.ToUnixTimeSeconds(), whole.StartOf(whole.Count).ToUnixTimeSeconds(), PeriodInSeconds))
        {
            Search = request => reader.Search(request, start, end, PeriodInSeconds),
            AnomalyBand = (metric, deviations) => read.TryGetValue(metric, out var stat)
                ? AnomalyModel.Band(reader, stat, start, end, deviations)
                : throw new MathException("ANOMALY_DETECTION_BAND takes a metric, and not what is computed of one", position: 0),
            Insights = step => reader.Read(step.Query, start, end, PeriodOf(step.Id), reach),
        };
        foreach (var query in _stats)
        {
            var series = reader.Read(query.Stat!, reader.Kept(start, end, query.Stat!.PeriodInSeconds));
            read.Add(series, query.Stat);
            context.AddMetric(query.Id, series);
        }

        return Plan.Evaluate(context);
    }

    /// <summary>Returns the shortest period with which the queries read a metric; null if they do not read it.</summary>
    public int? PeriodOf(MetricId metric)
    {
        var ofStats = _stats.Where(query => query.Stat!.Metric.Equals(metric)).Select(query => query.Stat!.PeriodInSeconds);
        var ofQueries = Plan.Queries.Where(step => step.Query.Matches(metric)).Select(step => PeriodOf(step.Id));
        return ofStats.Concat(ofQueries).Cast<int?>().Min();
    }

    /// <summary>Returns the period of a Metrics Insights query, which is its own one if it has one.</summary>
    internal int PeriodOf(string id) =>
        InsightsQuery.PeriodOf(Given.First(query => query.Id == id).PeriodInSeconds ?? PeriodInSeconds);

    /// <summary>
    /// Returns the period of queries, which is the shortest one, because series with different periods are joined to the shorter
    /// one.
    /// </summary>
    internal static int PeriodOf(ImmutableArray<MetricQuery> queries)
    {
        var (ofMetrics, ofExpressions) = (int.MaxValue, int.MaxValue);
        foreach (var query in queries)
        {
            ofMetrics = Math.Min(ofMetrics, query.Stat?.PeriodInSeconds ?? int.MaxValue);
            ofExpressions = Math.Min(ofExpressions, OfExpression(query) ?? int.MaxValue);
        }

        return ofMetrics < int.MaxValue ? ofMetrics : ofExpressions < int.MaxValue ? ofExpressions : DefaultPeriod;
    }

    private static int? OfExpression(MetricQuery query) =>
        query is { PeriodInSeconds: { } period, Expression: { } expression } && InsightsQuery.IsQuery(expression)
            ? InsightsQuery.PeriodOf(period)
            : query.PeriodInSeconds;
}
