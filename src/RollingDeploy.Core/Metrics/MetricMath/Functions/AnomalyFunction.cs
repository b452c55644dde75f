namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>
/// The function <c>ANOMALY_DETECTION_BAND(m1[, deviations])</c>, with the model of the caller. According to AWS, <c>LAST</c> of
/// it is the lower bound, so the upper bound is first.
/// </summary>
internal static class AnomalyFunction
{
    private const double DefaultDeviations = 2;

    public static MathFunction AnomalyDetectionBand { get; } = new("ANOMALY_DETECTION_BAND", "TS[, S]", 1, 2, Apply) { DependsOnMore = true };

    private static SeriesList Apply(FunctionCall call)
    {
        var model = call.Context.AnomalyBand
            ?? throw new MathException("ANOMALY_DETECTION_BAND is not supported here", call.Position);
        var metric = call.Series(0);
        var deviations = call.Has(1) ? call.Scalar(1) : DefaultDeviations;
        if (double.IsNaN(deviations))
        {
            var none = TimeSeries.Empty(metric.PeriodSeconds, metric.Label);
            return new([none, none]);
        }

        var band = model(metric, deviations);
        return new([band.Upper, band.Lower]);
    }
}
