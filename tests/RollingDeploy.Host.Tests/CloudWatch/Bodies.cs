using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>Requests that most tests begin with or change a little.</summary>
internal static class Bodies
{
    public const long Now = 1_893_456_000;

    public const string Topic = "arn:aws:sns:us-east-1:111122223333:topic";

    public const string MetricAlarm = """{"AlarmName":"a","Namespace":"N","MetricName":"m","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold"}""";

    public const string MathAlarm = """{"AlarmName":"a","EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold","Metrics":[{"Id":"e1","Expression":"100 * m1 / m2"},{"Id":"m1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"errors"},"Period":60,"Stat":"Sum"},"ReturnData":false},{"Id":"m2","MetricStat":{"Metric":{"Namespace":"N","MetricName":"requests"},"Period":60,"Stat":"Sum"},"ReturnData":false}]}""";

    /// <summary>The body with the members of <paramref name="change"/> instead of its own; null takes one away.</summary>
    public static string With(this string body, string change)
    {
        var changed = JsonNode.Parse(body)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            changed.Remove(name);
            if (value is not null)
            {
                changed[name] = value.DeepClone();
            }
        }

        return changed.ToJsonString();
    }

    /// <summary>A rule in a body, escaped as JSON has it.</summary>
    public static string Composite(string rule, string name = "c", string change = "{}") =>
        new JsonObject { ["AlarmName"] = name, ["AlarmRule"] = rule }.ToJsonString().With(change);

    public static Task<Answer> Puts(this Account account, params string[] datums) =>
        account.Tells("PutMetricData", $$"""{"Namespace":"N","MetricData":[{{string.Join(',', datums)}}]}""");

    /// <summary>The alarm of that name, of either type.</summary>
    public static async Task<JsonNode> Alarm(this Account account, string name = "a")
    {
        var answer = await account.CloudWatch("DescribeAlarms", $$"""{"AlarmNames":["{{name}}"],"AlarmTypes":["MetricAlarm","CompositeAlarm"]}""");
        return answer.Json["MetricAlarms"]!.AsArray().Concat(answer.Json["CompositeAlarms"]!.AsArray()).Single()!;
    }
}
