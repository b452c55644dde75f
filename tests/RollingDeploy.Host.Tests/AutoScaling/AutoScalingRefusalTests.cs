using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.AutoScaling;

/// <summary>Every refusal: its type, its text, and that nothing has changed.</summary>
public sealed class AutoScalingRefusalTests(TestHost host)
{
    private const string Missing = "service namespace: sagemaker, resource ID: endpoint/none/variant/AllTraffic, scalable dimension: sagemaker:variant:DesiredInstanceCount";
    private const string None = "\"ServiceNamespace\":\"sagemaker\",\"ResourceId\":\"endpoint/none/variant/AllTraffic\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\"";
    private const string Misfit = "\"ServiceNamespace\":\"sagemaker\",\"ResourceId\":\"inference-component/c\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\"";
    private const string MissingMisfit = "service namespace: sagemaker, resource ID: inference-component/c, scalable dimension: sagemaker:variant:DesiredInstanceCount";
    private const string Scheduled = "\"ScheduledActionName\":\"a\",\"Schedule\":\"rate(1 hour)\",\"ScalableTargetAction\":{\"MinCapacity\":1}";
    private const string Schedule = Scaled.Variant + ",\"ScheduledActionName\":\"present\",\"ScalableTargetAction\":{\"MinCapacity\":1},\"Schedule\":";
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
    [InlineData("RegisterScalableTarget", Misfit + ",\"MinCapacity\":1,\"MaxCapacity\":2", "Unsupported service namespace, resource type or scalable dimension")]
    [InlineData("PutScheduledAction", Schedule + "\"cron(0 25 * * ? *)\"", "Invalid schedule expression. Details: Invalid value '25' for Hours. Its values are 0-23.")]
    [InlineData("PutScheduledAction", Schedule + "\"cron(0 8 * * MON *)\"", "Invalid schedule expression. Details: Day_of_Month and Day_of_Week cannot both be specified. Use '?' in one of them.")]
    [InlineData("PutScheduledAction", Schedule + "\"0 8 * * ? *\"", "Invalid schedule expression. Details: Schedule expressions must have the following syntax: rate(<number>\\s?(minutes?|hours?|days?)), cron(<cron_expression>) or at(yyyy-MM-dd'T'HH:mm:ss).")]
    [InlineData("PutScheduledAction", Schedule + "\"at(2029-12-31T23:59:59)\"", "Invalid schedule expression. Details: The schedule at(2029-12-31T23:59:59) has no time in the future.")]
    [InlineData("PutScheduledAction", Schedule + "\"rate(1 hour)\",\"StartTime\":1900000000,\"EndTime\":1899999999", "StartTime must be earlier than EndTime")]
    [InlineData("PutScheduledAction", Schedule + "\"rate(1 hour)\",\"EndTime\":1893456000", "EndTime must be in the future")]
    [InlineData("PutScheduledAction", Schedule + "\"rate(1 hour)\",\"Timezone\":\"Mars/Olympus\"", "Invalid timezone: Mars/Olympus. Valid values are the canonical names of the IANA time zones, such as Etc/GMT+9 or Pacific/Tahiti.")]
    [InlineData("PutScheduledAction", Scaled.Variant + ",\"ScheduledActionName\":\"new\",\"ScalableTargetAction\":{\"MinCapacity\":1}", "Schedule is required to create a scheduled action")]
    [InlineData("PutScheduledAction", Scaled.Variant + ",\"ScheduledActionName\":\"present\",\"ScalableTargetAction\":{\"MinCapacity\":3,\"MaxCapacity\":2}", "Maximum capacity cannot be less than minimum capacity")]
    [InlineData("PutScheduledAction", Scaled.Variant + ",\"ScheduledActionName\":\"a/b\"", "1 validation error detected: Value 'a/b' at 'scheduledActionName' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!((^[ ]+.*)|(.*([\\u0000-\\u001f]|[\\u007f-\\u009f]|[:/|])+.*)|(.*[ ]+$))).+")]
    [InlineData("DescribeScheduledActions", "\"ServiceNamespace\":\"sagemaker\",\"MaxResults\":51", "MaxResults must be between 1 and 50")]
    [InlineData("DescribeScheduledActions", "\"ServiceNamespace\":\"sagemaker\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\"", "If you specify a scalable dimension, you must also specify a resource ID")]
    [InlineData("DescribeScalingPolicies", "\"ServiceNamespace\":\"sagemaker\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\"", "If you specify a scalable dimension, you must also specify a resource ID")]
    [InlineData("DescribeScalingPolicies", "\"ServiceNamespace\":\"sagemaker\",\"MaxResults\":11", "MaxResults must be between 1 and 10")]
    [InlineData("DescribeScalableTargets", "\"ServiceNamespace\":\"sagemaker\",\"MaxResults\":0", "MaxResults must be between 1 and 50")]
    public async Task Request_ThatMakesNoSense_IsRefused(string operation, string members, string message) =>
        await Refuses(operation, members, "ValidationException", message);

    [Theory]
    [InlineData("PutScalingPolicy", None + "," + Track + "{\"TargetValue\":1," + Invocations + "}", "No scalable target registered for " + Missing)]
    [InlineData("DeregisterScalableTarget", None, "No scalable target found for " + Missing)]
    [InlineData("DeleteScalingPolicy", None + ",\"PolicyName\":\"p\"", "No scaling policy found for " + Missing + ", policy name: p")]
    [InlineData("PutScheduledAction", None + "," + Scheduled, "No scalable target registered for " + Missing)]
    [InlineData("DeleteScheduledAction", None + ",\"ScheduledActionName\":\"a\"", "No scheduled action found for " + Missing + ", scheduled action name: a")]
    [InlineData("DeregisterScalableTarget", Misfit, "No scalable target found for " + MissingMisfit)]
    [InlineData("PutScalingPolicy", Misfit + "," + Track + "{\"TargetValue\":1," + Invocations + "}", "No scalable target registered for " + MissingMisfit)]
    [InlineData("DeleteScalingPolicy", Misfit + ",\"PolicyName\":\"p\"", "No scaling policy found for " + MissingMisfit + ", policy name: p")]
    [InlineData("PutScheduledAction", Misfit + "," + Scheduled, "No scalable target registered for " + MissingMisfit)]
    [InlineData("DeleteScheduledAction", Misfit + ",\"ScheduledActionName\":\"a\"", "No scheduled action found for " + MissingMisfit + ", scheduled action name: a")]
    [InlineData("DeregisterScalableTarget", "\"ServiceNamespace\":\"ecs\",\"ResourceId\":\"service/a/b\",\"ScalableDimension\":\"ecs:service:DesiredCount\"", "No scalable target found for service namespace: ecs, resource ID: service/a/b, scalable dimension: ecs:service:DesiredCount")]
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
        await _account.Scales("PutScheduledAction", $"{{{Schedule}\"rate(1 day)\"}}");
        var before = await Everything();

        var answer = await _account.AutoScaling(operation, $"{{{members}}}");

        (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((400, type, message));
        (await Everything()).Should().Be(before);
    }

    private async Task<string> Everything()
    {
        var shown = "";
        foreach (var operation in (string[])["DescribeScalableTargets", "DescribeScalingPolicies", "DescribeScheduledActions", "DescribeScalingActivities"])
        {
            shown += (await _account.Scales(operation, "{\"ServiceNamespace\":\"sagemaker\"}")).Text;
        }

        return shown;
    }
}
