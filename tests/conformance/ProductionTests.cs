using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RollingDeploy.Tests.Shared;

namespace RollingDeploy.Conformance;

/// <summary>
/// docs/recipes/load-my-production.md as it stands: its script saves one host with the AWS CLI, a second host starts with the
/// files, and the same script then saves the same from there.
/// </summary>
public sealed partial class ProductionTests : IDisposable
{
    private const string Account = "111122223333";
    private const string Region = "eu-west-1";
    private const string Role = "arn:aws:iam::111122223333:role/service-role";
    private const string Rolling = """
        {"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"CAPACITY_PERCENT","Value":50},"WaitIntervalInSeconds":120},"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}
        """;

    // Times are those of the start, and the ARN of a target has an ID of its own.
    private static readonly string[] Own =
        ["CreationTime", "LastModifiedTime", "ResolutionTime", "AlarmConfigurationUpdatedTimestamp", "StateUpdatedTimestamp", "StateTransitionedTimestamp", "ScalableTargetARN"];

    private readonly string _folder = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Recipe_OfOneHost_MakesTheSameInAnother()
    {
        await using var production = await HostProcess.Start();
        await Fill(production);
        var saved = await Save(production, "saved");

        await using var copy = await HostProcess.Start(("SeedPath", Path.Combine(_folder, "saved", "production")), ("Account", Account));
        var again = await Save(copy, "again");

        again.Should().BeEquivalentTo(saved);
        saved.Keys.Should().BeEquivalentTo(
            "endpoint-demo.json", "endpoint-other.json", "config-v1.json", "config-v2.json", "model-m.json", "model-shadow.json", "alarms.json",
            "targets.json", "policies.json");
        saved["endpoint-demo.json"].Should().Contain("\"CurrentInstanceCount\":4").And.Contain("\"CurrentWeight\":3").And.Contain("InService");
        saved["alarms.json"].Should().Contain("\"StateValue\":\"ALARM\"").And.Contain("TargetTracking-").And.Contain("step-up");
        copy.Output.Should().NotContain("Not loaded");
    }

    [Fact]
    public async Task Copy_OfAProduction_RollsBackAsItWould()
    {
        await using var production = await HostProcess.Start();
        await Fill(production);
        await Save(production, "saved");
        await using var copy = await HostProcess.Start(("SeedPath", Path.Combine(_folder, "saved", "production")), ("Account", Account));
        using var http = new HttpClient { BaseAddress = copy.Url };

        await Post(http, "sagemaker/CreateEndpointConfig", """{"EndpointConfigName":"v3","ProductionVariants":[{"VariantName":"a","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":4}]}""");

        await Post(http, "sagemaker/UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"v3","RetainDeploymentConfig":true}""");
        await Post(http, "_rollingdeploy/clock/advance", """{"until":{"endpoint":"demo","status":"InService"}}""");

        var deployments = await http.GetStringAsync(new Uri($"/_rollingdeploy/endpoints/demo/deployments?region={Region}", UriKind.Relative));
        deployments.Should().Contain("\"policy\":\"rolling\"").And.Contain("\"status\":\"rolledBack\"");
    }

    private static async Task Fill(HostProcess host)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        foreach (var name in (string[])["m", "shadow"])
        {
            await Post(http, "sagemaker/CreateModel", $$$"""{"ModelName":"{{{name}}}","PrimaryContainer":{"Image":"i:1","Environment":{"V":"1"}},"ExecutionRoleArn":"{{{Role}}}"}""");
        }

