using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;
using AlarmContributor = RollingDeploy.Host.CloudWatch.Shapes.AlarmContributor;
using Dimension = RollingDeploy.Core.Metrics.Dimension;
using MetricAlarm = RollingDeploy.Core.Alarms.MetricAlarm;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>
/// DescribeAlarmContributors: returns the contributors of an alarm that are in ALARM, sorted by their identifiers.
/// </summary>
internal static class AlarmContributors
{
    public static DescribeAlarmContributorsOutput Describe(DescribeAlarmContributorsInput input, Call call)
    {
        // All contributors fit on one page, so no answer has a token.
        if (input.NextToken is not null)
        {
            throw CloudWatchErrors.InvalidNextToken();
        }

        return call.Read(region =>
        {
            var found = region.Alarms.Find(input.AlarmName!) ?? throw AlarmErrors.NoAlarmNamed(input.AlarmName!);
            return found is MetricAlarm { HasContributors: true } alarm
                ? new DescribeAlarmContributorsOutput { AlarmContributors = [.. alarm.Contributors.Values.Select(Write)] }
                : throw AlarmErrors.HasNoContributors(input.AlarmName!);
        });
    }

    public static Dictionary<string, string> Write(ImmutableArray<Dimension> attributes) =>
        attributes.ToDictionary(each => each.Name, each => each.Value);

    private static AlarmContributor Write(ContributorInAlarm each) => new()
    {
        ContributorId = each.Contributor.Id,
        ContributorAttributes = Write(each.Contributor.Attributes),
        StateReason = each.State.Reason,
        StateTransitionedTimestamp = each.State.Since,
    };
}
