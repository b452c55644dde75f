namespace RollingDeploy.Host.CloudWatch;

/// <summary>
/// Example request bodies. Run them in order: the alarm in SageMaker's example of an update, data that puts it into ALARM, and a
/// composite alarm that a deployment can use too.
/// </summary>
internal static class CloudWatchExamples
{
    private const string Alarm = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:errors";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PutMetricAlarm"] = """
            {
              "AlarmName": "errors",
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
        ["PutMetricAlarm: on a Metrics Insights query"] = """
            {
              "AlarmName": "fleet",
              "AlarmDescription": "In ALARM while the errors of any endpoint are too many",
              "Metrics": [
                {
                  "Id": "q1",
                  "Expression": "SELECT SUM(Errors) FROM SCHEMA(MyApp, EndpointName) GROUP BY EndpointName ORDER BY MAX() DESC",
                  "Period": 60
                }
              ],
              "EvaluationPeriods": 1,
              "Threshold": 5,
              "ComparisonOperator": "GreaterThanThreshold",
              "TreatMissingData": "notBreaching"
            }
            """,
        ["PutCompositeAlarm"] = """
            {
              "AlarmName": "deployment",
              "AlarmDescription": "Named by a deployment instead of each of its alarms",
              "AlarmRule": "ALARM(errors)",
              "AlarmActions": ["arn:aws:sns:us-east-1:000000000000:on-call"]
            }
            """,
        ["PutMetricData"] = """
            {
              "Namespace": "MyApp",
              "MetricData": [{ "MetricName": "Errors", "Value": 9 }, { "MetricName": "Requests", "Value": 120 }]
            }
            """,
        ["PutMetricData: for each endpoint"] = """
            {
              "Namespace": "MyApp",
              "MetricData": [
                { "MetricName": "Errors", "Value": 9, "Dimensions": [{ "Name": "EndpointName", "Value": "demo" }] },
                { "MetricName": "Errors", "Value": 1, "Dimensions": [{ "Name": "EndpointName", "Value": "host" }] }
              ]
            }
            """,
        ["ListMetrics"] = """{ "Namespace": "MyApp" }""",
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
        ["GetMetricData"] = $$"""
            {
              "MetricDataQueries": [
                { "Id": "rate", "Expression": "100 * errors / requests", "Label": "Errors in percent" },
                { "Id": "errors", "ReturnData": false, "MetricStat": {{SumOf("Errors")}} },
                { "Id": "requests", "ReturnData": false, "MetricStat": {{SumOf("Requests")}} }
              ],
              "StartTime": 1893456000,
              "EndTime": 1893459600
            }
            """,
        ["GetMetricData: a Metrics Insights query"] = """
            {
              "MetricDataQueries": [
                {
                  "Id": "q1",
                  "Expression": "SELECT SUM(Errors) FROM SCHEMA(MyApp, EndpointName) GROUP BY EndpointName ORDER BY MAX() DESC LIMIT 5",
                  "Period": 60
                }
              ],
              "StartTime": 1893456000,
              "EndTime": 1893459600
            }
            """,
        ["SetAlarmState"] = """{ "AlarmName": "errors", "StateValue": "ALARM", "StateReason": "trying it out" }""",
        ["DescribeAlarms"] = """{ "AlarmTypes": ["MetricAlarm", "CompositeAlarm"], "StateValue": "ALARM" }""",
        ["DescribeAlarmsForMetric"] = """{ "Namespace": "MyApp", "MetricName": "Errors" }""",
        ["DescribeAlarmHistory"] = """
            {
              "AlarmName": "deployment",
              "AlarmTypes": ["CompositeAlarm"],
              "ScanBy": "TimestampAscending"
            }
            """,
        ["DescribeAlarmContributors"] = """{ "AlarmName": "fleet" }""",
        ["DisableAlarmActions"] = """{ "AlarmNames": ["deployment"] }""",
        ["EnableAlarmActions"] = """{ "AlarmNames": ["deployment"] }""",
        ["TagResource"] = $$"""{ "ResourceARN": "{{Alarm}}", "Tags": [{ "Key": "team", "Value": "search" }] }""",
        ["ListTagsForResource"] = $$"""{ "ResourceARN": "{{Alarm}}" }""",
        ["UntagResource"] = $$"""{ "ResourceARN": "{{Alarm}}", "TagKeys": ["team"] }""",
        ["DeleteAlarms"] = """{ "AlarmNames": ["deployment", "errors"] }""",
    };

    private static string SumOf(string metric) =>
        $$"""{ "Metric": { "Namespace": "MyApp", "MetricName": "{{metric}}" }, "Period": 60, "Stat": "Sum" }""";
}
