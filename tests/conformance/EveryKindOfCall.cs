using System.Text;

namespace RollingDeploy.Conformance;

/// <summary>
/// A script with everything in it that chance or an id has a part in: sessions, asynchronous requests, faults that strike a part
/// of the calls, a model that errs, a shadow variant, auto scaling, launches with jitter, and a deployment that errors take back.
/// </summary>
internal static class EveryKindOfCall
{
    private const string Json = "application/json";
    private const string Shadow = "{\"VariantName\":\"shadow\",\"ModelName\":\"bad\",\"InstanceType\":\"ml.m5.large\",\"InitialInstanceCount\":1}";

    private static readonly (string Route, string Body)[] Setting =
    [
        ("/sagemaker/CreateModel", """{"ModelName":"m","PrimaryContainer":{"Image":"scorer:1"}}"""),
        ("/sagemaker/CreateModel",
            """{"ModelName":"bad","PrimaryContainer":{"Image":"scorer:2","Environment":{"ROLLINGDEPLOY_ERROR_RATE":"0.6"}}}"""),
        ("/sagemaker/CreateEndpointConfig",
            $$$"""{"EndpointConfigName":"old","ProductionVariants":[{{{Variant("m")}}}],"ShadowProductionVariants":[{{{Shadow}}}]}"""),
        ("/sagemaker/CreateEndpointConfig", $$$"""{"EndpointConfigName":"new","ProductionVariants":[{{{Variant("bad")}}}]}"""),
        ("/sagemaker/CreateEndpointConfig", $$$"""
            {"EndpointConfigName":"queue","ProductionVariants":[{{{Variant("bad")}}}],
             "AsyncInferenceConfig":{"OutputConfig":{"S3OutputPath":"s3://b/out","S3FailurePath":"s3://b/failed"} } }
            """),
        ("/sagemaker/CreateEndpoint", """{"EndpointName":"e","EndpointConfigName":"old"}"""),
        ("/sagemaker/CreateEndpoint", """{"EndpointName":"q","EndpointConfigName":"queue"}"""),
        ("/_rollingdeploy/clock/advance", """{"seconds":60}"""),
        ("/_rollingdeploy/faults", """{"kind":"throttling","operation":"ListEndpoints","rate":0.5}"""),
        ("/_rollingdeploy/faults", """{"kind":"internalError","operation":"ListModels","rate":0.5}"""),
        ("/application-autoscaling/RegisterScalableTarget", """
            {"ServiceNamespace":"sagemaker","ResourceId":"endpoint/q/variant/blue","ScalableDimension":"sagemaker:variant:DesiredInstanceCount",
             "MinCapacity":5,"MaxCapacity":8}
            """),
        ("/cloudwatch/PutMetricAlarm", """
            {"AlarmName":"errors","Namespace":"AWS/SageMaker","MetricName":"Invocation5XXErrors","Statistic":"Sum","Period":60,
            "Dimensions":[{"Name":"EndpointName","Value":"e"},{"Name":"VariantName","Value":"blue"}],"EvaluationPeriods":1,
            "Threshold":2,"ComparisonOperator":"GreaterThanOrEqualToThreshold","TreatMissingData":"notBreaching"}
            """),
    ];

    private static readonly (string Route, string Body)[] Questions =
    [
        ("/sagemaker/DescribeEndpoint", """{"EndpointName":"e"}"""),
        ("/sagemaker/DescribeEndpoint", """{"EndpointName":"q"}"""),
        ("/cloudwatch/DescribeAlarms", "{}"),
        ("/cloudwatch/DescribeAlarmHistory", """{"AlarmName":"errors"}"""),
        ("/cloudwatch/ListMetrics", "{}"),
        ("/cloudwatch/GetMetricData", """
            {"StartTime":1893456000,"EndTime":1893463200,"MetricDataQueries":[
             {"Id":"all","Expression":"SEARCH('{AWS/SageMaker,EndpointName,VariantName}', 'Sum', 60)"}]}
            """),
        ("/application-autoscaling/DescribeScalingActivities", """{"ServiceNamespace":"sagemaker"}"""),
    ];

    private static readonly string[] Views =
    [
        "/_rollingdeploy/endpoints/e/journal", "/_rollingdeploy/endpoints/q/journal", "/_rollingdeploy/faults", "/_rollingdeploy/clock", "/health",
    ];

    /// <summary>
    /// Makes the calls and returns every answer, with its headers, as the host wrote it; only ids of requests are left out.
    /// </summary>
    public static async Task<string> Play(HostProcess host)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        var told = new StringBuilder();
        foreach (var (route, body) in Setting)
        {
            await Tell(http, told, route, body);
        }

        await Tell(http, told, "/sagemaker/UpdateEndpoint", """
            {"EndpointName":"e","EndpointConfigName":"new","DeploymentConfig":{"RollingUpdatePolicy":
            {"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":300},
            "AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}}
            """);
        for (var round = 0; round < 20; round++)
        {
            await Tell(http, told, "/endpoints/e/invocations", "1,2", ("X-Amzn-SageMaker-Session-Id", "NEW_SESSION"));
            await Tell(http, told, "/endpoints/e/invocations", "3,4");
            await Tell(http, told, "/endpoints/e/invocations-response-stream", "5,6");
            await Tell(http, told, "/endpoints/q/async-invocations", "", ("X-Amzn-SageMaker-InputLocation", "s3://b/question"));
            await Tell(http, told, "/sagemaker/ListEndpoints", "{}");
            await Tell(http, told, "/sagemaker/ListModels", "{}");
            await Tell(http, told, "/_rollingdeploy/clock/advance", """{"seconds":45}""");
        }

        foreach (var (route, body) in Questions)
        {
            await Tell(http, told, route, body);
        }

        foreach (var view in Views)
        {
            told.AppendLine(view).AppendLine(await http.GetStringAsync(new Uri(view, UriKind.Relative)));
        }

        return told.ToString();
    }

    private static async Task Tell(
        HttpClient http, StringBuilder told, string route, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(route, UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, Json),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await http.SendAsync(request);
        told.AppendLine($"{route} {(int)answer.StatusCode}");
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(
            header => header.Key is not ("Date" or "x-amzn-RequestId")))
        {
            told.AppendLine($"{name}: {string.Join(',', values)}");
        }

        told.AppendLine(await answer.Content.ReadAsStringAsync());
    }

    private static string Variant(string model) =>
        $$"""{"VariantName":"blue","ModelName":"{{model}}","InstanceType":"ml.m5.large","InitialInstanceCount":4}""";
}
