using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>
/// An endpoint <c>e</c> in service with four instances of its variant <c>a</c>, registered from 2 to 8; its metric counts
/// invocations of each instance.
/// </summary>
internal sealed class ScaledWorld
{
    public static readonly ScalableResource Variant =
        ScalableResource.Parse("endpoint/e/variant/a", "sagemaker:variant:DesiredInstanceCount")!;

    private static readonly MetricId Invocations = new(
        "AWS/SageMaker", "InvocationsPerInstance", [new("EndpointName", "e"), new("VariantName", "a")]);

    public ScaledWorld(int instances = 4)
    {
        World = new TestWorld().Endpoints(instances);
        World.Advance(55);
        Register(2, 8);
    }

    public TestWorld World { get; }

    public int Capacity => Variant.CapacityIn(World.Region)!.Value;

    public ScalableTarget Target => World.Region.Scaling.Find(Variant)!;

    /// <summary>The activities in words, oldest first: what they did, and why or why not.</summary>
    public IEnumerable<string> Activities => World.Region.Scaling.Activities.At(World.World.Now)
        .Select(each => each.NotScaled is { } reason ? $"{reason.Code}" : $"{each.Status}: {each.Description}");

    public ScalingActivity Last => World.Region.Scaling.Activities.At(World.World.Now).Last();

    public void Register(int? min, int? max, SuspensionChange? suspension = null) => World.Apply(
        new RegisterScalableTarget(TestWorld.RegionName, Variant.Key)
        { MinCapacity = min, MaxCapacity = max, Suspension = suspension ?? new() });

    /// <summary>Tracks 100 invocations for each instance and minute.</summary>
    public PolicyWasPut Track(
        string name = "track", Func<TargetTracking, TargetTracking>? change = null, double target = 100, string document = "{}")
    {
        var tracking = new TargetTracking(target, new(new SingleMetric(new(Invocations, null, Statistic.Sum, 60)), document));
        return Put(name, change?.Invoke(tracking) ?? tracking);
    }

    public PolicyWasPut Step(string name, params StepAdjustment[] steps) =>
        Put(name, new StepScaling(AdjustmentType.ChangeInCapacity, [.. steps]));

    public PolicyWasPut Put(string name, ScalingConfiguration configuration) =>
        World.Apply(new PutScalingPolicy(TestWorld.RegionName, Variant.Key, name, configuration, "{}"));

    /// <summary>An alarm on the errors, above 5 a minute, that acts by a policy.</summary>
    public void AlarmActs(string policyArn, ComparisonOperator comparison = ComparisonOperator.GreaterThanThreshold) =>
        World.Apply(
        new PutMetricAlarm(TestWorld.RegionName, "errors", Samples.Alarm with { Threshold = 5, Comparison = comparison }, "{}")
        {
            Actions = new() { Alarm = [policyArn] },
        });

    /// <summary>So many minutes with so many invocations for each instance, the last of which has just ended.</summary>
    public ScaledWorld Minutes(int count, double invocations)
    {
        for (var i = 0; i < count; i++)
        {
            World.Apply(new PutMetricData(
                TestWorld.RegionName, [new Datum(Invocations, "None", World.World.Now, 60, SampleSet.Of(invocations))]));
            World.Advance(60);
        }

        return this;
    }

    public AlarmState StateOf(string alarmName) => World.Region.Alarms.Find(alarmName)!.State;

    public DeploymentTrigger LastTrigger => World.Deployment.Trigger;
}
