using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RollingDeploy.Host.CloudWatch.Alarms;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.Control.Events.EventBridge;

/// <summary>
/// Makes the configuration of an alarm. A change of the state has only what the alarm watches; a change of the configuration has
/// all settings.
/// </summary>
internal static class AlarmSettings
{
    public static JsonObject Brief(string document, bool isComposite, string arn, DateTimeOffset putAt)
    {
        if (isComposite)
        {
            var composite = AlarmDocument.ReadComposite(document);
            return With(Composite(composite), ("description", composite.AlarmDescription));
        }

        var metric = AlarmDocument.ReadMetric(document);
        return With([], ("description", metric.AlarmDescription), ("metrics", AlarmMetrics.Of(metric, OwnId(arn, putAt))));
    }

    public static JsonObject Whole(string document, bool isComposite, string arn, DateTimeOffset putAt)
    {
        if (isComposite)
        {
            var composite = AlarmDocument.ReadComposite(document);
            return Common(
                Composite(composite), composite.AlarmName, composite.AlarmDescription, composite.ActionsEnabled, putAt,
                composite.OKActions, composite.AlarmActions, composite.InsufficientDataActions);
        }

        var metric = AlarmDocument.ReadMetric(document);
        return Common(
            Metric(metric, OwnId(arn, putAt)), metric.AlarmName, metric.AlarmDescription, metric.ActionsEnabled, putAt,
            metric.OKActions, metric.AlarmActions, metric.InsufficientDataActions);
    }

    private static JsonObject Composite(PutCompositeAlarmInput given) => With(
        [],
        ("alarmRule", given.AlarmRule),
        ("actionsSuppressor", given.ActionsSuppressor),
        ("actionsSuppressorWaitPeriod", given.ActionsSuppressorWaitPeriod),
        ("actionsSuppressorExtensionPeriod", given.ActionsSuppressorExtensionPeriod));

    private static JsonObject Metric(PutMetricAlarmInput given, string ownId) => With(
        [],
        ("evaluationPeriods", given.EvaluationPeriods),
        ("datapointsToAlarm", given.DatapointsToAlarm),
        ("threshold", given.Threshold),
        ("thresholdMetricId", given.ThresholdMetricId),
        ("comparisonOperator", given.ComparisonOperator),
        ("treatMissingData", given.TreatMissingData ?? "missing"),
        ("evaluateLowSampleCountPercentile", given.EvaluateLowSampleCountPercentile),
        ("metrics", AlarmMetrics.Of(given, ownId)));

    private static JsonObject Common(
        JsonObject settings, string? name, string? description, bool? enabled, DateTimeOffset putAt, List<string>? ok,
        List<string>? alarm, List<string>? insufficient) => With(
        settings,
        ("alarmName", name),
        ("description", description),
        ("actionsEnabled", enabled ?? true),
        ("timestamp", AlarmDetails.Timestamp(putAt)),
        ("okActions", Texts(ok)),
        ("alarmActions", Texts(alarm)),
        ("insufficientDataActions", Texts(insufficient)));

    private static JsonArray Texts(List<string>? texts) => new([.. (texts ?? []).Select(text => (JsonNode)text)]);

    /// <summary>Adds members. Those that are null are left out.</summary>
    public static JsonObject With(JsonObject json, params (string Name, JsonNode? Value)[] members)
    {
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        return json;
    }

    // AWS gives the only metric of an alarm an ID, another one each time that the alarm is put.
    private static string OwnId(string arn, DateTimeOffset putAt) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{arn} {putAt.UtcTicks}")).AsSpan(0, 16), bigEndian: true).ToString();
}
