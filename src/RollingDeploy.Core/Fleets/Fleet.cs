using System.Collections.Immutable;

namespace RollingDeploy.Core.Fleets;

/// <summary>All instances of one endpoint configuration: one side of a deployment, or all of a quiet endpoint.</summary>
public sealed class Fleet
{
    internal Fleet(string configName, string document, IEnumerable<VariantFleet> variants)
    {
        ConfigName = configName;
        Document = document;
        Variants = [.. variants];
    }

    /// <summary>The endpoint configuration.</summary>
    public string ConfigName { get; }

    /// <summary>The configuration's document as it was when the deployment began: it may be deleted meanwhile.</summary>
    public string Document { get; }

    /// <summary>Its variants, in the configuration's order.</summary>
    public ImmutableArray<VariantFleet> Variants { get; private set; }

    /// <summary>Why a launch failed; null when none did in this deployment.</summary>
    public string? LaunchFailure { get; private set; }

    /// <summary>How many instances exist.</summary>
    public int Total => Variants.Sum(variant => variant.Total);

    /// <summary>How many instances are in service.</summary>
    public int InService => Variants.Sum(variant => variant.InService);

    /// <summary>Whether instances of other configurations are in it, stranded by a failed rollback.</summary>
    public bool IsMixed => Variants.Any(variant => variant.Instances.Any(variant.IsForeign));

    /// <summary>The variant called <paramref name="name"/>, if there is one.</summary>
    public VariantFleet? Find(string name) => Variants.FirstOrDefault(variant => variant.Spec.VariantName == name);

    /// <summary>How many instances of a type exist; what was ordered in vain never does.</summary>
    internal int CountOf(string instanceType) => Variants.Sum(variant => variant.Instances.Count(instance => instance.Failure is null
        && string.Equals(instance.Spec.InstanceType, instanceType, StringComparison.OrdinalIgnoreCase)));

    internal void BeginDeployment()
    {
        LaunchFailure = null;
        foreach (var variant in Variants)
        {
            variant.Launches = 0;
        }
    }

    internal void Settle(DateTimeOffset now)
    {
        foreach (var variant in Variants)
        {
            LaunchFailure = variant.Settle(now) ?? LaunchFailure;
        }
    }

    /// <summary>Makes one fleet of two that both serve, as they stand after a failed rollback.</summary>
    internal void Absorb(Fleet other)
    {
        foreach (var theirs in other.Variants)
        {
            var ours = Find(theirs.Spec.VariantName);
            if (ours is null)
            {
                ours = new VariantFleet(theirs.Spec with { ConfigName = ConfigName }, 0, theirs.Weight);
                Variants = Variants.Add(ours);
            }

            ours.Absorb(theirs);
        }
    }

    /// <summary>
    /// The opposite of <see cref="Absorb"/>: parts what is stranded from what belongs here. Its full size is all that stands, so
    /// its share of the traffic is its share of the instances.
    /// </summary>
    internal Fleet TakeStranded()
    {
        var stranded = Variants
            .Select(variant => (variant, foreign: variant.Instances.FirstOrDefault(variant.IsForeign)))
            .Where(each => each.foreign is not null)
            .ToList();
        var apart = new Fleet(
            stranded[0].foreign!.Spec.ConfigName,
            stranded[0].foreign!.Spec.ConfigDocument,
            stranded.Select(each => new VariantFleet(each.foreign!.Spec, each.variant.Live, each.variant.Weight)));
        foreach (var variant in apart.Variants)
        {
            Find(variant.Spec.VariantName)!.StrandInto(variant);
        }

        return apart;
    }
}
