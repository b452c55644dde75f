using RollingDeploy.Host.Tests.Oracle;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>The rows of CloudWatch.</summary>
internal static class CloudWatchRows
{
    private const string Usual = """ "AlarmName":"alarm","Period":60,"EvaluationPeriods":3,"DatapointsToAlarm":2,"TreatMissingData":"ignore","EvaluationWindow.WallClockWindow.Timezone":"Europe/Berlin" """;

    private const string Statistics = """{"SampleCount":2,"Sum":5,"Minimum":1,"Maximum":4}""";

    // PromQL alarms are refused.
    private static readonly string[] Never = ["EvaluationCriteria", "EvaluationInterval"];

    // A window and the tags to propagate are chosen in one of two ways.
    private static readonly string[] OneWay =
        ["EvaluationWindow.WallClockWindow", "ActionConfiguration.AlarmTagsPropagation.ExcludedTagKeys"];

    private static readonly string[] OtherWay =
        ["EvaluationWindow.SlidingWindow", "ActionConfiguration.AlarmTagsPropagation.IncludedTagKeys"];

    private static readonly string[] OfOneMetric =
        ["MetricName", "Namespace", "Statistic", "ExtendedStatistic", "EvaluateLowSampleCountPercentile", "Dimensions", "Period", "Unit"];

    private static readonly Look Alarm = new("DescribeAlarms", """{"AlarmNames":["alarm"]}""") { To = "MetricAlarms[0]" };

    private static readonly Look OfMetric = new("DescribeAlarmsForMetric", """
        {"Namespace":"Namespace","MetricName":"MetricName","Dimensions":[{"Name":"Name","Value":"Value"}]}
        """)
    {
        To = "MetricAlarms[0]",
    };

    private static readonly Look Tags = new(
        "ListTagsForResource", """{"ResourceARN":"arn:aws:cloudwatch:us-east-1:ACCOUNT:alarm:alarm"}""")
    { From = "Tags", To = "Tags" };

    public static IEnumerable<Row> All =>
    [
        Put(
            "a statistic",
            ""","ComparisonOperator":"LessThanThreshold" """,
            ["ExtendedStatistic", "EvaluateLowSampleCountPercentile", "Metrics", "ThresholdMetricId", .. OneWay],
            Alarm,
            OfMetric,
            Tags),
        Put(
            "a percentile",
            ""","ComparisonOperator":"LessThanThreshold","ExtendedStatistic":"p90","EvaluateLowSampleCountPercentile":"ignore" """,
            ["Statistic", "Metrics", "ThresholdMetricId", .. OtherWay],
            Alarm,
            OfMetric,
            Tags),
        Put(
            "an expression",
            ""","ComparisonOperator":"LessThanThreshold","Metrics":[{"Id":"e","Expression":"m * 2","Label":"twice","ReturnData":true},METRIC]""",
            [.. OfOneMetric, "ThresholdMetricId", .. OneWay],
            Alarm,
            Tags),
        Put(
            "a band",
            ""","ComparisonOperator":"GreaterThanUpperThreshold","ThresholdMetricId":"b","Metrics":[{"Id":"b","Expression":"ANOMALY_DETECTION_BAND(m, 2)","Label":"band","ReturnData":true,"Period":60},SEEN]""",
            [.. OfOneMetric, "Threshold", .. OneWay],
            Alarm,
            Tags),
        Composite("a suppressor", OneWay[1]),
        Composite("tags to leave out", OtherWay[1]),
        new(Service.CloudWatch, "SetAlarmState", "by hand")
        {
            Values = """{"AlarmName":"alarm","StateValue":"ALARM","StateReasonData":"{\"by\":\"hand\"}"}""",
            Before = account => account.HasAlarm("alarm"),
            Looks = [Alarm],
        },
        new(Service.CloudWatch, "TagResource", "an alarm")
        {
            Values = """{"ResourceARN":"arn:aws:cloudwatch:us-east-1:ACCOUNT:alarm:alarm"}""",
            Before = account => account.HasAlarm("alarm"),
            Looks = [Tags],
        },
        Data("a value", "StatisticValues", "Values", "Counts"),
        Data("values and their counts", "StatisticValues", "Value"),
        Data("statistics", "Value", "Values", "Counts"),
    ];

    private static Row Data(string name, params string[] without) => new(Service.CloudWatch, "PutMetricData", name)
    {
        Values = $$"""
            {"MetricData[].StorageResolution":60,"EntityMetricData[].MetricData[].StorageResolution":60,
             "MetricData[].StatisticValues":{{Statistics}},"EntityMetricData[].MetricData[].StatisticValues":{{Statistics}},
             "EntityMetricData[].MetricData[].MetricName":"Other",
             "EntityMetricData[].Entity":{"KeyAttributes":{"Type":"Service","Name":"n"},"Attributes":{"PlatformType":"Generic"} } }
            """,
        Without = [.. without.SelectMany(each => (string[])[$"MetricData[].{each}", $"EntityMetricData[].MetricData[].{each}"])],
        Looks = [Listed("MetricData[0]", "Metrics[0]"), Listed("Namespace", "Metrics[0].Namespace")],
    };

    private static Row Composite(string name, string without) => new(Service.CloudWatch, "PutCompositeAlarm", name)
    {
        Values = """{"AlarmName":"alarm","AlarmRule":"ALARM(errors)","ActionsSuppressor":"errors","ActionsSuppressorWaitPeriod":20,"ActionsSuppressorExtensionPeriod":30}""",
        Without = [without],
        Before = account => account.HasAlarm(),
        Looks = [new("DescribeAlarms", """{"AlarmNames":["alarm"],"AlarmTypes":["CompositeAlarm"]}""") { To = "CompositeAlarms[0]" }, Tags],
    };

    private static Look Listed(string from, string to) =>
        new("ListMetrics", """{"Namespace":"Namespace","MetricName":"MetricName"}""") { From = from, To = to };

    private static Row Put(string name, string values, string[] without, params Look[] looks) => new(Service.CloudWatch, "PutMetricAlarm", name)
    {
        Values = $"{{{Usual}{values}}}"
            .Replace("METRIC", """{"Id":"m","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"Namespace","MetricName":"MetricName","Dimensions":[{"Name":"Name","Value":"Value"}]},"Period":60,"Stat":"Sum","Unit":"Count"},"AccountId":"ACCOUNT"}""", StringComparison.Ordinal)
            .Replace("SEEN", """{"Id":"m","Label":"seen","ReturnData":true,"MetricStat":{"Metric":{"Namespace":"Namespace","MetricName":"MetricName"},"Period":60,"Stat":"Sum"}}""", StringComparison.Ordinal),
        Without = [.. without, .. Never],
        Looks = looks,
    };
}
