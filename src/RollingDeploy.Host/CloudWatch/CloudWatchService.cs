using RollingDeploy.Host.CloudWatch.Alarms;
using RollingDeploy.Host.CloudWatch.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>The CloudWatch operations. To add an operation, add a line.</summary>
internal static class CloudWatchService
{
    private static readonly CloudWatchJson Json = CloudWatchJson.Default;

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
            Operation.Of("PutMetricAlarm", Json.PutMetricAlarmInput, AlarmOperations.Put).UpTo(120 * 1024),
            Operation.Of("PutCompositeAlarm", Json.PutCompositeAlarmInput, AlarmOperations.Put),
            Operation.Of("DescribeAlarms", Json.DescribeAlarmsInput, Json.DescribeAlarmsOutput, DescribeAlarms.Handle),
            Operation.Of(
                "DescribeAlarmsForMetric",
                Json.DescribeAlarmsForMetricInput,
                Json.DescribeAlarmsForMetricOutput,
                AlarmsForMetric.Handle),
            Operation.Of(
                "DescribeAlarmHistory",
                Json.DescribeAlarmHistoryInput,
                Json.DescribeAlarmHistoryOutput,
                DescribeAlarmHistory.Handle),
            Operation.Of(
                "DescribeAlarmContributors",
                Json.DescribeAlarmContributorsInput,
                Json.DescribeAlarmContributorsOutput,
                AlarmContributors.Describe),
            Operation.Of("DeleteAlarms", Json.DeleteAlarmsInput, AlarmOperations.Delete),
            Operation.Of("SetAlarmState", Json.SetAlarmStateInput, AlarmOperations.SetState),
            Operation.Of("EnableAlarmActions", Json.EnableAlarmActionsInput, AlarmOperations.Enable),
            Operation.Of("DisableAlarmActions", Json.DisableAlarmActionsInput, AlarmOperations.Disable),
            Operation.Of("PutMetricData", Json.PutMetricDataInput, MetricData.Put).UpTo(1024 * 1024),
            Operation.Of("GetMetricData", Json.GetMetricDataInput, Json.GetMetricDataOutput, GetMetricData.Handle),
            Operation.Of(
                "GetMetricStatistics", Json.GetMetricStatisticsInput, Json.GetMetricStatisticsOutput, MetricStatistics.Get),
            Operation.Of("ListMetrics", Json.ListMetricsInput, Json.ListMetricsOutput, MetricList.List),
            Operation.Of("TagResource", Json.TagResourceInput, Json.TagResourceOutput, AlarmTags.Tag),
            Operation.Of("UntagResource", Json.UntagResourceInput, Json.UntagResourceOutput, AlarmTags.Untag),
            Operation.Of(
                "ListTagsForResource", Json.ListTagsForResourceInput, Json.ListTagsForResourceOutput, AlarmTags.List),
        ],
    };
}
