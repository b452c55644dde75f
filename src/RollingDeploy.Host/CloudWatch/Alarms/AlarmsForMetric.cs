using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.CloudWatch.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>Returns the alarms on a metric. Alarms on expressions are not included (cloudwatch.md §2).</summary>
internal static class AlarmsForMetric
{
    public static DescribeAlarmsForMetricOutput Handle(DescribeAlarmsForMetricInput input, Call call)
    {
        var metric = MetricIds.Read(input.Namespace!, input.MetricName!, input.Dimensions);
        return call.Read(region => new DescribeAlarmsForMetricOutput
        {
            MetricAlarms =
            [
                .. region.Alarms.OfMetrics
                    .Where(alarm => alarm.Configuration.Source is SingleMetric { Stat: var stat } && stat.Metric.Equals(metric)
                        && Fits(stat, input))
                    .Select(alarm => AlarmView.Of(region, alarm)),
            ],
        });
    }

    private static bool Fits(Core.Metrics.MetricStat stat, DescribeAlarmsForMetricInput input) =>
        (input.Statistic is null || stat.Statistic.Name == input.Statistic)
        && (input.ExtendedStatistic is null
            || (stat.Statistic is ExtendedStatistic && stat.Statistic.Name == input.ExtendedStatistic))
        && (input.Period is null || stat.PeriodInSeconds == input.Period)
        && (input.Unit is null || stat.Unit == input.Unit);
}
