using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>
/// Creates the alarms of target tracking policies: three periods above the target value scale out, and fifteen minutes below 90 %
/// of it scale in. They are normal alarms, which users can change and delete.
/// </summary>
internal static class TrackingAlarms
{
    private const int PeriodsAbove = 3;
    private const int SecondsBelow = 900;
    private const double Slack = 0.9;

    /// <summary>Creates the alarms of a policy.</summary>
    /// <param name="region">The region.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="names">Names that the alarms already have; empty for new ones.</param>
    public static void Put(Region region, ScalingPolicy policy, ImmutableArray<string> names)
    {
        if (policy.Configuration is not TargetTracking tracking)
        {
            return;
        }

        var source = tracking.Metric.Source;
        var above = Configuration(source, PeriodsAbove, tracking.TargetValue, ComparisonOperator.GreaterThanThreshold);
        var below = Configuration(
            source, SecondsBelow / source.PeriodInSeconds, tracking.TargetValue * Slack, ComparisonOperator.LessThanThreshold);
        policy.OwnAlarms = [Name(region, policy, "AlarmHigh", names)];
        if (!tracking.DisableScaleIn)
        {
            policy.OwnAlarms = policy.OwnAlarms.Add(Name(region, policy, "AlarmLow", names));
        }

        foreach (var (name, configuration) in policy.OwnAlarms.Zip([above, below]))
        {
            new PutMetricAlarm(region.Name, name, configuration, Document(policy, tracking, name, configuration))
            {
                Actions = new() { Alarm = [policy.Arn] },
            }.Execute(region);
        }
    }

    // An alarm that a composite alarm depends on cannot be deleted. It has no effect without its policy.
    public static void Delete(Region region, ScalingPolicy policy)
    {
        var deletable = policy.OwnAlarms.Where(name => region.Alarms.ParentsOf(name).Count == 0);
        new DeleteAlarms(region.Name, [.. deletable]).Execute(region);
        policy.OwnAlarms = [];
    }

    private static string Name(Region region, ScalingPolicy policy, string kind, ImmutableArray<string> names) =>
        names.FirstOrDefault(name => name.Contains($"-{kind}-", StringComparison.Ordinal))
        ?? $"TargetTracking-{policy.Target.Resource.Id}-{kind}-{region.Scaling.NextUuid()}";

    private static AlarmConfiguration Configuration(
        AlarmSource source, int periods, double threshold, ComparisonOperator comparison) => new()
        {
            Source = source,
            EvaluationPeriods = periods,
            DatapointsToAlarm = periods,
            Threshold = threshold,
            Comparison = comparison,
        };

    private static string Document(ScalingPolicy policy, TargetTracking tracking, string name, AlarmConfiguration configuration)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        using (var metric = JsonDocument.Parse(tracking.Metric.Document))
        {
            json.WriteStartObject();
            json.WriteString("AlarmName", name);
            json.WriteString("AlarmDescription", $"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {policy.Arn}.");
            json.WriteBoolean("ActionsEnabled", true);
            json.WriteStartArray("AlarmActions");
            json.WriteStringValue(policy.Arn);
            json.WriteEndArray();
            foreach (var member in metric.RootElement.EnumerateObject())
            {
                member.WriteTo(json);
            }

            json.WriteNumber("EvaluationPeriods", configuration.EvaluationPeriods);
            json.WritePropertyName("Threshold");
            json.WriteRawValue(JavaNumber.ToText(configuration.Threshold!.Value));
            json.WriteString("ComparisonOperator", configuration.Comparison.ToString());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
