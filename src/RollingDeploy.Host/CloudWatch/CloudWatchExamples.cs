namespace RollingDeploy.Host.CloudWatch;

/// <summary>Bodies to try operations out with: the alarm that SageMaker's example of an update watches, and data that trips it.</summary>
internal static class CloudWatchExamples
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PutMetricAlarm"] = """
            {
              "AlarmName": "my-alarm",
              "Namespace": "MyApp",
              "MetricName": "Errors",
              "Statistic": "Sum",
              "Period": 60,
              "EvaluationPeriods": 1,
              "Threshold": 5,
              "ComparisonOperator": "GreaterThanThreshold",
              "TreatMissingData": "notBreaching"
            }
            """,
        ["PutMetricData"] = """{ "Namespace": "MyApp", "MetricData": [{ "MetricName": "Errors", "Value": 9 }] }""",
        ["SetAlarmState"] = """{ "AlarmName": "my-alarm", "StateValue": "ALARM", "StateReason": "trying it out" }""",
        ["DeleteAlarms"] = """{ "AlarmNames": ["my-alarm"] }""",
        ["GetMetricStatistics"] = """
            {
              "Namespace": "MyApp",
              "MetricName": "Errors",
              "StartTime": 1893456000,
              "EndTime": 1893459600,
              "Period": 60,
              "Statistics": ["Sum"]
            }
            """,
    };
}
