using System.Text.Json.Serialization;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>
/// The metadata of all requests and responses of Application Auto Scaling, for the validation, the OpenAPI document and the
/// protocols. Nested records are included automatically.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(FiniteDoubleConverter), typeof(FiniteSingleConverter)])]
[JsonSerializable(typeof(RegisterScalableTargetInput))]
[JsonSerializable(typeof(RegisterScalableTargetOutput))]
[JsonSerializable(typeof(DescribeScalableTargetsInput))]
[JsonSerializable(typeof(DescribeScalableTargetsOutput))]
[JsonSerializable(typeof(DeregisterScalableTargetInput))]
[JsonSerializable(typeof(DeregisterScalableTargetOutput))]
[JsonSerializable(typeof(PutScalingPolicyInput))]
[JsonSerializable(typeof(PutScalingPolicyOutput))]
[JsonSerializable(typeof(DescribeScalingPoliciesInput))]
[JsonSerializable(typeof(DescribeScalingPoliciesOutput))]
[JsonSerializable(typeof(DeleteScalingPolicyInput))]
[JsonSerializable(typeof(DeleteScalingPolicyOutput))]
[JsonSerializable(typeof(DescribeScalingActivitiesInput))]
[JsonSerializable(typeof(DescribeScalingActivitiesOutput))]
[JsonSerializable(typeof(PutScheduledActionInput))]
[JsonSerializable(typeof(PutScheduledActionOutput))]
[JsonSerializable(typeof(DescribeScheduledActionsInput))]
[JsonSerializable(typeof(DescribeScheduledActionsOutput))]
[JsonSerializable(typeof(DeleteScheduledActionInput))]
[JsonSerializable(typeof(DeleteScheduledActionOutput))]
[JsonSerializable(typeof(TagResourceInput))]
[JsonSerializable(typeof(TagResourceOutput))]
[JsonSerializable(typeof(ListTagsForResourceInput))]
[JsonSerializable(typeof(ListTagsForResourceOutput))]
[JsonSerializable(typeof(UntagResourceInput))]
[JsonSerializable(typeof(UntagResourceOutput))]
internal sealed partial class AutoScalingJson : JsonSerializerContext;
