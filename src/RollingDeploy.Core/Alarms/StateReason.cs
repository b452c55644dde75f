using System.Globalization;

namespace RollingDeploy.Core.Alarms;

/// <summary>Makes the StateReason, with CloudWatch's texts (cloudwatch.md §3.6).</summary>
internal static class StateReason
{
    private const int MostShown = 5;

    public static string Of(AlarmConfiguration configuration, Evidence evidence, AlarmState from, AlarmState to)
    {
        if (to == AlarmState.InsufficientData)
        {
            return evidence.Missing.Count == 1
                ? "Insufficient Data: 1 datapoint was unknown."
                : $"Insufficient Data: {evidence.Missing.Count} datapoints were unknown.";
        }

        return evidence.Missing.Count > 0 && configuration.TreatMissingData is MissingData.Breaching or MissingData.NotBreaching
            ? Filled(configuration, evidence)
            : Crossed(configuration, evidence, from, to);
    }

    public static string Filled(AlarmConfiguration configuration, Evidence evidence)
    {
        var (real, filled) = (evidence.Real.Count, evidence.Missing.Count);
        var received = real switch
        {
            0 => "no datapoints were received",
            1 => "1 datapoint was received",
            _ => $"{real} datapoints were received",
        };
        var missing = filled == 1 ? "1 missing datapoint was" : $"{filled} missing datapoints were";
        var treatedAs = configuration.TreatMissingData == MissingData.Breaching ? "Breaching" : "NonBreaching";
        var periods = configuration.EvaluationPeriods == 1 ? "1 period" : $"{configuration.EvaluationPeriods} periods";
        return $"Threshold Crossed: {received} for {periods} and {missing} treated as [{treatedAs}].";
    }

    private static string Crossed(AlarmConfiguration configuration, Evidence evidence, AlarmState from, AlarmState to)
    {
        var isAlarm = to == AlarmState.Alarm;
        var crossing = evidence.Real.Where(point => configuration.IsBreachedBy(point) == isAlarm).Reverse().ToList();
        var were = (crossing.Count == 1 ? "was " : "were ") + (isAlarm ? "" : "not ") + Words(configuration.Comparison);
        var listed = string.Join(", ", crossing.Take(MostShown).Select(Print));
        var count = crossing.Count == 1 && configuration.EvaluationPeriods == 1 && from == AlarmState.InsufficientData
            ? "1 datapoint"
            : $"{crossing.Count} out of the last {evidence.Real.Count} datapoints";
        var needed = isAlarm
            ? configuration.DatapointsToAlarm
            : configuration.EvaluationPeriods - configuration.DatapointsToAlarm + 1;
        var transition = from == AlarmState.InsufficientData
            ? ""
            : $" (minimum {needed} datapoint{(needed == 1 ? "" : "s")} for {(isAlarm ? "OK -> ALARM" : "ALARM -> OK")} transition)";
        if (configuration.Threshold is not { } value)
        {
            return $"Thresholds Crossed: {count} [{listed}] {(crossing.Count == 1 ? "was " : "were ")}{(isAlarm ? "" : "not ")}"
                + $"{OfBand(configuration.Comparison, crossing.Take(MostShown))}{transition}.";
        }

        var threshold = $"the threshold ({JavaNumber.ToText(value)})";
        return crossing.Count < MostShown
            ? $"Threshold Crossed: {count} [{listed}] {were} {threshold}{transition}."
            : $"Threshold Crossed: {count} {were} {threshold}. The most recent datapoints which crossed the threshold: [{listed}]{transition}.";
    }

    private static string OfBand(ComparisonOperator comparison, IEnumerable<Datapoint> points)
    {
        var lower = $"less than the lower thresholds [{string.Join(", ", points.Select(point => JavaNumber.ToText(point.Band!.Value.Lower)))}]";
        var upper = $"greater than the upper thresholds [{string.Join(", ", points.Select(point => JavaNumber.ToText(point.Band!.Value.Upper)))}]";
        return comparison switch
        {
            ComparisonOperator.LessThanLowerThreshold => lower,
            ComparisonOperator.GreaterThanUpperThreshold => upper,
            _ => $"{lower} or {upper}",
        };
    }

    public static string Words(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.GreaterThanOrEqualToThreshold => "greater than or equal to",
        ComparisonOperator.GreaterThanThreshold => "greater than",
        ComparisonOperator.LessThanThreshold => "less than",
        _ => "less than or equal to",
    };

    public static string Print(Datapoint point) =>
        $"{JavaNumber.ToText(point.Value!.Value)} ({point.Start.ToString("dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture)})";
}
