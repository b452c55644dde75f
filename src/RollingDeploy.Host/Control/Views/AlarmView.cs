using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Kernel;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.Control.Views;

/// <summary>An alarm with the data that it evaluates.</summary>
internal sealed record AlarmView
{
    public required string Name { get; init; }

    public required AlarmState State { get; init; }

    /// <summary>AWS's StateReason.</summary>
    public required string Reason { get; init; }

    /// <summary>When the alarm changed to its state.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether the last deployment policy of the endpoint has the alarm in its AutoRollbackConfiguration.</summary>
    public required bool Watched { get; init; }

    /// <summary>The rule of a composite alarm. A metric alarm has the members after this one instead.</summary>
    public string? Rule { get; init; }

    /// <summary>What is compared with the threshold, such as <c>Average of Invocation5XXErrors</c>.</summary>
    public string? Metric { get; init; }

    /// <summary>The unit of the values. It is absent if they have none, or if it is not known.</summary>
    public string? Unit { get; init; }

    /// <summary>How a value is compared: &gt;, ≥, &lt;, ≤, or a band.</summary>
    public string? Comparison { get; init; }

    public double? Threshold { get; init; }

    public int? PeriodSeconds { get; init; }

    public int? EvaluationPeriods { get; init; }

    public int? DatapointsToAlarm { get; init; }

    public MissingData? TreatMissingData { get; init; }

    /// <summary>The start of the evaluation periods.</summary>
    public DateTimeOffset? EvaluatedFrom { get; init; }

    /// <summary>The time of the last evaluation.</summary>
    public DateTimeOffset? EvaluatedTo { get; init; }

    /// <summary>The datapoints, oldest first.</summary>
    public List<AlarmPoint>? Points { get; init; }

    /// <summary>Returns the alarms that the deployments of an endpoint monitor, and those on metrics of the endpoint.</summary>
    public static List<AlarmView> Of(Region region, Endpoint endpoint, int periods, int most)
    {
        var watched = endpoint.Running?.Deployment.Alarms ?? endpoint.LastDeploymentConfig?.WatchedAlarms ?? [];
        return
        [
            .. watched.Select(region.Alarms.Find).OfType<Alarm>()
                .Concat(region.Alarms.OfMetrics
                    .Where(alarm => !watched.Contains(alarm.Name) && AlarmChart.IsAbout(alarm, "EndpointName", endpoint.Name))
                    .OrderBy(alarm => alarm.Name, StringComparer.Ordinal))
                .DistinctBy(alarm => alarm.Name)
                .Take(most)
                .Select(alarm => Of(region, alarm, watched.Contains(alarm.Name), periods)),
        ];
    }

    private static AlarmView Of(Region region, Alarm alarm, bool isWatched, int periods)
    {
        var view = new AlarmView
        {
            Name = alarm.Name,
            State = alarm.State,
            Reason = alarm.Current.Reason,
            Since = alarm.Current.Since,
            Watched = isWatched,
        };
        return alarm switch
        {
            CompositeAlarm composite => view with { Rule = composite.Configuration.Rule },
            MetricAlarm metric => view.With(metric.Configuration, AlarmChart.Of(metric, region, periods)),
            _ => view,
        };
    }

    private AlarmView With(AlarmConfiguration configuration, AlarmChart chart) => this with
    {
        Metric = AlarmWords.MetricOf(configuration.Source),
        Unit = chart.Unit,
        Comparison = AlarmWords.Of(configuration.Comparison),
        Threshold = configuration.Threshold,
        PeriodSeconds = chart.PeriodInSeconds,
        EvaluationPeriods = configuration.EvaluationPeriods,
        DatapointsToAlarm = configuration.DatapointsToAlarm,
        TreatMissingData = configuration.TreatMissingData,
        EvaluatedFrom = chart.EvaluatedFrom,
        EvaluatedTo = chart.EvaluatedTo,
        Points = [.. chart.Points.Select(point => AlarmPoint.Of(point, configuration))],
    };
}

/// <summary>The value of a period.</summary>
/// <param name="Time">The start of the period.</param>
/// <param name="Value">The value. It is absent if there is no data.</param>
/// <param name="Breaching">Whether the value breaches the threshold or the band.</param>
/// <param name="Lower">The lower end of the anomaly detection band. It is absent if the alarm has a threshold.</param>
/// <param name="Upper">The upper end of the band.</param>
internal sealed record AlarmPoint(DateTimeOffset Time, double? Value, bool? Breaching, double? Lower, double? Upper)
{
    // JSON has no infinite numbers.
    public static AlarmPoint Of(in Datapoint point, AlarmConfiguration configuration) =>
        point.Value is { } value && double.IsFinite(value)
            ? new(point.Start, value, configuration.IsBreachedBy(point), Finite(point.Band?.Lower), Finite(point.Band?.Upper))
            : new(point.Start, null, null, null, null);

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}

/// <summary>Describes what an alarm compares.</summary>
internal static class AlarmWords
{
    public static string MetricOf(AlarmSource source) => source switch
    {
        SingleMetric { Stat: var stat } => $"{stat.Statistic.Name} of {stat.Metric.Name}",
        MetricMathSource math => math.Queries.FirstOrDefault(query => query.Id == math.Id)?.Expression ?? math.Id,
        _ => "",
    };

    public static string Of(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.GreaterThanThreshold => ">",
        ComparisonOperator.GreaterThanOrEqualToThreshold => "≥",
        ComparisonOperator.LessThanThreshold => "<",
        ComparisonOperator.LessThanOrEqualToThreshold => "≤",
        ComparisonOperator.LessThanLowerThreshold => "below the band",
        ComparisonOperator.GreaterThanUpperThreshold => "above the band",
        ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold => "outside the band",
    };
}
