using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;
using CompositeAlarm = RollingDeploy.Core.Alarms.CompositeAlarm;
using MetricAlarm = RollingDeploy.Core.Alarms.MetricAlarm;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>
/// Returns alarms: first metric alarms, then composite alarms, each sorted by name. One token continues through both lists. Names
/// that do not exist are ignored. There are no log alarms.
/// </summary>
internal static class DescribeAlarms
{
    private const int DefaultPage = 50;

    public static DescribeAlarmsOutput Handle(DescribeAlarmsInput input, Call call)
    {
        if (input is { AlarmNames.Count: > 0, AlarmNamePrefix: not null })
        {
            throw CloudWatchErrors.Validation("AlarmNames and AlarmNamePrefix cannot both be specified");
        }

        RequireFamilyAlone(input);
        var token = input.NextToken is null
            ? null
            : call.Tokens.Open(input.NextToken) ?? throw CloudWatchErrors.InvalidNextToken();
        return call.Read(region =>
        {
            var most = input.MaxRecords ?? DefaultPage;
            var rest = Chosen(region, input)
                .Where(alarm => token is null || string.CompareOrdinal(Key(alarm), token) > 0)
                .Take(most + 1)
                .ToList();
            return Write(region, rest.Take(most).ToList(), rest.Count > most ? call.Tokens.Seal(Key(rest[most - 1])) : null,
                IsFamily(input));
        });
    }

    private static bool IsFamily(DescribeAlarmsInput input) =>
        (input.ChildrenOfAlarmName ?? input.ParentsOfAlarmName) is not null;

    private static void RequireFamilyAlone(DescribeAlarmsInput input)
    {
        var isAlone = input is { AlarmNames: null, AlarmNamePrefix: null, AlarmTypes: null, StateValue: null, ActionPrefix: null }
            && (input.ChildrenOfAlarmName is null || input.ParentsOfAlarmName is null);
        if (IsFamily(input) && !isAlone)
        {
            throw CloudWatchErrors.Validation("ChildrenOfAlarmName and ParentsOfAlarmName cannot be combined with other filters");
        }
    }

    private static IEnumerable<Alarm> Chosen(Region region, DescribeAlarmsInput input)
    {
        if (IsFamily(input))
        {
            return Family(region, input).OrderBy(Key, StringComparer.Ordinal);
        }

        var types = input.AlarmTypes is { Count: > 0 } given ? given : ["MetricAlarm"];
        IEnumerable<Alarm> metric = types.Contains("MetricAlarm") ? region.Alarms.OfMetrics : [];
        IEnumerable<Alarm> composite = types.Contains("CompositeAlarm") ? region.Alarms.Composites : [];
        return metric.Concat(composite).Where(alarm => Fits(alarm, input));
    }

    private static IEnumerable<Alarm> Family(Region region, DescribeAlarmsInput input)
    {
        IEnumerable<string> names = input.ParentsOfAlarmName is { } child ? region.Alarms.ParentsOf(child)
            : region.Alarms.TryGet<CompositeAlarm>(input.ChildrenOfAlarmName!, out var parent) ? parent.Children
            : [];
        return names.Select(region.Alarms.Find).OfType<Alarm>();
    }

    private static bool Fits(Alarm alarm, DescribeAlarmsInput input) =>
        (input.AlarmNames is not { Count: > 0 } names || names.Contains(alarm.Name))
        && (input.AlarmNamePrefix is null || alarm.Name.StartsWith(input.AlarmNamePrefix, StringComparison.Ordinal))
        && (input.StateValue is null || StateWord.Of(alarm.State) == input.StateValue)
        && (input.ActionPrefix is null
            || alarm.Actions.All.Any(action => action.StartsWith(input.ActionPrefix, StringComparison.Ordinal)));

    private static string Key(Alarm alarm) => (alarm is MetricAlarm ? "0" : "1") + alarm.Name;

    private static DescribeAlarmsOutput Write(Region region, List<Alarm> page, string? next, bool isBrief) => new()
    {
        MetricAlarms = [.. page.OfType<MetricAlarm>().Select(
            alarm => isBrief ? AlarmView.Brief(region, alarm) : AlarmView.Of(region, alarm))],
        CompositeAlarms = [.. page.OfType<CompositeAlarm>().Select(
            alarm => isBrief ? AlarmView.Brief(region, alarm) : AlarmView.Of(region, alarm))],
        LogAlarms = [],
        NextToken = next,
    };
}
