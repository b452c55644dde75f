using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>
/// Missing data is treated so that an alarm without data always trips, or so that a lack of data can never trip it.
/// </summary>
internal static class MissingDataDecides
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        foreach (var alarm in subject.Alarms.Where(alarm => alarm is { Configuration: not null, HasData: false }))
        {
            var treated = alarm.Configuration!.TreatMissingData;
            if (treated == MissingData.Breaching)
            {
                yield return new(
                    "missingDataAlwaysTrips",
                    WarningRules.FieldOf(alarm, "TreatMissingData"),
                    "The metric has no data, and missing data counts as breaching. Without requests, the alarm trips by itself.",
                    "Use notBreaching for metrics that exist only while there are requests.");
            }
            else if (IsForLittle(alarm.Configuration.Comparison))
            {
                yield return new(
                    "missingDataNeverTrips",
                    WarningRules.FieldOf(alarm, "TreatMissingData"),
                    "The alarm trips if the value is low, but the metric has no data, and missing data does not count as breaching. If the "
                    + "new fleet answers nothing at all, the alarm does not trip.",
                    "Use breaching, if the metric has data whenever the endpoint works.");
            }
        }
    }

    private static bool IsForLittle(ComparisonOperator comparison) => comparison is
        ComparisonOperator.LessThanThreshold or ComparisonOperator.LessThanOrEqualToThreshold
        or ComparisonOperator.LessThanLowerThreshold;
}
