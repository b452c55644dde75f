using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Describes the alarms of a metric.</summary>
internal sealed record DescribeAlarmsForMetricInput
{
    [Required, Length(1, 255)]
    public string? MetricName { get; init; }

    [Required, Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    [Statistic]
    public string? Statistic { get; init; }

    public string? ExtendedStatistic { get; init; }

    [Length(0, 30)]
    public List<Dimension>? Dimensions { get; init; }

    /// <summary>The period, in seconds.</summary>
    [Range(1)]
    public int? Period { get; init; }

    [StandardUnit]
    public string? Unit { get; init; }
}

/// <summary>All alarms of the metric, without paging.</summary>
internal sealed record DescribeAlarmsForMetricOutput
{
    public List<MetricAlarm>? MetricAlarms { get; init; }
}