        await Post(http, "sagemaker/CreateEndpointConfig", """{"EndpointConfigName":"v1","ProductionVariants":[{"VariantName":"a","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":2}]}""");
        await Post(http, "sagemaker/CreateEndpointConfig", """{"EndpointConfigName":"v2","ProductionVariants":[{"VariantName":"a","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":2}],"ShadowProductionVariants":[{"VariantName":"s","ModelName":"shadow","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}""");
        await Post(http, "sagemaker/CreateEndpoint", $$"""{"EndpointName":"demo","EndpointConfigName":"v1","DeploymentConfig":{{Rolling}}}""");
        await Post(http, "sagemaker/CreateEndpoint", """{"EndpointName":"other","EndpointConfigName":"v2"}""");
        await Post(http, "_rollingdeploy/clock/advance", """{"seconds":60}""");
        await Post(http, "sagemaker/UpdateEndpointWeightsAndCapacities", """{"EndpointName":"demo","DesiredWeightsAndCapacities":[{"VariantName":"a","DesiredWeight":3,"DesiredInstanceCount":4}]}""");
        await Post(http, "_rollingdeploy/clock/advance", """{"seconds":60}""");
        await FillScaling(http);
        await FillAlarms(http);
    }

    private static async Task FillScaling(HttpClient http)
    {
        const string Target = "\"ServiceNamespace\":\"sagemaker\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\",\"ResourceId\":\"endpoint/demo/variant/a\"";
        await Post(http, "application-autoscaling/RegisterScalableTarget", $$$"""{{{{Target}}},"MinCapacity":1,"MaxCapacity":8}""");
        await Post(http, "application-autoscaling/PutScalingPolicy", $$$$"""
            {{{{{Target}}}},"PolicyName":"track","PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{
              "TargetValue":70,"PredefinedMetricSpecification":{"PredefinedMetricType":"SageMakerVariantInvocationsPerInstance"}}}
            """);
        var step = await Post(http, "application-autoscaling/PutScalingPolicy", $$$$"""
            {{{{{Target}}}},"PolicyName":"step","PolicyType":"StepScaling","StepScalingPolicyConfiguration":{
              "AdjustmentType":"ChangeInCapacity","Cooldown":60,"StepAdjustments":[{"MetricIntervalLowerBound":0,"ScalingAdjustment":1}]}}
            """);
        var arn = JsonNode.Parse(step)!["PolicyARN"]!;
        await Post(http, "cloudwatch/PutMetricAlarm", $$"""{"AlarmName":"step-up","Namespace":"N","MetricName":"Queue","Statistic":"Average","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold","AlarmActions":["{{arn}}"]}""");
    }

    private static async Task FillAlarms(HttpClient http)
    {
        await Post(http, "cloudwatch/PutMetricAlarm", """{"AlarmName":"errors","Namespace":"AWS/SageMaker","MetricName":"Invocation5XXErrors","Dimensions":[{"Name":"EndpointName","Value":"demo"},{"Name":"VariantName","Value":"a"}],"Statistic":"Sum","Period":60,"EvaluationPeriods":3,"DatapointsToAlarm":2,"Threshold":0.5,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"ignore","AlarmActions":["arn:aws:sns:eu-west-1:111122223333:on-call"]}""");
        await Post(http, "cloudwatch/PutMetricAlarm", """{"AlarmName":"rate","EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold","Metrics":[{"Id":"r","Expression":"100*e/n","Label":"rate"},{"Id":"e","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"N","MetricName":"E"},"Stat":"Sum","Period":60}},{"Id":"n","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"N","MetricName":"R"},"Stat":"Sum","Period":60}}]}""");

        // The first by name depends on the last.
        await Post(http, "cloudwatch/PutCompositeAlarm", """{"AlarmName":"z-inner","AlarmRule":"ALARM(errors) OR ALARM(rate)"}""");
        await Post(http, "cloudwatch/PutCompositeAlarm", """{"AlarmName":"a-outer","AlarmRule":"ALARM(\"z-inner\") AND NOT ALARM(rate)"}""");
        await Post(http, "cloudwatch/SetAlarmState", """{"AlarmName":"errors","StateValue":"ALARM","StateReason":"It is an exercise.","StateReasonData":"{\"why\":1}"}""");
        await Post(http, "cloudwatch/SetAlarmState", """{"AlarmName":"rate","StateValue":"OK","StateReason":"All is well."}""");
    }

    private static async Task<string> Post(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"/{path}?account={Account}&region={Region}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("{0} was answered: {1}", path, text);
        return text;
    }

    // Runs the first script of the recipe, and returns the files without what differs between any two hosts.
    private async Task<Dictionary<string, string>> Save(HostProcess host, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        var recipe = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "recipes", "load-my-production.md"));
        var start = new ProcessStartInfo("sh", ["-euc", "command -v aws >/dev/null || exit 77\n" + Script().Match(recipe).Groups["script"].Value])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in ((string, string)[])
            [("AWS_ENDPOINT_URL", host.Url.ToString().TrimEnd('/')), ("AWS_ACCESS_KEY_ID", Account), ("AWS_SECRET_ACCESS_KEY", "secret"),
                ("AWS_DEFAULT_REGION", Region), ("AWS_REGION", Region), ("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
                ("AWS_EC2_METADATA_DISABLED", "true"), ("NO_PROXY", "127.0.0.1"), ("no_proxy", "127.0.0.1")])
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.SkipWhen(process.ExitCode == 77 && Environment.GetEnvironmentVariable("CI") is not "true", "not run: AWS CLI not found");
        process.ExitCode.Should().Be(0, complaint);
        return Directory.GetFiles(Path.Combine(folder, "production")).ToDictionary(path => Path.GetFileName(path), Comparable);
    }

    private static string Comparable(string path)
    {
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        Strip(json);
        return json.ToJsonString();
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            // The reason of a composite alarm has the time at which the state of another alarm changed.
            foreach (var name in members.ContainsKey("AlarmRule") ? [.. Own, "StateReason", "StateReasonData"] : Own)
            {
                members.Remove(name);
            }
        }

        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject each => each.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children)
        {
            Strip(child);
        }
    }

    [GeneratedRegex("```sh\n(?<script>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();
}
