using System.Collections.Immutable;
using RollingDeploy.Core.Deployments.Plans;
using Variants = System.Collections.Immutable.ImmutableArray<
    (string Name, RollingDeploy.Core.Deployments.Plans.VariantSize Size)>;

namespace RollingDeploy.Core.Deployments;

/// <summary>Makes the deployments that commands begin; the runner gives them their ids.</summary>
internal static class DeploymentFactory
{
    public static Deployment Create(World world, DeploymentTrigger trigger, Variants variants) =>
        Make(world, trigger, variants, LifecyclePlan.Create(SizesOf(variants)));

    public static Deployment Delete(World world, DeploymentTrigger trigger, Variants variants) =>
        Make(world, trigger, variants, LifecyclePlan.Delete(SizesOf(variants)));

    public static Deployment Scale(World world, DeploymentTrigger trigger, Variants variants, bool settles) =>
        Make(world, trigger, variants, ScalingPlan.Build(SizesOf(variants), settles));

    public static Deployment Update(World world, DeploymentTrigger trigger, Variants variants, DeploymentConfig effective)
    {
        var sizes = SizesOf(variants);
        var forward = PlanFactory.Make(effective, sizes, world.Settings.BakeAfterLastStep);
        return Make(world, trigger, variants, forward) with
        {
            Policy = effective.Policy,
            RollbackBatch = PlanFactory.RollbackBatch(effective, sizes),
            Alarms = effective.WatchedAlarms,
            Limit = effective.MaximumExecutionTimeoutInSeconds is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : Deployment.DefaultLimit,
        };
    }

    private static Deployment Make(World world, DeploymentTrigger trigger, Variants variants, Plan forward) => new()
    {
        Id = "",
        Trigger = trigger,
        StartedAt = world.Now,
        VariantNames = [.. variants.Select(variant => variant.Name)],
        Sizes = SizesOf(variants),
        Forward = forward,
    };

    private static ImmutableArray<VariantSize> SizesOf(Variants variants) =>
        [.. variants.Select(variant => variant.Size)];
}
