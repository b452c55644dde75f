using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>What most tests need before they begin; each call must succeed.</summary>
public static class Scenes
{
    public const string Role = "arn:aws:iam::111122223333:role/sagemaker";

    public static async Task HasModel(this Account account, string name = "model") => await account.Does(
        "CreateModel", $$"""{"ModelName":"{{name}}","PrimaryContainer":{"Image":"registry/image:1"},"ExecutionRoleArn":"{{Role}}"}""");

    /// <summary>A model whose container has one variable in its environment.</summary>
    public static Task<Answer> CreatesModel(this Account account, string variable, string value, string name = "model") =>
        account.SageMaker(
        "CreateModel", $$$$"""{"ModelName":"{{{{name}}}}","PrimaryContainer":{"Image":"registry/image:1","Environment":{"{{{{variable}}}}":"{{{{value}}}}"}}}""");

    /// <summary>The endpoint demo in service, of a model that is there.</summary>
    public static async Task ServesModel(this Account account, int instances = 1)
    {
        await account.HasConfig("blue", instances);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await account.AdvanceUntil("InService");
    }

    /// <summary>The Sum of a metric of demo's only variant since the start.</summary>
    public static async Task<double> Sum(this Account account, string metric)
    {
        var answer = await account.CloudWatch("GetMetricStatistics", $$"""
            {"Namespace":"AWS/SageMaker","MetricName":"{{metric}}","StartTime":1893456000,"EndTime":1893542400,"Period":86400,"Statistics":["Sum"],
             "Dimensions":[{"Name":"EndpointName","Value":"demo"},{"Name":"VariantName","Value":"AllTraffic"}]}
            """);
        return answer.Json["Datapoints"]!.AsArray().Sum(point => point!["Sum"]!.GetValue<double>());
    }

    public static async Task HasConfig(this Account account, string name, int instances) => await account.Does(
        "CreateEndpointConfig",
        $$"""{"EndpointConfigName":"{{name}}","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":{{instances}}}]}""");

    /// <summary>The model, the configurations blue and green, and the endpoint demo in service on blue.</summary>
    public static async Task HasEndpoint(this Account account, int blue = 4, int? green = null)
    {
        await account.HasModel();
        await account.HasConfig("blue", blue);
        await account.HasConfig("green", green ?? blue);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await account.AdvanceUntil("InService");
    }

    public static async Task HasAlarm(this Account account, string name = "errors") => (await account.CloudWatch(
        "PutMetricAlarm",
        $$"""{"AlarmName":"{{name}}","Namespace":"MyApp","MetricName":"Errors","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"notBreaching"}"""))
        .Status.Should().Be(200);

    /// <summary>An alarm that depends on the time, so it is evaluated every minute. Others sleep without data.</summary>
    public static async Task HasAlarmThatNeverSleeps(this Account account) => (await account.CloudWatch("PutMetricAlarm", """
        {"AlarmName":"errors","EvaluationPeriods":1,"Threshold":100,"ComparisonOperator":"GreaterThanThreshold","Metrics":[
          {"Id":"e","Expression":"FILL(m, MINUTE(m))"},
          {"Id":"m","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"MyApp","MetricName":"Errors"},"Stat":"Sum","Period":60}}]}
        """)).Status.Should().Be(200);

    public static async Task SetsAlarm(this Account account, string state, string name = "errors") => (await account.CloudWatch(
        "SetAlarmState", $$"""{"AlarmName":"{{name}}","StateValue":"{{state}}","StateReason":"test"}""")).Status.Should().Be(200);

    /// <summary>Updates demo to green; <paramref name="deploymentConfig"/> is JSON.</summary>
    public static Task<Answer> Updates(this Account account, string? deploymentConfig = null, string config = "green",
        string more = "") => account.Does(
        "UpdateEndpoint",
        $$"""{"EndpointName":"demo","EndpointConfigName":"{{config}}"{{(deploymentConfig is null ? "" : $",\"DeploymentConfig\":{deploymentConfig}")}}{{more}}}""");

    public static async Task<Answer> Does(this Account account, string operation, string body)
    {
        var answer = await account.SageMaker(operation, body);
        answer.Status.Should().Be(200, answer.Text);
        return answer;
    }

    public static Task<Answer> Describes(this Account account) => account.Does("DescribeEndpoint", """{"EndpointName":"demo"}""");

    public static Task<Answer> Advances(this Account account, double seconds) =>
        account.AdvancesBy(FormattableString.Invariant($$"""{"seconds":{{seconds}}}"""));

    public static async Task AdvanceUntil(this Account account, string status) =>
        (await account.AdvancesBy($$$"""{"until":{"endpoint":"demo","status":"{{{status}}}"}}""")).At("reached").Should().Be("true");

    private static async Task<Answer> AdvancesBy(this Account account, string body)
    {
        var answer = await account.Ours("POST clock/advance", body);
        answer.Status.Should().Be(200, answer.Text);
        return answer;
    }

    /// <summary>The endpoint demo, some seconds after the start of an update by batches of one instance.</summary>
    public static async Task BeginsRolling(this Account account, int wait, int seconds)
    {
        await account.HasEndpoint();
        await account.AdvanceUntil("InService");
        await account.Does("UpdateEndpoint", $$$"""
            {"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{"RollingUpdatePolicy":
             {"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":{{{wait}}} } } }
            """);
        await account.Ours("POST clock/advance", $$"""{"seconds":{{seconds}}}""");
    }
}
