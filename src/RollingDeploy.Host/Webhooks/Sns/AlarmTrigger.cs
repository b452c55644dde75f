using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Webhooks.Sns;

/// <summary>Makes the member <c>Trigger</c> of an alarm's message: what the alarm watches, and when it is in ALARM.</summary>
internal static class AlarmTrigger
{
    public static JsonObject Of(PutMetricAlarmInput given)
    {
        var trigger = new JsonObject();
        if (given.Metrics is not { Count: > 0 } queries)
        {
            AddMetric(trigger, given);
            AddRule(trigger, given);
            return trigger;
        }

        AddRule(trigger, given);
        trigger["Metrics"] = new JsonArray([.. queries.Select(Query)]);
        return trigger;
    }

    private static void AddMetric(JsonObject trigger, PutMetricAlarmInput given)
    {
        trigger["MetricName"] = given.MetricName;
        trigger["Namespace"] = given.Namespace;
        if (given.ExtendedStatistic is { } extended)
        {
            trigger["StatisticType"] = "ExtendedStatistic";
            trigger["ExtendedStatistic"] = extended;
        }
        else
        {
            trigger["StatisticType"] = "Statistic";
            trigger["Statistic"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(given.Statistic ?? "");
        }

        trigger["Unit"] = given.Unit;
        trigger["Dimensions"] = Dimensions(given.Dimensions);
    }

    private static void AddRule(JsonObject trigger, PutMetricAlarmInput given)
    {
        trigger.AddUnlessNull("Period", given.Period ?? given.Metrics?.Select(query => query.MetricStat?.Period ?? query.Period).Max());
        trigger["EvaluationPeriods"] = given.EvaluationPeriods;
        trigger.AddUnlessNull("DatapointsToAlarm", given.DatapointsToAlarm);
        trigger["ComparisonOperator"] = given.ComparisonOperator;
        trigger.AddUnlessNull("Threshold", given.Threshold is { } threshold ? JsonNode.Parse(JavaNumber.ToText(threshold)) : null);
        trigger.AddUnlessNull("ThresholdMetricId", given.ThresholdMetricId);
        trigger["TreatMissingData"] = given.TreatMissingData ?? "";
        trigger["EvaluateLowSampleCountPercentile"] = given.EvaluateLowSampleCountPercentile ?? "";
    }

    private static JsonObject Query(MetricDataQuery query)
    {
        var json = new JsonObject();
        json.AddUnlessNull("Expression", query.Expression);
        json["Id"] = query.Id;
        json.AddUnlessNull("Label", query.Label);
        if (query.MetricStat is { } stat)
        {
            var metric = new JsonObject
            {
                ["Metric"] = new JsonObject
                {
                    ["Dimensions"] = Dimensions(stat.Metric?.Dimensions),
                    ["MetricName"] = stat.Metric?.MetricName,
                    ["Namespace"] = stat.Metric?.Namespace,
                },
                ["Period"] = stat.Period,
                ["Stat"] = stat.Stat,
            };
            metric.AddUnlessNull("Unit", stat.Unit);
            json["MetricStat"] = metric;
        }

        json.AddUnlessNull("Period", query.Period);
        json["ReturnData"] = query.ReturnData ?? true;
        return json;
    }

    private static JsonArray Dimensions(List<Dimension>? dimensions) => new([.. (dimensions ?? []).Select(
        each => new JsonObject { ["value"] = each.Value, ["name"] = each.Name })]);
}
