namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// What the records do not say of a body that is to be taken. An operation without hints is tested all the same.
/// </summary>
internal static class Hints
{
    /// <summary>Optional members that hardly a body goes without.</summary>
    public static IReadOnlySet<string> Usual { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "PrimaryContainer", "Image", "ExecutionRoleArn", "ModelName", "InstanceType", "InitialInstanceCount", "MetricData", "Value",
        "Namespace", "MetricName", "Statistic", "Statistics", "Period", "EvaluationPeriods", "Threshold", "ComparisonOperator",
        "DesiredWeight", "DesiredInstanceCount", "VariantName", "Specification", "RuntimeConfig", "ComputeResourceRequirements",
        "MetricStat", "Expression", "ActionsSuppressor", "ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod",
        "MinCapacity", "MaxCapacity", "TargetTrackingScalingPolicyConfiguration", "PredefinedMetricSpecification", "AdjustmentType",
        "StepAdjustments", "PolicyType",
    };

    /// <summary>Members that are given together or not at all.</summary>
    public static IReadOnlyList<string[]> Companions { get; } =
    [
        ["ActionsSuppressor", "ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod"],
    ];

    /// <summary>Members of which a structure has one at most.</summary>
    public static IReadOnlyList<string[]> Rivals { get; } =
    [
        ["PrimaryContainer", "Containers"],
        ["Image", "ModelPackageName"],
        ["InstanceType", "ServerlessConfig", "InstancePools"],
        ["ModelName", "ManagedInstanceScaling"],
        ["Value", "Values", "StatisticValues"],
        ["Value", "Counts"],
        ["Statistic", "ExtendedStatistic", "Metrics", "EvaluationCriteria", "ThresholdMetricId"],
        ["Statistics", "ExtendedStatistics"],
        ["MetricData", "EntityMetricData"],
        ["BlueGreenUpdatePolicy", "RollingUpdatePolicy"],
        ["RetainDeploymentConfig", "DeploymentConfig"],
        ["AlarmNames", "AlarmNamePrefix"],
        ["MetricStat", "Expression"],
        ["TargetTrackingScalingPolicyConfiguration", "StepScalingPolicyConfiguration"],
        ["PredefinedMetricSpecification", "CustomizedMetricSpecification"],
        ["Specification", "Specifications"],
        ["ModelName", "Container"],
        ["ComputeResourceRequirements", "BaseInferenceComponentName"],
        ["WallClockWindow", "SlidingWindow"],
        ["IncludedTagKeys", "ExcludedTagKeys"],
    ];

    /// <summary>Optional members that most bodies with them are refused for.</summary>
    public static IReadOnlySet<string> Rare { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "NextToken", "ServerlessUpdateConfig", "ShadowProductionVariants", "ServerlessConfig", "ManagedInstanceScaling", "Containers",
        "EvaluateLowSampleCountPercentile", "RetainDeploymentConfig", "ExtendedStatistic", "ExtendedStatistics", "Metrics",
        "EvaluationCriteria", "ThresholdMetricId", "EntityMetricData", "InstancePools", "DeploymentConfig", "Specifications", "BaseInferenceComponentName",
        "NumberOfAcceleratorDevicesRequired", "EvaluationInterval", "ChildrenOfAlarmName", "ParentsOfAlarmName", "AlarmContributorId",
        "NumberOfAcceleratorDevicesRequired", "PredictiveScalingPolicyConfiguration", "ResourceLabel", "MinAdjustmentMagnitude",
        "MetricIntervalUpperBound", "MetricIntervalLowerBound", "PrefixAwareRoutingConfig", "ContainerMetricsConfig",
    };

    /// <summary>Numbers that go together with the others.</summary>
    public static IReadOnlyDictionary<string, double> Numbers { get; } = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["Period"] = 60,
        ["EvaluationPeriods"] = 2,
        ["DatapointsToAlarm"] = 1,
        ["MemorySizeInMB"] = 2048,
        ["StorageResolution"] = 60,
        ["MaxConcurrency"] = 5,
        ["MinMemoryRequiredInMb"] = 1024,
        ["MaxMemoryRequiredInMb"] = 2048,
        ["NumberOfCpuCoresRequired"] = 1,
        ["ProvisionedConcurrency"] = 2,
        ["MaxCapacity"] = 8,
    };
}
