using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>
/// The rules of PutCompositeAlarm that are not constraints in AWS's model, with CloudWatch's texts (cloudwatch.md §2, §5).
/// </summary>
internal static class CompositeAlarmRules
{
    public static CompositeConfiguration Read(PutCompositeAlarmInput input, Call call)
    {
        MetricAlarmRules.RequireReadable(input.AlarmName!);
        WindowRules.Require(input.ActionConfiguration);
        try
        {
            var rule = AlarmRule.Parse(input.AlarmRule!);
            return new(input.AlarmRule!, [.. rule.References.Select(reference => NameOf(reference, call)).Distinct()],
                Suppressor(input, call));
        }
        catch (AlarmRuleException error)
        {
            throw CloudWatchErrors.Validation(error.Message);
        }
    }

    private static ActionsSuppressor? Suppressor(PutCompositeAlarmInput input, Call call)
    {
        if (input.ActionsSuppressor is null)
        {
            return input is { ActionsSuppressorWaitPeriod: null, ActionsSuppressorExtensionPeriod: null }
                ? null
                : throw CloudWatchErrors.Validation(
                    $"ActionsSuppressor{(input.ActionsSuppressorWaitPeriod is null ? "Extension" : "Wait")}Period requires an ActionSuppressor");
        }

        return new(
            SuppressorName(input.ActionsSuppressor, call),
            Seconds(input.ActionsSuppressorWaitPeriod, nameof(input.ActionsSuppressorWaitPeriod)),
            Seconds(input.ActionsSuppressorExtensionPeriod, nameof(input.ActionsSuppressorExtensionPeriod)));
    }

    private static TimeSpan Seconds(int? period, string member) => period switch
    {
        null => throw CloudWatchErrors.Validation($"{member} must not be null"),
        < 0 => throw CloudWatchErrors.Validation($"{member} must be greater than or equal to 0"),
        _ => TimeSpan.FromSeconds(period.Value),
    };

    // An alarm of another account or region cannot be found here. Its ARN is refused, like a name that does not exist.
    private static string NameOf(string reference, Call call) =>
        AlarmArn.NameIn(call.Region, call.Account, reference) ?? reference;

    private static string SuppressorName(string reference, Call call) =>
        (AlarmArn.Parse(reference) is null && reference.StartsWith("arn:", StringComparison.Ordinal)
            ? null
            : AlarmArn.NameIn(call.Region, call.Account, reference))
        ?? throw CloudWatchErrors.Validation("ActionsSuppressor must be a valid CloudWatch Alarm ARN or an Alarm name");
}
