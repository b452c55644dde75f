using System.Globalization;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Tests.Support;

/// <summary>Deployment configurations in few words. A size is written <c>2</c> or <c>20%</c>.</summary>
internal static class Configs
{
    /// <summary>Each of the five ways to deploy four instances, with an alarm called <c>bad</c>.</summary>
    public static TheoryData<string, DeploymentConfig> EveryWay => new()
    {
        { "default", new DeploymentConfig().Watching("bad") },
        { "all at once", AllAtOnce(termination: 60).Watching("bad") },
        { "canary", Canary("1", wait: 60, termination: 60).Watching("bad") },
        { "linear", Linear("2", wait: 60, termination: 60).Watching("bad") },
        { "rolling", Rolling("2", wait: 60).Watching("bad") },
    };

    public static DeploymentConfig AllAtOnce(int termination = 0, int? timeout = null) =>
        BlueGreen(new(DeploymentPolicy.AllAtOnce, 0), termination, timeout);

    public static DeploymentConfig Canary(string size, int wait, int termination = 0, int? timeout = null) =>
        BlueGreen(new(DeploymentPolicy.Canary, wait) { CanarySize = Size(size) }, termination, timeout);

    public static DeploymentConfig Linear(string size, int wait, int termination = 0, int? timeout = null) =>
        BlueGreen(new(DeploymentPolicy.Linear, wait) { LinearStepSize = Size(size) }, termination, timeout);

    public static DeploymentConfig Rolling(string batch, int wait, string? rollback = null, int? timeout = null) => new()
    {
        Rolling = new(Size(batch), wait)
        {
            RollbackMaximumBatchSize = rollback is null ? null : Size(rollback),
            MaximumExecutionTimeoutInSeconds = timeout,
        },
    };

    public static DeploymentConfig Watching(this DeploymentConfig config, params string[] alarms) =>
        config with { Alarms = [.. alarms], HasAutoRollback = true };

    public static CapacitySize Size(string text) => text.EndsWith('%')
        ? new(CapacitySizeType.CapacityPercent, int.Parse(text[..^1], CultureInfo.InvariantCulture))
        : new(CapacitySizeType.InstanceCount, int.Parse(text, CultureInfo.InvariantCulture));

    private static DeploymentConfig BlueGreen(BlueGreenUpdatePolicy policy, int termination, int? timeout) => new()
    {
        BlueGreen = policy with { TerminationWaitInSeconds = termination, MaximumExecutionTimeoutInSeconds = timeout },
    };
}
