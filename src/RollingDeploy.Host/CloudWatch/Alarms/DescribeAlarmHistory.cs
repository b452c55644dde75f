using System.Globalization;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;
using AlarmHistoryItem = RollingDeploy.Core.Alarms.AlarmHistoryItem;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>Returns the history of alarms of the last two weeks, newest first. It includes deleted alarms.</summary>
internal static class DescribeAlarmHistory
{
    private const int DefaultPage = 100;

    public static DescribeAlarmHistoryOutput Handle(DescribeAlarmHistoryInput input, Call call)
    {
        var last = input.NextToken is null ? (long?)null : Open(input.NextToken, call);
        var isAscending = input.ScanBy == "TimestampAscending";
        return call.Read(region =>
        {
            var most = input.MaxRecords ?? DefaultPage;
            var items = region.AlarmHistory.At(region.Now);
            var rest = (isAscending ? items : items.Reverse())
                .Where(item => Fits(item, input) && (last is null || (isAscending ? item.Sequence > last : item.Sequence < last)))
                .Take(most + 1)
                .ToList();
            return new DescribeAlarmHistoryOutput
            {
                AlarmHistoryItems = [.. rest.Take(most).Select(AlarmHistoryView.Of)],
                NextToken = rest.Count > most
                    ? call.Tokens.Seal(rest[most - 1].Sequence.ToString(CultureInfo.InvariantCulture))
                    : null,
            };
        });
    }

    private static bool Fits(AlarmHistoryItem item, DescribeAlarmHistoryInput input) =>
        (input.AlarmName is null || item.AlarmName == input.AlarmName)
        && (input.AlarmTypes is { Count: > 0 } types ? types.Contains(item.Type.ToString()) : item.Type == AlarmType.MetricAlarm)
        && (input.HistoryItemType is null || AlarmHistoryView.TypeOf(item.Event) == input.HistoryItemType)
        && FitsContributor(item, input)
        && !(item.At < input.StartDate)
        && !(item.At > input.EndDate);

    // The history of contributors is left out unless it is asked for.
    private static bool FitsContributor(AlarmHistoryItem item, DescribeAlarmHistoryInput input) =>
        item.Event is ContributorEvent { Contributor.Id: var id }
            ? input.AlarmContributorId == id || (input.AlarmContributorId is null && IsOfContributors(input.HistoryItemType))
            : input.AlarmContributorId is null;

    private static bool IsOfContributors(string? type) => type is "AlarmContributorStateUpdate" or "AlarmContributorAction";

    private static long Open(string token, Call call) =>
        long.TryParse(call.Tokens.Open(token), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw CloudWatchErrors.InvalidNextToken();
}
