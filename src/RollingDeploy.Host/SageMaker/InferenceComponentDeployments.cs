using RollingDeploy.Core.Plans;
using RollingDeploy.Host.SageMaker.Shapes;
using CoreConfig = RollingDeploy.Core.Plans.DeploymentConfig;
using CorePolicy = RollingDeploy.Core.Plans.RollingUpdatePolicy;
using CoreSize = RollingDeploy.Core.Plans.CapacitySize;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// Converts deployment configurations of inference components: rolling deployments of copies instead of instances.
/// </summary>
internal static class InferenceComponentDeployments
{
    public static CoreConfig? Read(InferenceComponentDeploymentConfig? given) => given?.RollingUpdatePolicy is not { } policy
        ? null
        : new CoreConfig
        {
            Rolling = new CorePolicy(Read(policy.MaximumBatchSize)!, policy.WaitIntervalInSeconds!.Value)
            {
                MaximumExecutionTimeoutInSeconds = policy.MaximumExecutionTimeoutInSeconds,
                RollbackMaximumBatchSize = Read(policy.RollbackMaximumBatchSize),
            },
            HasAutoRollback = given.AutoRollbackConfiguration is not null,
            Alarms = DeploymentConfigs.ReadAlarms(given.AutoRollbackConfiguration),
        };

    public static InferenceComponentDeploymentConfig? Write(CoreConfig? config) => config?.Rolling is not { } policy
        ? null
        : new()
        {
            RollingUpdatePolicy = new()
            {
                MaximumBatchSize = Write(policy.MaximumBatchSize),
                WaitIntervalInSeconds = policy.WaitIntervalInSeconds,
                MaximumExecutionTimeoutInSeconds = policy.MaximumExecutionTimeoutInSeconds,
                RollbackMaximumBatchSize = Write(policy.RollbackMaximumBatchSize),
            },
            AutoRollbackConfiguration = DeploymentConfigs.WriteRollback(config),
        };

    private static CoreSize? Read(InferenceComponentCapacitySize? given) => given is null ? null : new CoreSize(
        given.Type == "COPY_COUNT" ? CapacitySizeType.InstanceCount : CapacitySizeType.CapacityPercent,
        given.Value!.Value);

    private static InferenceComponentCapacitySize? Write(CoreSize? size) => size is null ? null : new()
    {
        Type = size.Type == CapacitySizeType.InstanceCount ? "COPY_COUNT" : "CAPACITY_PERCENT",
        Value = size.Value,
    };
}
