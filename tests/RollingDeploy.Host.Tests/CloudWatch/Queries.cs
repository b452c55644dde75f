using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>Queries of metric data as JSON, and GetMetricData of them for the last five minutes.</summary>
internal static class Queries
{
    public static string Stat(string id, string metric, string stat = "Sum", int period = 60, string? unit = null) =>
        $$$"""{"Id":"{{{id}}}","MetricStat":{"Metric":{"Namespace":"N","MetricName":"{{{metric}}}"},"Period":{{{period}}},"Stat":"{{{stat}}}"{{{(unit is null ? "" : $",\"Unit\":\"{unit}\"")}}} } }""";

    public static string Formula(string id, string expression) => new JsonObject { ["Id"] = id, ["Expression"] = expression }.ToJsonString();

    public static string Body(string change, params string[] queries) =>
        $$"""{"MetricDataQueries":[{{string.Join(',', queries)}}],"StartTime":1893455700,"EndTime":1893456000}""".With(change);
}
