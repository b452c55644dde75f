using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.CloudWatch.Shapes;

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
        Add(trigger, "Period", given.Period ?? given.Metrics?.Select(query => query.MetricStat?.Period ?? query.Period).Max());
        trigger["EvaluationPeriods"] = given.EvaluationPeriods;
        Add(trigger, "DatapointsToAlarm", given.DatapointsToAlarm);
        trigger["ComparisonOperator"] = given.ComparisonOperator;
        Add(trigger, "Threshold", given.Threshold is { } threshold ? JsonNode.Parse(JavaNumber.ToText(threshold)) : null);
        Add(trigger, "ThresholdMetricId", given.ThresholdMetricId);
        trigger["TreatMissingData"] = given.TreatMissingData ?? "";
        trigger["EvaluateLowSampleCountPercentile"] = given.EvaluateLowSampleCountPercentile ?? "";
    }

    private static JsonObject Query(MetricDataQuery query)
    {
        var json = new JsonObject();
        Add(json, "Expression", query.Expression);
        json["Id"] = query.Id;
        Add(json, "Label", query.Label);
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
            Add(metric, "Unit", stat.Unit);
            json["MetricStat"] = metric;
        }

        Add(json, "Period", query.Period);
        json["ReturnData"] = query.ReturnData ?? true;
        return json;
    }

    private static JsonArray Dimensions(List<Dimension>? dimensions) => new([.. (dimensions ?? []).Select(
        each => new JsonObject { ["value"] = each.Value, ["name"] = each.Name })]);

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
