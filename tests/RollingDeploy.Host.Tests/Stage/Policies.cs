namespace RollingDeploy.Host.Tests.Stage;

/// <summary>Deployment configurations as JSON; each watches the alarm errors.</summary>
public static class Policies
{
    public const string AllAtOnce = """{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"ALL_AT_ONCE","WaitIntervalInSeconds":0},"TerminationWaitInSeconds":300},"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}""";

    public const string Canary = """{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"CANARY","WaitIntervalInSeconds":120,"CanarySize":{"Type":"INSTANCE_COUNT","Value":1}},"TerminationWaitInSeconds":300},"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}""";

    public const string Linear = """{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"LINEAR","WaitIntervalInSeconds":120,"LinearStepSize":{"Type":"CAPACITY_PERCENT","Value":50}},"TerminationWaitInSeconds":300},"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}""";

    public const string Rolling = """{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":120},"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}""";

    public const string RollingBackInBatches = """{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":120,"RollbackMaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1}},"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}""";
}
