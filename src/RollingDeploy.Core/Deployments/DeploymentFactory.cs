using System.Collections.Immutable;
using RollingDeploy.Core.Plans;
using Variants = System.Collections.Immutable.ImmutableArray<
    (string Name, RollingDeploy.Core.Plans.VariantSize Size)>;

namespace RollingDeploy.Core.Deployments;

/// <summary>Creates deployments for commands. The runner sets their IDs.</summary>
internal static class DeploymentFactory
{
    public static Deployment Create(Region region, DeploymentTrigger trigger, Variants variants) =>
        Make(region, trigger, variants, LifecyclePlan.Create(SizesOf(variants)));

    public static Deployment Delete(Region region, DeploymentTrigger trigger, Variants variants) =>
        Make(region, trigger, variants, LifecyclePlan.Delete(SizesOf(variants)));

    public static Deployment Scale(Region region, DeploymentTrigger trigger, Variants variants, bool settles) =>
        Make(region, trigger, variants, ScalingPlan.Build(SizesOf(variants), settles));

    public static Deployment Update(Region region, DeploymentTrigger trigger, Variants variants, DeploymentConfig effective)
    {
        var sizes = SizesOf(variants);
        var forward = PlanFactory.Make(effective, sizes, region.DeploymentSettings.BakeAfterLastStep);
        return Make(region, trigger, variants, forward) with
        {
            Policy = effective.Policy,
            RollbackBatch = PlanFactory.RollbackBatch(effective, sizes),
            Alarms = effective.WatchedAlarms,
            Limit = effective.MaximumExecutionTimeoutInSeconds is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : Deployment.DefaultLimit,
        };
    }

    private static Deployment Make(Region region, DeploymentTrigger trigger, Variants variants, Plan forward) => new()
    {
        Id = "",
        Trigger = trigger,
        StartedAt = region.Now,
        VariantNames = [.. variants.Select(variant => variant.Name)],
        Sizes = SizesOf(variants),
        Forward = forward,
    };

    private static ImmutableArray<VariantSize> SizesOf(Variants variants) =>
        [.. variants.Select(variant => variant.Size)];
}
