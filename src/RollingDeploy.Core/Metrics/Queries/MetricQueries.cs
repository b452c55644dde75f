using System.Collections.Immutable;
using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Queries;

/// <summary>Queries that refer to each other, parsed and in order: made once and evaluated as often as needed.</summary>
public sealed class MetricQueries
{
    private const int DefaultPeriod = 60;

    private readonly IReadOnlyList<MetricQuery> _stats;

    /// <summary>Parses them. Ids must be distinct.</summary>
    /// <exception cref="MathException">An expression is wrong, or refers to what is not there.</exception>
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

    /// <summary>The same as they were given.</summary>
    public ImmutableArray<MetricQuery> Given { get; }

    /// <summary>The expressions, in the order in which they are computed.</summary>
    public MathPlan Plan { get; }

    /// <summary>The period of expressions that fill periods in.</summary>
    public int PeriodInSeconds { get; }

    /// <summary>The statistics that they begin with.</summary>
    public IEnumerable<MetricStat> Stats => _stats.Select(query => query.Stat!);

    /// <summary>
    /// Computes all of them within [<paramref name="start"/>, <paramref name="end"/>); results are found in the context by id.
    /// </summary>
    /// <exception cref="MathException">An expression does not fit what it is applied to.</exception>
    public MathContext Evaluate(MetricReader reader, DateTimeOffset start, DateTimeOffset end)
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
        };
        foreach (var query in _stats)
        {
            var series = reader.Read(query.Stat!, reader.Kept(start, end, query.Stat!.PeriodInSeconds));
            read.Add(series, query.Stat);
            context.AddMetric(query.Id, series);
        }

        return Plan.Evaluate(context);
    }

    /// <summary>The period of queries: series of two periods join to the shorter one.</summary>
    internal static int PeriodOf(ImmutableArray<MetricQuery> queries)
    {
        var (ofMetrics, ofExpressions) = (int.MaxValue, int.MaxValue);
        foreach (var query in queries)
        {
            ofMetrics = Math.Min(ofMetrics, query.Stat?.PeriodInSeconds ?? int.MaxValue);
            ofExpressions = Math.Min(ofExpressions, query.PeriodInSeconds ?? int.MaxValue);
        }

        return ofMetrics < int.MaxValue ? ofMetrics : ofExpressions < int.MaxValue ? ofExpressions : DefaultPeriod;
    }
}
