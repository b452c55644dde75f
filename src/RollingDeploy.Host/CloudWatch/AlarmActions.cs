using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>What an alarm's actions must look like (cloudwatch.md §2, PutMetricAlarm); nothing here carries them out.</summary>
internal static class AlarmActions
{
    private static readonly string[] Vendors = ["automate", "sns", "autoscaling", "ssm", "ssm-incidents", "lambda"];

    public static void Require(PutMetricAlarmInput input, string region)
    {
        foreach (var action in (List<string>)[.. input.OKActions ?? [], .. input.AlarmActions ?? [], .. input.InsufficientDataActions ?? []])
        {
            // arn:partition:service:region:account:resource
            if (action.Split(':', 6) is not ["arn", _, var vendor, var place, _, { Length: > 0 }])
            {
                throw CloudWatchFaults.Validation($"Invalid arn syntax: {action}");
            }

            if (!Vendors.Contains(vendor))
            {
                throw CloudWatchFaults.Validation($"Unsupported AWS vendor {vendor}");
            }

            if (place.Length > 0 && place != region)
            {
                throw CloudWatchFaults.Validation($"Invalid region {place} specified. Only {region} is supported.");
            }
        }
    }
}
