using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>The CloudWatch operations that are here. A new one is one line.</summary>
internal static class CloudWatchService
{
    public static Service Create() => new()
    {
        Name = "CloudWatch",
        Route = "cloudwatch",
        TargetPrefix = "GraniteServiceVersion20100801",
        SpeaksCbor = true,
        JsonVersion = "1.0",
        Query = new QueryApi("2010-08-01", "http://monitoring.amazonaws.com/doc/2010-08-01/"),
        SigningNames = ["monitoring"],
        Errors = CloudWatchErrors.Table,
        Examples = CloudWatchExamples.All,
        Operations =
        [
            Operation.Of<PutMetricAlarmInput>("PutMetricAlarm", CloudWatchJson.Default, Alarms.Put),
            Operation.Of<DescribeAlarmsInput, DescribeAlarmsOutput>("DescribeAlarms", CloudWatchJson.Default, DescribeAlarms.Handle),
            Operation.Of<DeleteAlarmsInput>("DeleteAlarms", CloudWatchJson.Default, Alarms.Delete),
            Operation.Of<SetAlarmStateInput>("SetAlarmState", CloudWatchJson.Default, Alarms.SetState),
            Operation.Of<PutMetricDataInput>("PutMetricData", CloudWatchJson.Default, MetricData.Put),
            Operation.Of<GetMetricStatisticsInput, GetMetricStatisticsOutput>(
                "GetMetricStatistics", CloudWatchJson.Default, MetricStatistics.Get),
            Operation.Of<ListMetricsInput, ListMetricsOutput>("ListMetrics", CloudWatchJson.Default, MetricList.List),
        ],
    };
}
