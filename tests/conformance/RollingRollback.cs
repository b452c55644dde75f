using System.Text;
using System.Text.Json;

namespace RollingDeploy.Conformance;

/// <summary>
/// The calls of one eventful deployment, without a client of AWS in between: seven instances roll by two, data alone trips the
/// alarm in the third batch, the way back goes in batches of one, and the next update succeeds.
/// </summary>
internal static class RollingRollback
{
    private const string Variant = "\"VariantName\":\"blue\",\"ModelName\":\"m\",\"InstanceType\":\"ml.m5.large\",\"InitialInstanceCount\":7";

    private static readonly (string Route, string Body)[] Calls =
    [
        ("/sagemaker/CreateModel", """{"ModelName":"m","PrimaryContainer":{"Image":"scorer:1"}}"""),
        ("/sagemaker/CreateEndpointConfig", $$"""{"EndpointConfigName":"old","ProductionVariants":[{{{Variant}}}]}"""),
        ("/sagemaker/CreateEndpointConfig", $$"""{"EndpointConfigName":"new","ProductionVariants":[{{{Variant}}}]}"""),
        ("/cloudwatch/PutMetricAlarm", """
            {"AlarmName":"errors","Namespace":"Scorer","MetricName":"Errors","Statistic":"Sum","Period":60,"EvaluationPeriods":1,
            "Threshold":1,"ComparisonOperator":"GreaterThanOrEqualToThreshold","TreatMissingData":"notBreaching"}
            """),
        ("/sagemaker/CreateEndpoint", """{"EndpointName":"e","EndpointConfigName":"old"}"""),
        ("/_rollingdeploy/clock/advance", """{"until":{"endpoint":"e","status":"InService"}}"""),
        ("/sagemaker/UpdateEndpoint", """
            {"EndpointName":"e","EndpointConfigName":"new","DeploymentConfig":{"RollingUpdatePolicy":
            {"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":300,
            "RollbackMaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1}},
            "AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}}
            """),
        ("/_rollingdeploy/clock/advance", """{"seconds":700}"""),
        ("/cloudwatch/PutMetricData", """{"Namespace":"Scorer","MetricData":[{"MetricName":"Errors","Value":3}]}"""),
        ("/_rollingdeploy/clock/advance", """{"until":{"endpoint":"e","status":"InService"}}"""),
        ("/_rollingdeploy/clock/advance", """{"seconds":120}"""),
        ("/sagemaker/UpdateEndpoint", """{"EndpointName":"e","EndpointConfigName":"new","RetainDeploymentConfig":true}"""),
        ("/_rollingdeploy/clock/advance", """{"until":{"endpoint":"e","status":"InService"}}"""),
    ];

    /// <summary>Makes the calls and returns every deployment with its journal, oldest first, as the host wrote them.</summary>
    public static async Task<string> Play(HostProcess host)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        foreach (var (route, body) in Calls)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri(route, UriKind.Relative), content);
            answer.IsSuccessStatusCode.Should().BeTrue($"{route} answered {await answer.Content.ReadAsStringAsync()}");
        }

        var list = await http.GetStringAsync(new Uri("/_rollingdeploy/endpoints/e/deployments", UriKind.Relative));
        var journals = new List<string>();
        foreach (var deployment in JsonDocument.Parse(list).RootElement.EnumerateArray().Reverse())
        {
            var id = deployment.GetProperty("id").GetString();
            journals.Add(await http.GetStringAsync(new Uri($"/_rollingdeploy/endpoints/e/deployments/{id}", UriKind.Relative)));
        }

        // A line for each entry, so that a difference can be read.
        return string.Join('\n', journals).Replace("{\"time\"", "\n{\"time\"", StringComparison.Ordinal) + "\n";
    }
}
