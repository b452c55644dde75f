using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Traffic;

/// <summary>What like instances of one variant take of an endpoint's traffic.</summary>
/// <param name="Spec">What they were made from.</param>
/// <param name="Share">Their share, from 0 to 1; the shares of an endpoint are 1 together, or nothing serves.</param>
/// <param name="Instances">How many of them take the traffic.</param>
/// <param name="InstancesOfVariant">How many take the traffic of the whole variant, of other configurations too.</param>
/// <param name="Since">When the first of their fleet came into service.</param>
internal readonly record struct Serving(
    VariantSpec Spec, double Share, int Instances, int InstancesOfVariant, DateTimeOffset Since)
{
    /// <summary>
    /// What serves, the new fleet first. Variants share by their weights, weights that are all zero counting as equal; of each,
    /// the new fleet has the part that is active: two of three instances two thirds, and the old one the rest.
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

    /// <summary>What serves of one variant, also where its weight keeps it from all others' traffic.</summary>
    public static List<Serving> Of(Deployable subject, string variant)
    {
        var taking = Of(subject).FindAll(each => each.Spec.VariantName == variant);
        return taking.Count > 0 || subject.Current?.Find(variant) is not { Spec.IsShadow: false, InService: > 0 } idle
            ? taking
            : [new Serving(idle.Spec, 1, idle.InService, idle.InService, SinceOf(idle, idle.Instances))];
    }

    /// <summary>
    /// The shadow variants, which take a copy of what the production variant of their own configuration takes: by their weight
    /// over its weight, 0.5 over 1 half of it, and all of it at most.
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

    /// <summary>Whether the model answers errors at a moment, where it was told to answer some.</summary>
    public bool Errs(ModelBehavior behavior, DateTimeOffset at) =>
        !(Instances <= behavior.ErrorsBeyondInstances) && at >= ErrsFrom(behavior);

    /// <summary>From when on it answers errors, by the clock alone.</summary>
    public DateTimeOffset ErrsFrom(ModelBehavior behavior) => Since.AddSeconds(behavior.ErrorsAfterSeconds ?? 0);

    // As much of the old fleet is switched off as the new one has taken over, whether it goes at once or after all
    // (deployment-guardrails.md §6.3): of 4 beside 1 of 4, 3 take traffic.
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

        // A fleet that serves alone takes all, whatever part of it is active.
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

    // Where a failed rollback left two configurations in one fleet, each has its part by its instances.
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
