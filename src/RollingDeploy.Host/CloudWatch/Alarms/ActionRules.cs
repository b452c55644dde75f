using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>Checks the ARNs of alarm actions (cloudwatch.md §2, PutMetricAlarm). Only scaling policies are executed.</summary>
internal static class ActionRules
{
    private static readonly string[] OfMetricAlarms = ["automate", "sns", "autoscaling", "ssm", "ssm-incidents", "lambda"];
    private static readonly string[] OfCompositeAlarms = ["sns", "ssm", "ssm-incidents", "lambda"];

    public static AlarmActions Read(
        bool? enabled, List<string>? ok, List<string>? alarm, List<string>? insufficientData, string region, AlarmType type)
    {
        var actions = new AlarmActions
        {
            Enabled = enabled ?? true,
            Ok = [.. ok ?? []],
            Alarm = [.. alarm ?? []],
            InsufficientData = [.. insufficientData ?? []],
        };
        foreach (var action in actions.All)
        {
            Require(action, region, type == AlarmType.MetricAlarm ? OfMetricAlarms : OfCompositeAlarms);
        }

        return actions;
    }

    private static void Require(string action, string region, string[] vendors)
    {
        // arn:partition:service:region:account:resource
        if (action.Split(':', 6) is not ["arn", _, var vendor, var place, _, { Length: > 0 }])
        {
            throw CloudWatchErrors.Validation($"Invalid arn syntax: {action}");
        }

        if (!vendors.Contains(vendor))
        {
            throw CloudWatchErrors.Validation($"Unsupported AWS vendor {vendor}");
        }

        if (place.Length > 0 && place != region)
        {
            throw CloudWatchErrors.Validation($"Invalid region {place} specified. Only {region} is supported.");
        }
    }
}
