namespace RollingDeploy.Host.Tests.Kept;

/// <summary>The members that no answer has, each with its reason. What AWS shows does not belong here.</summary>
internal static class NotReturned
{
    private const string NamesTheResource = "names the resource whose tags are listed";
    private const string HowToUpdate = "says how to update, and is not a part of the endpoint";
    private const string Aggregated = "GetMetricStatistics and GetMetricData have statistics of periods, and not the datum";

    private static readonly IReadOnlyList<(string Operation, string Path, string Reason)> Members =
    [
        ("AddTags", "ResourceArn", NamesTheResource),
        ("TagResource", "ResourceARN", NamesTheResource),
        ("UpdateEndpoint", "RetainAllVariantProperties", HowToUpdate),
        ("UpdateEndpoint", "ExcludeRetainedVariantProperties", HowToUpdate),
        ("UpdateEndpoint", "RetainDeploymentConfig", HowToUpdate),
        ("PutMetricData", "StrictEntityValidation", "AWS does not return entities"),
        ("PutMetricData", "EntityMetricData[].Entity", "AWS does not return entities"),
        ("PutMetricData", "EntityMetricData[].MetricData[]", Aggregated),
        ("PutMetricData", "MetricData[].Timestamp", Aggregated),
        ("PutMetricData", "MetricData[].Value", Aggregated),
        ("PutMetricData", "MetricData[].StatisticValues", Aggregated),
        ("PutMetricData", "MetricData[].Counts", Aggregated),
        ("PutMetricData", "MetricData[].Unit", Aggregated),
        ("PutMetricData", "MetricData[].StorageResolution", Aggregated),
    ];

    /// <summary>Members that an answer has, and that it does not show as they were given.</summary>
    private static readonly IReadOnlyList<(string Operation, string Path, string Look, string Reason)> ShownOtherwise =
    [
        ("RegisterScalableTarget", "RoleARN", "DescribeScalableTargets",
            "SageMaker has a service-linked role, which Application Auto Scaling uses and shows instead (API reference, RoleARN)"),
    ];

    /// <summary>Members that RollingDeploy refuses, so that nothing is taken: by record.</summary>
    private static readonly IReadOnlyList<(string Operation, string Member, string Reason)> Refused =
    [
        ("PutMetricAlarm", "PutMetricAlarmInput.EvaluationCriteria", "PromQL is not simulated"),
        ("PutMetricAlarm", "PutMetricAlarmInput.EvaluationInterval", "belongs to EvaluationCriteria"),
        ("PutMetricAlarm", "EvaluationCriteria.", "PromQL is not simulated"),
        ("PutMetricAlarm", "AlarmPromQLCriteria.", "PromQL is not simulated"),
        ("UpdateInferenceComponent", "InferenceComponentSpecification.BaseInferenceComponentName", "AWS does not update adapters"),
        ("PutScalingPolicy", "PredefinedMetricSpecification.ResourceLabel", "AWS has it only for ALBRequestCountPerTarget"),
        ("PutScalingPolicy", "PutScalingPolicyInput.PredictiveScalingPolicyConfiguration", "AWS supports it only for Amazon ECS"),
        ("PutScalingPolicy", "PredictiveScaling", "AWS supports it only for Amazon ECS"),
    ];

    public static bool Has(string operation, string path) =>
        Members.Any(each => each.Operation == operation && Paths.OfType(path).StartsWith(each.Path, StringComparison.Ordinal));

    public static bool Has(string operation, string path, string look) => ShownOtherwise.Any(each =>
        each.Operation == operation && each.Look == look && Paths.OfType(path).StartsWith(each.Path, StringComparison.Ordinal));

    public static bool IsRefused(string operation, string member) =>
        Refused.Any(each => each.Operation == operation && member.StartsWith(each.Member, StringComparison.Ordinal));
}
