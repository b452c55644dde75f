using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Traffic;

/// <summary>The share of an endpoint's traffic that instances of the same kind in a variant get.</summary>
/// <param name="Spec">The specification of the instances.</param>
/// <param name="Share">Their share, from 0 to 1. The shares of an endpoint add up to 1, unless there are none.</param>
/// <param name="Instances">The number of these instances that get traffic.</param>
/// <param name="InstancesOfVariant">The number of instances of the variant that get traffic, in all configurations.</param>
/// <param name="Since">When the first instance of their fleet came into service.</param>
internal readonly record struct Serving(
    VariantSpec Spec, double Share, int Instances, int InstancesOfVariant, DateTimeOffset Since)
{
    /// <summary>
    /// Returns the instances that get traffic, new fleet first. Variants share the traffic by their weights; if all weights are
    /// zero, they share it equally. Of each variant, the new fleet gets the active fraction: for two of three instances it gets
    /// two thirds, and the old fleet the rest.
    /// </summary>
    public static List<Serving> Of(Deployable subject)
    {
        List<Serving> serving = [];
        Add(serving, subject.Pending, subject.NewTrafficShare, Active, fleet => Math.Min(fleet.Active, fleet.InService));
        Add(
            serving,
            subject.Current,
            subject.OldTrafficShare,
            fleet => 1 - (subject.Pending?.Find(fleet.Spec.VariantName) is { } next ? Active(next) : 0),
            fleet => subject.Pending?.Find(fleet.Spec.VariantName) is { } next ? LeftBeside(next, fleet) : fleet.InService);
        return WithVariants(serving);
    }

    /// <summary>
    /// Returns the instances of one variant that get traffic, also if its weight is zero and it gets none otherwise.
    /// </summary>
    public static List<Serving> Of(Deployable subject, string variant)
    {
        var taking = Of(subject).FindAll(each => each.Spec.VariantName == variant);
        return taking.Count > 0 || subject.Current?.Find(variant) is not { Spec.IsShadow: false, InService: > 0 } idle
            ? taking
            : [new Serving(idle.Spec, 1, idle.InService, idle.InService, SinceOf(idle, idle.Instances))];
    }

    /// <summary>
    /// Returns the shadow variants that get copies of requests to the production variant of their configuration. The fraction of
    /// copied requests is the weight of the shadow variant divided by the weight of the production variant, at most 1. For
    /// example, 0.5 and 1 give half of the requests.
    /// </summary>
    public static List<Serving> OfShadows(Deployable subject)
    {
        List<Serving> shadows = [];
        foreach (var (fleet, share) in new[]
            { (subject.Pending, subject.NewTrafficShare), (subject.Current, subject.OldTrafficShare) })
        {
            foreach (var shadow in fleet is null || share <= 0 ? [] : fleet.Variants.Where(each => each.Spec.IsShadow))
            {
                var sampled = shadow.Weight / fleet!.ProductionVariants.Sum(each => each.Weight);
                if (shadow.InService > 0 && sampled > 0)
                {
                    Add(shadows, shadow, share * Math.Min(1, sampled), shadow.InService);
                }
            }
        }

        return WithVariants(shadows);
    }

    /// <summary>Returns whether the model returns errors at a time, if its error rates are above 0.</summary>
    public bool Errs(ModelBehavior behavior, DateTimeOffset at) =>
        !(Instances <= behavior.ErrorsBeyondInstances) && at >= ErrsFrom(behavior);

    /// <summary>Returns the time from which the model returns errors, regardless of the number of instances.</summary>
    public DateTimeOffset ErrsFrom(ModelBehavior behavior) => Since.AddSeconds(behavior.ErrorsAfterSeconds ?? 0);

    // The part of the old fleet that the new fleet has replaced gets no traffic, whether it is terminated at once or at the end
    // of the deployment (deployment-guardrails.md §6.3). For example, if 1 of 4 new instances is active, 3 of 4 old ones get
    // traffic.
    private static int LeftBeside(VariantFleet next, VariantFleet old) =>
        Math.Min(old.InService, RollingPlan.OldBeside(new VariantSize(old.Strength, next.FullSize), next.Active));

    private static List<Serving> WithVariants(List<Serving> serving) => serving.ConvertAll(each => each with
    {
        InstancesOfVariant = serving.Sum(other => other.Spec.VariantName == each.Spec.VariantName ? other.Instances : 0),
    });

    private static double Active(VariantFleet fleet) => fleet.FullSize > 0 ? (double)fleet.Active / fleet.FullSize : 0;

    private static void Add(
        List<Serving> serving, Fleet? fleet, double share, Func<VariantFleet, double> part, Func<VariantFleet, int> instances)
    {
        if (fleet is null || share <= 0)
        {
            return;
        }

        var variants = fleet.ProductionVariants.Where(variant => variant.InService > 0).ToList();
        var isEqual = variants.TrueForAll(variant => variant.Weight == 0);
        var parts = variants.ConvertAll(variant => (isEqual ? 1 : variant.Weight) * part(variant));

        // If only one fleet serves, it gets all traffic, whatever fraction of it is active.
        var sum = parts.Sum();
        for (var i = 0; i < variants.Count; i++)
        {
            var own = sum > 0 ? parts[i] / sum : 1.0 / variants.Count;
            if (own > 0)
            {
                Add(serving, variants[i], share * own, Math.Max(1, instances(variants[i])));
            }
        }
    }

    // If a failed rollback left two configurations in one fleet, each gets traffic in proportion to its instances.
    private static void Add(List<Serving> serving, VariantFleet fleet, double share, int active)
    {
        var groups = fleet.Instances
            .Where(instance => instance.State == InstanceState.InService)
            .GroupBy(instance => (instance.Spec.ConfigName, instance.Spec.ModelName));
        foreach (var group in groups)
        {
            var (count, first) = (group.Count(), group.First());
            serving.Add(new Serving(
                first.Spec,
                share * count / fleet.InService,
                Math.Max(1, active * count / fleet.InService),
                0,
                SinceOf(fleet, group)));
        }
    }

    private static DateTimeOffset SinceOf(VariantFleet fleet, IEnumerable<Instance> alike) =>
        !fleet.IsForeign(alike.First()) && fleet.ServesSince is { } since ? since : alike.Min(instance => instance.Due);
}
