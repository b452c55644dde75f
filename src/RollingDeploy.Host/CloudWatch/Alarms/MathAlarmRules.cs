using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;
using RollingDeploy.Host.CloudWatch.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>The rules of PutMetricAlarm for a list of metrics (cloudwatch.md §2, §3.4).</summary>
internal static class MathAlarmRules
{
    private const int Most = 10;
    private const int MostInsights = 1;

    public static MetricMathSource Read(PutMetricAlarmInput input)
    {
        var queries = input.Metrics!;
        RequireAlone(input);
        RequireFew(queries);
        var returned = RequireReturned(queries, input.ThresholdMetricId);
        if (queries.Exists(query => query.MetricStat is { } stat && Core.Metrics.Statistic.Find(stat.Stat!) is null))
        {
            throw CloudWatchErrors.Validation("Invalid metrics list");
        }

        var parsed = Parse(queries, returned, input.ThresholdMetricId);
        return PeriodOf(queries) is null
            ? throw CloudWatchErrors.Validation("Period must not be null")
            : new MetricMathSource(parsed.Given, returned, input.ThresholdMetricId);
    }

    // For an anomaly detection alarm, both the metric and its band return data.
    private static string RequireReturned(List<MetricDataQuery> queries, string? bandId)
    {
        var returned = queries.FindAll(query => query.ReturnData != false);
        var watched = returned.FindAll(query => query.Id != bandId);
        return (bandId, returned.Count, watched.Count) switch
        {
            (null, 1, 1) or (not null, 2, 1) => watched[0].Id!,
            (null, _, _) => throw CloudWatchErrors.Validation("Exactly one element of the metrics list should return data."),
            _ => throw CloudWatchErrors.Validation("Exactly two elements of the metrics list should return data."),
        };
    }

    private static void RequireAlone(PutMetricAlarmInput input)
    {
        (string Name, object? Value)[] single =
        [
            (nameof(input.MetricName), input.MetricName),
            (nameof(input.Namespace), input.Namespace),
            (nameof(input.Dimensions), input.Dimensions),
            (nameof(input.Period), input.Period),
            (nameof(input.Unit), input.Unit),
            (nameof(input.Statistic), input.Statistic),
            (nameof(input.ExtendedStatistic), input.ExtendedStatistic),
            (nameof(input.EvaluateLowSampleCountPercentile), input.EvaluateLowSampleCountPercentile),
        ];
        if (Array.Find(single, member => member.Value is not null).Name is { } name)
        {
            throw CloudWatchErrors.Validation($"{name} should not be set if list of Metrics is set.");
        }
    }

    private static void RequireFew(List<MetricDataQuery> queries)
    {
        if (queries.Count(query => query.MetricStat is not null) > Most)
        {
            throw CloudWatchErrors.Validation($"Too many metrics in alarm, maximum is {Most}");
        }

        if (queries.Count(query => query.Expression is not null) > Most)
        {
            throw CloudWatchErrors.Validation($"Too many expressions in alarm, maximum is {Most}");
        }

        if (queries.Exists(query => query is { MetricStat: null, Expression: null }))
        {
            throw CloudWatchErrors.Validation("Period must not be null");
        }

        var periods = queries.Where(IsOfMetrics).Select(query => query.MetricStat?.Period ?? query.Period).OfType<int>();
        if (periods.Distinct().Skip(1).Any())
        {
            throw CloudWatchErrors.Validation("All metrics in an alarm must have the same period.");
        }

        MetricAlarmRules.RequirePeriod(PeriodOf(queries) ?? 60);
    }

    // A Metrics Insights query has a period, as a metric has one.
    private static bool IsOfMetrics(MetricDataQuery query) =>
        query.MetricStat is not null || InsightsQuery.IsQuery(query.Expression ?? "");

    private static int? PeriodOf(List<MetricDataQuery> queries) =>
        queries.Select(query => query.MetricStat?.Period ?? query.Period).FirstOrDefault(each => each is not null);

    // Errors of an expression do not depend on the data, so they are found here and not during an evaluation.
    private static MetricQueries Parse(List<MetricDataQuery> given, string returnedId, string? bandId)
    {
        var queries = MetricQueryRules.ReadOfAlarm(given);
        if (queries.Plan.Steps.Any(step => step.Expression.Calls("SEARCH")))
        {
            throw CloudWatchErrors.Validation("SEARCH is not supported on Metric Alarms");
        }

        // AWS's text, as in several reports of alarms that combine two queries.
        if (queries.Plan.Queries.Count > MostInsights)
        {
            throw CloudWatchErrors.Validation("Invalid metrics list");
        }

        if (bandId is not null && !queries.Plan.Steps.Any(step => step.Id == bandId && step.Expression.Calls("ANOMALY_DETECTION_BAND")))
        {
            throw CloudWatchErrors.Validation($"ThresholdMetricId {bandId} must be the id of an expression with ANOMALY_DETECTION_BAND.");
        }

        try
        {
            // An alarm can have several time series only if they come directly from a query with ORDER BY.
            var results = queries.Plan.DryRun();
            if (bandId is not null || !queries.Plan.Queries.Any(step => step.Id == returnedId && step.Query.IsOrdered))
            {
                results.RequireSingleTimeSeries(returnedId);
            }

            return queries;
        }
        catch (MathException error)
        {
            throw CloudWatchErrors.Validation(error.Message);
        }
    }
}
