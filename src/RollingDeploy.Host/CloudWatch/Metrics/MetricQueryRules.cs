using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;
using RollingDeploy.Host.CloudWatch.Shapes;
using MetricStat = RollingDeploy.Core.Metrics.MetricStat;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>The rules for the queries of GetMetricData and of alarms that are not constraints in AWS's model.</summary>
internal static class MetricQueryRules
{
    public static MetricQueries Read(List<MetricDataQuery> queries, string list)
    {
        if (queries.DistinctBy(query => query.Id).Count() < queries.Count)
        {
            throw CloudWatchErrors.Validation($"The values for parameter id in {list} are not unique.");
        }

        try
        {
            return new MetricQueries([.. queries.Select((query, i) => Read(query, $"{list}.member.{i + 1}"))]);
        }
        catch (MathException error)
        {
            throw CloudWatchErrors.Validation(error.Message);
        }
    }

    private static MetricQuery Read(MetricDataQuery query, string path)
    {
        if (query.Id is not [>= 'a' and <= 'z', ..] || !query.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            throw CloudWatchErrors.Validation($"The value {query.Id} for parameter {path}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        }

        RequirePeriod(query.Period, $"{path}.Period");
        return query switch
        {
            { Expression: not null, MetricStat: not null } => throw CloudWatchErrors.Validation(
                "The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both."),
            { MetricStat: { } stat } => new MetricQuery(query.Id, Read(stat, $"{path}.MetricStat"), null),
            { Expression: { } expression } => new MetricQuery(query.Id, null, expression, query.Period),
            _ => throw Required($"{path}.MetricStat"),
        };
    }

    private static MetricStat Read(Shapes.MetricStat stat, string path)
    {
        RequirePeriod(stat.Period, $"{path}.Period");
        return new MetricStat(
            MetricIds.Read(
                stat.Metric!.Namespace ?? throw Required($"{path}.Metric.Namespace"),
                stat.Metric.MetricName ?? throw Required($"{path}.Metric.MetricName"),
                stat.Metric.Dimensions),
            stat.Unit,
            Statistic.Find(stat.Stat!) ?? throw CloudWatchErrors.Validation($"The value {stat.Stat} for parameter {path}.Stat is not a valid statistic."),
            stat.Period!.Value);
    }

    private static AwsError Required(string path) => CloudWatchErrors.Validation($"The parameter {path} is required.");

    private static void RequirePeriod(int? seconds, string path)
    {
        if (seconds is { } period && !PeriodRule.IsOfAQuery(period))
        {
            throw CloudWatchErrors.Validation($"The parameter {path} must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }
    }
}
