using RollingDeploy.Host.CloudWatch.Alarms;
using RollingDeploy.Host.CloudWatch.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>The CloudWatch operations. To add an operation, add a line.</summary>
internal static class CloudWatchService
{
    public static Service Create() => new()
    {
        Name = "CloudWatch",
        Description = "The metrics that endpoints publish, data of your own, and the alarms that deployments watch.",
        Route = "cloudwatch",
        TargetPrefix = "GraniteServiceVersion20100801",
        SpeaksCbor = true,
        JsonVersion = "1.0",
        Query = new QueryApi("2010-08-01", "http://monitoring.amazonaws.com/doc/2010-08-01/"),
        SigningNames = ["monitoring"],
        Errors = CloudWatchErrorTable.Table,
        Examples = CloudWatchExamples.All,
        Operations =
        [
            Operation.Of<PutMetricAlarmInput>("PutMetricAlarm", CloudWatchJson.Default, AlarmOperations.Put).UpTo(120 * 1024),
            Operation.Of<PutCompositeAlarmInput>("PutCompositeAlarm", CloudWatchJson.Default, AlarmOperations.Put),
            Operation.Of<DescribeAlarmsInput, DescribeAlarmsOutput>("DescribeAlarms", CloudWatchJson.Default, DescribeAlarms.Handle),
            Operation.Of<DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput>(
                "DescribeAlarmsForMetric", CloudWatchJson.Default, AlarmsForMetric.Handle),
            Operation.Of<DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput>(
                "DescribeAlarmHistory", CloudWatchJson.Default, DescribeAlarmHistory.Handle),
            Operation.Of<DeleteAlarmsInput>("DeleteAlarms", CloudWatchJson.Default, AlarmOperations.Delete),
            Operation.Of<SetAlarmStateInput>("SetAlarmState", CloudWatchJson.Default, AlarmOperations.SetState),
            Operation.Of<EnableAlarmActionsInput>("EnableAlarmActions", CloudWatchJson.Default, AlarmOperations.Enable),
            Operation.Of<DisableAlarmActionsInput>("DisableAlarmActions", CloudWatchJson.Default, AlarmOperations.Disable),
            Operation.Of<PutMetricDataInput>("PutMetricData", CloudWatchJson.Default, MetricData.Put).UpTo(1024 * 1024),
            Operation.Of<GetMetricDataInput, GetMetricDataOutput>("GetMetricData", CloudWatchJson.Default, GetMetricData.Handle),
            Operation.Of<GetMetricStatisticsInput, GetMetricStatisticsOutput>(
                "GetMetricStatistics", CloudWatchJson.Default, MetricStatistics.Get),
            Operation.Of<ListMetricsInput, ListMetricsOutput>("ListMetrics", CloudWatchJson.Default, MetricList.List),
            Operation.Of<TagResourceInput, TagResourceOutput>("TagResource", CloudWatchJson.Default, AlarmTags.Tag),
            Operation.Of<UntagResourceInput, UntagResourceOutput>("UntagResource", CloudWatchJson.Default, AlarmTags.Untag),
            Operation.Of<ListTagsForResourceInput, ListTagsForResourceOutput>(
                "ListTagsForResource", CloudWatchJson.Default, AlarmTags.List),
        ],
    };
}
