namespace RollingDeploy.Core.Alarms.Contributors;

/// <summary>
/// Makes the StateReason of an alarm with contributors, as observed on AWS, and those of its contributors (user guide, alarm
/// events and EventBridge, multi time series alarm).
/// </summary>
internal static class ContributorReason
{
    /// <summary>The most contributors that can be in ALARM (user guide, limits that apply to Metrics Insights alarms).</summary>
    public const int MostInAlarm = 100;

    public const string NoData = "No data was returned for this contributor";

    /// <summary>
    /// Returns the reason of an alarm. If more contributors are breaching than can be in ALARM, it has no total.
    /// </summary>
    public static string OfAlarm(int inAlarm, int all, bool areMoreBreaching) =>
        areMoreBreaching ? $"{inAlarm}+ time series evaluated to ALARM"
        : inAlarm > 0 ? $"{inAlarm} out of {all} time series evaluated to ALARM"
        : $"{all} time series evaluated to OK";

    public static string WithoutSeries(MissingData treatment)
    {
        var word = treatment == MissingData.NotBreaching ? "NonBreaching" : treatment.ToString();
        return $"No time series were returned by the query. Treat missing data is configured as [{word}].";
    }

    // AWS's example: "Threshold Crossed: 1 datapoint was less than the threshold (1.0). The most recent datapoint which crossed
    // the threshold: [0.0 (01/12/25 13:34:00)]."
    public static string OfContributor(AlarmConfiguration configuration, Evidence evidence, AlarmState to)
    {
        if (evidence.Missing.Count > 0 && configuration.TreatMissingData is MissingData.Breaching or MissingData.NotBreaching)
        {
            return StateReason.Filled(configuration, evidence);
        }

        var isAlarm = to == AlarmState.Alarm;
        var crossing = evidence.Real.Where(point => configuration.IsBreachedBy(point) == isAlarm).ToList();
        var count = crossing.Count == 1 ? "1 datapoint was" : $"{crossing.Count} datapoints were";
        return $"Threshold Crossed: {count} {(isAlarm ? "" : "not ")}{StateReason.Words(configuration.Comparison)} the threshold "
            + $"({JavaNumber.ToText(configuration.Threshold!.Value)}). The most recent datapoint which crossed the threshold: "
            + $"[{StateReason.Print(crossing[^1])}].";
    }
}
