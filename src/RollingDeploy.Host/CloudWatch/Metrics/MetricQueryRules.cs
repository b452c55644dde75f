using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;
using RollingDeploy.Host.CloudWatch.Shapes;
using MetricStat = RollingDeploy.Core.Metrics.MetricStat;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>The rules for the queries of GetMetricData and of alarms that are not constraints in AWS's model.</summary>
internal static class MetricQueryRules
{
    /// <summary>Reads the queries of GetMetricData. All errors are reported, each on a line of its own, as on AWS.</summary>
    public static MetricQueries ReadAll(List<MetricDataQuery> queries) => Read(
        queries, "MetricDataQueries", problems => string.Concat(problems.Select(problem => $"{problem}\n")));

    /// <summary>Reads the queries of an alarm. The first error is reported.</summary>
    public static MetricQueries ReadOfAlarm(List<MetricDataQuery> queries) => Read(queries, "Metrics", problems => problems[0]);

    private static MetricQueries Read(List<MetricDataQuery> queries, string list, Func<IReadOnlyList<string>, string> report)
    {
        List<string> problems =
        [
            .. queries.DistinctBy(query => query.Id).Count() < queries.Count
                ? [$"The values for parameter id in {list} are not unique."]
                : (string[])[],
            .. queries.SelectMany((query, i) => Problems(query, $"{list}.member.{i + 1}")),
        ];
        if (problems.Count > 0)
        {
            throw CloudWatchErrors.Validation(report(problems));
        }

        MetricQuery[] read = [.. queries.Select(Read)];
        try
        {
            return new MetricQueries(read);
        }
        catch (MathException first)
        {
            var errors = MetricQueries.ErrorsOf(read);
            throw CloudWatchErrors.Validation(report(errors.Count > 0 ? errors : [first.Message]));
        }
    }

    private static IEnumerable<string> Problems(MetricDataQuery query, string path)
    {
        if (query.Id is not [>= 'a' and <= 'z', ..] || !query.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            yield return $"The value {query.Id} for parameter {path}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.";
        }

        if (!IsPeriod(query.Period))
        {
            yield return PeriodProblem($"{path}.Period");
        }

        if (query is { Expression: not null, MetricStat: not null })
        {
            yield return "The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both.";
        }
        else if (query is { Expression: null, MetricStat: null })
        {
            yield return $"The parameter {path}.MetricStat is required.";
        }
        else if (query.MetricStat is { } stat)
        {
            foreach (var problem in Problems(stat, $"{path}.MetricStat"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Problems(Shapes.MetricStat stat, string path)
    {
        if (!IsPeriod(stat.Period))
        {
            yield return PeriodProblem($"{path}.Period");
        }

        if (stat.Metric!.Namespace is null)
        {
            yield return $"The parameter {path}.Metric.Namespace is required.";
        }

        if (stat.Metric.MetricName is null)
        {
            yield return $"The parameter {path}.Metric.MetricName is required.";
        }

        if (Statistic.Find(stat.Stat!) is null)
        {
            yield return $"The value {stat.Stat} for parameter {path}.Stat is not a valid statistic.";
        }
    }

    private static MetricQuery Read(MetricDataQuery query) => query.MetricStat is { } stat
        ? new MetricQuery(query.Id!, Read(stat), null)
        : new MetricQuery(query.Id!, null, query.Expression, query.Period);

    private static MetricStat Read(Shapes.MetricStat stat) => new(
        MetricIds.Read(stat.Metric!.Namespace!, stat.Metric.MetricName!, stat.Metric.Dimensions),
        stat.Unit,
        Statistic.Find(stat.Stat!)!,
        stat.Period!.Value);

    private static bool IsPeriod(int? seconds) => seconds is not { } period || PeriodRule.IsOfAQuery(period);

    private static string PeriodProblem(string path) => $"The parameter {path} must be 1, 5, 10, 20, 30 or a multiple of 60.";
}
