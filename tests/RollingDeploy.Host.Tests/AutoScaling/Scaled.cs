using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.AutoScaling;

/// <summary>What the tests of Application Auto Scaling begin with: the variant of demo, called as clients do.</summary>
internal static class Scaled
{
    public const string Variant =
        """
        "ServiceNamespace":"sagemaker","ResourceId":"endpoint/demo/variant/AllTraffic","ScalableDimension":"sagemaker:variant:DesiredInstanceCount"
        """;

    public const string Tracking =
        """
        "PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{"TargetValue":100,"PredefinedMetricSpecification":{"PredefinedMetricType":"SageMakerVariantInvocationsPerInstance"}}
        """;

    /// <summary>Demo in service with four instances, registered from 2 to 8, at a full minute.</summary>
    public static async Task HasTarget(this Account account)
    {
        await account.HasEndpoint();
        await account.Advances(55);
        await account.Scales("RegisterScalableTarget", $$"""{{{Variant}},"MinCapacity":2,"MaxCapacity":8}""");
    }

    public static Task<Answer> HasPolicy(this Account account, string policy = Tracking, string name = "policy") =>
        account.Scales("PutScalingPolicy", $$"""{{{Variant}},"PolicyName":"{{name}}",{{policy}}}""");

    public static async Task<Answer> Scales(this Account account, string operation, string body)
    {
        var answer = await account.AutoScaling(operation, body);
        answer.Status.Should().Be(200, answer.Text);
        return answer;
    }

    public static Task<Answer> Activities(this Account account, string more = "") =>
        account.Scales("DescribeScalingActivities", $$"""{"ServiceNamespace":"sagemaker"{{more}}}""");

    /// <summary>
    /// So many minutes with so many invocations for each instance; clients cannot put data of AWS's own namespaces.
    /// </summary>
    public static async Task Minutes(this Account account, int count, double invocations)
    {
        var metric = new MetricId("AWS/SageMaker", "InvocationsPerInstance", [new("EndpointName", "demo"), new("VariantName", "AllTraffic")]);
        for (var i = 0; i < count; i++)
        {
            account.Session.Apply(new PutMetricData(
                "us-east-1", [new Datum(metric, "None", null, 60, SampleSet.Of(invocations))]));
            await account.Advances(60);
        }
    }
}
