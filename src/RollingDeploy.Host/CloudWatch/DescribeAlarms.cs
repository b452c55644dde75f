using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>Alarms as they are, sorted by name; names that are not there are silently absent.</summary>
internal static class DescribeAlarms
{
    private const int DefaultPage = 50;

    public static DescribeAlarmsOutput Handle(DescribeAlarmsInput input, Call call)
    {
        if (input is { AlarmNames.Count: > 0, AlarmNamePrefix: not null })
        {
            throw CloudWatchFaults.Validation("AlarmNames and AlarmNamePrefix cannot both be specified");
        }

        if ((input.ChildrenOfAlarmName ?? input.ParentsOfAlarmName) is not null)
        {
            return OfFamily(input);
        }

        if (input.AlarmTypes is { Count: > 0 } types && !types.Contains("MetricAlarm"))
        {
            return new() { MetricAlarms = [], CompositeAlarms = [] };
        }

        var after = input.NextToken is null ? null : OpaqueToken.Open(input.NextToken) ?? throw CloudWatchFaults.InvalidNextToken();
        return call.Read(region =>
        {
            var rest = region.Alarms.Values
                .Where(alarm => Fits(alarm, input) && (after is null || string.CompareOrdinal(alarm.Name, after) > 0))
                .Take((input.MaxRecords ?? DefaultPage) + 1)
                .ToList();
            var page = rest.Take(input.MaxRecords ?? DefaultPage).ToList();
            return new DescribeAlarmsOutput
            {
                MetricAlarms = page.ConvertAll(alarm => Describe(region, alarm)),
                CompositeAlarms = [],
                NextToken = page.Count < rest.Count ? OpaqueToken.Seal(page[^1].Name) : null,
            };
        });
    }

    // Without composite alarms nobody has children or parents.
    private static DescribeAlarmsOutput OfFamily(DescribeAlarmsInput input) => input is
    {
        AlarmNames: null, AlarmNamePrefix: null, AlarmTypes: null, StateValue: null, ActionPrefix: null,
    } && (input.ChildrenOfAlarmName is null || input.ParentsOfAlarmName is null)
        ? new() { MetricAlarms = [], CompositeAlarms = [] }
        : throw CloudWatchFaults.Validation("ChildrenOfAlarmName and ParentsOfAlarmName cannot be combined with other filters");

    private static bool Fits(Alarm alarm, DescribeAlarmsInput input) =>
        (input.AlarmNames is not { Count: > 0 } names || names.Contains(alarm.Name))
        && (input.AlarmNamePrefix is null || alarm.Name.StartsWith(input.AlarmNamePrefix, StringComparison.Ordinal))
        && (input.StateValue is null || AlarmStates.Write(alarm.State) == input.StateValue)
        && (input.ActionPrefix is null || Actions(Alarms.Given(alarm))
            .Any(action => action.StartsWith(input.ActionPrefix, StringComparison.Ordinal)));

    private static IEnumerable<string> Actions(PutMetricAlarmInput given) =>
        (given.OKActions ?? []).Concat(given.AlarmActions ?? []).Concat(given.InsufficientDataActions ?? []);

    private static MetricAlarm Describe(Region region, Alarm alarm)
    {
        var given = Alarms.Given(alarm);
        return new()
        {
            AlarmName = alarm.Name,
            AlarmArn = Arn.Alarm(region, alarm.Name),
            AlarmDescription = given.AlarmDescription,
            AlarmConfigurationUpdatedTimestamp = alarm.ConfigurationUpdatedAt,
            ActionsEnabled = given.ActionsEnabled ?? true,
            OKActions = given.OKActions ?? [],
            AlarmActions = given.AlarmActions ?? [],
            InsufficientDataActions = given.InsufficientDataActions ?? [],
            StateValue = AlarmStates.Write(alarm.State),
            StateReason = alarm.Reason,
            StateReasonData = alarm.ReasonData,
            StateUpdatedTimestamp = alarm.UpdatedAt,
            StateTransitionedTimestamp = alarm.TransitionedAt,
            MetricName = given.MetricName,
            Namespace = given.Namespace,
            Statistic = given.Statistic,
            Dimensions = given.Dimensions ?? [],
            Period = given.Period,
            Unit = given.Unit,
            EvaluationPeriods = given.EvaluationPeriods,
            DatapointsToAlarm = given.DatapointsToAlarm,
            Threshold = given.Threshold,
            ComparisonOperator = given.ComparisonOperator,
            TreatMissingData = given.TreatMissingData,
        };
    }
}
