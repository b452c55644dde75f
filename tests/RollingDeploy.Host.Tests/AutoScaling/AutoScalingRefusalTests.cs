using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.AutoScaling;

/// <summary>Every refusal: its type, its text, and that nothing has changed.</summary>
public sealed class AutoScalingRefusalTests(TestHost host)
{
    private const string Missing = "service namespace: sagemaker, resource ID: endpoint/none/variant/AllTraffic, scalable dimension: sagemaker:variant:DesiredInstanceCount";
    private const string None = "\"ServiceNamespace\":\"sagemaker\",\"ResourceId\":\"endpoint/none/variant/AllTraffic\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\"";
    private const string Track = "\"PolicyName\":\"p\",\"PolicyType\":\"TargetTrackingScaling\",\"TargetTrackingScalingPolicyConfiguration\":";
    private const string Step = "\"PolicyName\":\"p\",\"PolicyType\":\"StepScaling\",\"StepScalingPolicyConfiguration\":";
    private const string Invocations = "\"PredefinedMetricSpecification\":{\"PredefinedMetricType\":\"SageMakerVariantInvocationsPerInstance\"}";
    private const string Overlapping = "Step adjustment intervals must not overlap, and there must be no gaps between them";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("RegisterScalableTarget", None + ",\"MinCapacity\":1,\"MaxCapacity\":2", "SageMaker endpoint variant doesn't exist: endpoint/none/variant/AllTraffic")]
    [InlineData("RegisterScalableTarget", Scaled.Variant + ",\"MinCapacity\":9", "Maximum capacity cannot be less than minimum capacity")]
    [InlineData("RegisterScalableTarget", Scaled.Variant + ",\"MinCapacity\":-1", "MinCapacity and MaxCapacity must be greater than or equal to 0")]
    [InlineData("RegisterScalableTarget", None, "MinCapacity and MaxCapacity are required to register a new scalable target")]
    [InlineData("RegisterScalableTarget", "\"ServiceNamespace\":\"ecs\",\"ResourceId\":\"service/a/b\",\"ScalableDimension\":\"ecs:service:DesiredCount\"", "Unsupported service namespace, resource type or scalable dimension")]
    [InlineData("RegisterScalableTarget", "\"ServiceNamespace\":\"sagemaker\",\"ResourceId\":\"endpoint/demo\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\"", "Unsupported service namespace, resource type or scalable dimension")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Track + "{\"TargetValue\":0," + Invocations + "}", "TargetValue must be greater than 0 and not greater than 2^360")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Track + "{\"TargetValue\":1}", "Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Track + "{\"TargetValue\":1,\"ScaleInCooldown\":-1," + Invocations + "}", "ScaleInCooldown must be greater than or equal to 0")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Track + "{\"TargetValue\":1," + Invocations + "}", "Only one TargetTrackingScaling policy for a given metric specification is allowed.")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Track + "{\"TargetValue\":1,\"PredefinedMetricSpecification\":{\"PredefinedMetricType\":\"ECSServiceAverageCPUUtilization\"}}", "Scalable dimension sagemaker:variant:DesiredInstanceCount only supports the following predefined metric types: SageMakerVariantInvocationsPerInstance, SageMakerVariantConcurrentRequestsPerModelHighResolution")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Track + "{\"TargetValue\":1,\"CustomizedMetricSpecification\":{\"MetricName\":\"m\"}}", "MetricName, Namespace and Statistic are required for a customized metric")]
    [InlineData("PutScalingPolicy", Scaled.Variant + ",\"PolicyName\":\"p\",\"TargetTrackingScalingPolicyConfiguration\":{\"TargetValue\":1,\"CustomizedMetricSpecification\":{\"MetricName\":\"m\",\"Namespace\":\"n\",\"Statistic\":\"Sum\"}}", "PolicyType is required to create a scaling policy")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Step + "{\"AdjustmentType\":\"ChangeInCapacity\"}", "A step scaling policy must have between 1 and 20 step adjustments")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Step + "{\"StepAdjustments\":[{\"ScalingAdjustment\":1}]}", "AdjustmentType must be specified for step scaling policies")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Step + "{\"AdjustmentType\":\"ExactCapacity\",\"StepAdjustments\":[{\"ScalingAdjustment\":-1}]}", "ScalingAdjustment must not be negative when the adjustment type is ExactCapacity")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Step + "{\"AdjustmentType\":\"ChangeInCapacity\",\"StepAdjustments\":[{\"ScalingAdjustment\":1},{\"ScalingAdjustment\":2}]}", Overlapping)]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Step + "{\"AdjustmentType\":\"ChangeInCapacity\",\"StepAdjustments\":[{\"MetricIntervalUpperBound\":1,\"ScalingAdjustment\":1},{\"MetricIntervalLowerBound\":2,\"ScalingAdjustment\":2}]}", Overlapping)]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Step + "{\"AdjustmentType\":\"ChangeInCapacity\",\"StepAdjustments\":[{\"MetricIntervalLowerBound\":-1,\"ScalingAdjustment\":1}]}", "There must be a step adjustment with an unspecified lower bound when one step adjustment has a negative lower bound")]
    [InlineData("PutScalingPolicy", Scaled.Variant + "," + Step + "{\"AdjustmentType\":\"ChangeInCapacity\",\"MinAdjustmentMagnitude\":1,\"StepAdjustments\":[{\"ScalingAdjustment\":1}]}", "MinAdjustmentMagnitude must be at least 1, and only supported when the adjustment type is PercentChangeInCapacity")]
    [InlineData("DescribeScalingPolicies", "\"ServiceNamespace\":\"sagemaker\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\"", "If you specify a scalable dimension, you must also specify a resource ID")]
    [InlineData("DescribeScalingPolicies", "\"ServiceNamespace\":\"sagemaker\",\"MaxResults\":11", "MaxResults must be between 1 and 10")]
    [InlineData("DescribeScalableTargets", "\"ServiceNamespace\":\"sagemaker\",\"MaxResults\":0", "MaxResults must be between 1 and 50")]
    public async Task Request_ThatMakesNoSense_IsRefused(string operation, string members, string message) =>
        await Refuses(operation, members, "ValidationException", message);

    [Theory]
    [InlineData("PutScalingPolicy", None + "," + Track + "{\"TargetValue\":1," + Invocations + "}", "No scalable target registered for " + Missing)]
    [InlineData("DeregisterScalableTarget", None, "No scalable target found for " + Missing)]
    [InlineData("DeleteScalingPolicy", None + ",\"PolicyName\":\"p\"", "No scaling policy found for " + Missing + ", policy name: p")]
    public async Task Request_ForWhatIsNotThere_IsRefused(string operation, string members, string message) =>
        await Refuses(operation, members, "ObjectNotFoundException", message);

    [Fact]
    public async Task NextToken_ThatWasNeverGiven_IsRefused() => await Refuses(
        "DescribeScalingActivities", "\"ServiceNamespace\":\"sagemaker\",\"NextToken\":\"x\"", "InvalidNextTokenException", "The next token supplied was invalid.");

    [Fact]
    public async Task Policies_BeyondTheQuota_AreRefused()
    {
        await _account.HasTarget();
        const string steps = "\"PolicyType\":\"StepScaling\",\"StepScalingPolicyConfiguration\":{\"AdjustmentType\":\"ChangeInCapacity\",\"StepAdjustments\":[{\"ScalingAdjustment\":1}]}";
        for (var i = 0; i < 50; i++)
        {
            await _account.HasPolicy(steps, $"p{i}");
        }

        var answer = await _account.AutoScaling("PutScalingPolicy", $$"""{{{Scaled.Variant}},"PolicyName":"p50",{{steps}}}""");

        (answer.Status, answer.At("__type")).Should().Be((400, "LimitExceededException"));
    }

    private async Task Refuses(string operation, string members, string type, string message)
    {
        await _account.HasTarget();
        await _account.HasPolicy(name: "present");
        var before = await _account.Scales("DescribeScalingPolicies", "{\"ServiceNamespace\":\"sagemaker\"}");

        var answer = await _account.AutoScaling(operation, $"{{{members}}}");

        (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((400, type, message));
        (await _account.Scales("DescribeScalingPolicies", "{\"ServiceNamespace\":\"sagemaker\"}")).Text.Should().Be(before.Text);
    }
}
