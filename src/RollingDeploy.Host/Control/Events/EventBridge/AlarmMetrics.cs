using System.Text.Json.Nodes;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.Control.Events.EventBridge;

/// <summary>Makes the list of what an alarm watches: its only metric, or its metrics and expressions.</summary>
internal static class AlarmMetrics
{
    /// <param name="given">The request that put the alarm.</param>
    /// <param name="ownId">The ID of its only metric.</param>
    public static JsonArray Of(PutMetricAlarmInput given, string ownId) => given.Metrics is { Count: > 0 } queries
        ? new JsonArray([.. queries.Select(Query)])
        : new JsonArray(new JsonObject
        {
            ["id"] = ownId,
            ["metricStat"] = Stat(
                given.Namespace, given.MetricName, given.Dimensions, given.Period, given.Statistic ?? given.ExtendedStatistic,
                given.Unit),
            ["returnData"] = true,
        });

    private static JsonObject Query(MetricDataQuery query) => AlarmSettings.With(
        [],
        ("id", query.Id),
        ("expression", query.Expression),
        ("label", query.Label),
        ("metricStat", query.MetricStat is { } stat
            ? Stat(stat.Metric?.Namespace, stat.Metric?.MetricName, stat.Metric?.Dimensions, stat.Period, stat.Stat, stat.Unit)
            : null),
        ("returnData", query.ReturnData ?? true),
        ("period", query.Period),
        ("accountId", query.AccountId));

    private static JsonObject Stat(
        string? space, string? name, List<Dimension>? dimensions, int? period, string? statistic, string? unit) =>
        AlarmSettings.With(
            [],
            ("metric", AlarmSettings.With(
                [],
                ("dimensions", new JsonObject((dimensions ?? []).Select(
                    each => KeyValuePair.Create(each.Name!, (JsonNode?)each.Value)))),
                ("name", name),
                ("namespace", space))),
            ("period", period),
            ("stat", statistic),
            ("unit", unit));
}
