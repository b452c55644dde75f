using System.Collections.Immutable;
using RollingDeploy.Core.Plans;
using CoreConfig = RollingDeploy.Core.Plans.DeploymentConfig;
using CoreSize = RollingDeploy.Core.Plans.CapacitySize;
using WireConfig = RollingDeploy.Host.SageMaker.Shapes.DeploymentConfig;
using WireSize = RollingDeploy.Host.SageMaker.Shapes.CapacitySize;

namespace RollingDeploy.Host.SageMaker;

/// <summary>Converts deployment configurations between requests and Core. A member that is not given stays not given.</summary>
internal static class DeploymentConfigs
{
    public static CoreConfig? Read(WireConfig? given) => given is null ? null : new CoreConfig
    {
        BlueGreen = Read(given.BlueGreenUpdatePolicy),
        Rolling = Read(given.RollingUpdatePolicy),
        HasAutoRollback = given.AutoRollbackConfiguration is not null,
        Alarms = ReadAlarms(given.AutoRollbackConfiguration),
    };

    public static WireConfig? Write(CoreConfig? config) => config is null ? null : new WireConfig
    {
        BlueGreenUpdatePolicy = Write(config.BlueGreen),
        RollingUpdatePolicy = Write(config.Rolling),
        AutoRollbackConfiguration = WriteRollback(config),
    };

    public static ImmutableArray<string>? ReadAlarms(Shapes.AutoRollbackConfig? given) => given?.Alarms is { } alarms
        ? [.. alarms.Select(alarm => alarm.AlarmName ?? throw DeploymentConfigErrors.AlarmWithoutName())]
        : null;

    public static Shapes.AutoRollbackConfig? WriteRollback(CoreConfig config) => !config.HasAutoRollback ? null : new()
    {
        Alarms = config.Alarms is not { } alarms ? null : [.. alarms.Select(name => new Shapes.Alarm { AlarmName = name })],
    };

    private static BlueGreenUpdatePolicy? Read(Shapes.BlueGreenUpdatePolicy? given)
    {
        if (given?.TrafficRoutingConfiguration is not { } routing)
        {
            return null;
        }

        return new BlueGreenUpdatePolicy(DeploymentStrategy.PolicyOf(routing.Type!), routing.WaitIntervalInSeconds!.Value)
        {
            CanarySize = Read(routing.CanarySize),
            LinearStepSize = Read(routing.LinearStepSize),
            TerminationWaitInSeconds = given.TerminationWaitInSeconds,
            MaximumExecutionTimeoutInSeconds = given.MaximumExecutionTimeoutInSeconds,
        };
    }

    private static RollingUpdatePolicy? Read(Shapes.RollingUpdatePolicy? given) =>
        given is null ? null : new RollingUpdatePolicy(Read(given.MaximumBatchSize)!, given.WaitIntervalInSeconds!.Value)
        {
            RollbackMaximumBatchSize = Read(given.RollbackMaximumBatchSize),
            MaximumExecutionTimeoutInSeconds = given.MaximumExecutionTimeoutInSeconds,
        };

    private static CoreSize? Read(WireSize? given) => given is null ? null : new CoreSize(
        given.Type == "INSTANCE_COUNT" ? CapacitySizeType.InstanceCount : CapacitySizeType.CapacityPercent,
        given.Value!.Value);

    private static Shapes.BlueGreenUpdatePolicy? Write(BlueGreenUpdatePolicy? policy) => policy is null ? null : new()
    {
        TrafficRoutingConfiguration = new()
        {
            Type = DeploymentStrategy.Of(policy.Type).RoutingType,
            WaitIntervalInSeconds = policy.WaitIntervalInSeconds,
            CanarySize = Write(policy.CanarySize),
            LinearStepSize = Write(policy.LinearStepSize),
        },
        TerminationWaitInSeconds = policy.TerminationWaitInSeconds,
        MaximumExecutionTimeoutInSeconds = policy.MaximumExecutionTimeoutInSeconds,
    };

    private static Shapes.RollingUpdatePolicy? Write(RollingUpdatePolicy? policy) => policy is null ? null : new()
    {
        MaximumBatchSize = Write(policy.MaximumBatchSize),
        WaitIntervalInSeconds = policy.WaitIntervalInSeconds,
        MaximumExecutionTimeoutInSeconds = policy.MaximumExecutionTimeoutInSeconds,
        RollbackMaximumBatchSize = Write(policy.RollbackMaximumBatchSize),
    };

    private static WireSize? Write(CoreSize? size) => size is null ? null : new()
    {
        Type = size.Type == CapacitySizeType.InstanceCount ? "INSTANCE_COUNT" : "CAPACITY_PERCENT",
        Value = size.Value,
    };
}
