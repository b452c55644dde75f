using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>Deployments half-way, and what their fleets look like, in few words.</summary>
internal static class PlannerSamples
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    /// <summary>A deployment of two instances that began at 0 s and has not been looked at yet.</summary>
    public static Deployment Of(DeploymentConfig config, int size = 2) => new()
    {
        Id = "d",
        Trigger = DeploymentTrigger.UpdateEndpoint,
        Policy = config.Policy,
        StartedAt = Start,
        Sizes = Lines.Sizes((size, size)),
        Forward = PlanFactory.Make(config, Lines.Sizes((size, size)), bakeAfterLastStep: false),
        RollbackBatch = PlanFactory.RollbackBatch(config, Lines.Sizes((size, size))),
        Alarms = config.WatchedAlarms,
        Limit = TimeSpan.FromSeconds(config.MaximumExecutionTimeoutInSeconds ?? 28_800),
    };

    /// <summary>In a step of its plan since <paramref name="since"/> seconds; traffic first moved at 10 s, if it did.</summary>
    public static Deployment In(this Deployment deployment, int step, double since) => deployment with
    {
        StepIndex = step,
        StepStartedAt = At(since),
        FirstShiftAt = deployment.Forward.Steps.Take(step + 1).Any(each => each.Kind == StepKind.Shift) ? At(10) : null,
    };

    /// <summary>On its way back since 20 s, before its first step.</summary>
    public static Deployment TurnedBack(this Deployment deployment, Plan rollback) => deployment with
    {
        Status = DeploymentStatus.RollingBack,
        Rollback = rollback,
        StepIndex = -1,
        StepStartedAt = At(20),
        FirstShiftAt = At(10),
        FailureReason = "Why.",
    };

    /// <summary>So many old and new instances, all in service; <paramref name="active"/> new ones take traffic.</summary>
    public static Observation Standing(int old, int next, int active = 0) => new(
        [new VariantObservation(old, old, old, next, next, next, active)], TrafficSettled: true, null, null, []);

    public static Observation Seeing(this Observation observation, bool exists = true, bool tripped = false) =>
        observation with { Alarms = [new AlarmReading("bad", exists, tripped)] };

    public static ImmutableArray<string> Events(this Decision decision) => [.. decision.Lines.Select(line => line.Event)];

    public static Plan BackAtOnce(int old, int next, int active, int size = 2) =>
        RollbackPlan.AtOnce([new Target(old, next, active)], Lines.Sizes((size, size)));
}
