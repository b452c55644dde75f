using System.Collections.Immutable;

namespace RollingDeploy.Core.Fleets;

/// <summary>All instances of one endpoint configuration: one side of a deployment, or all of a quiet endpoint.</summary>
public sealed class Fleet
{
    private readonly ImmutableArray<VariantFleet> _own;
    private Fleet? _absorbed;

    internal Fleet(string configName, string document, DateTimeOffset createdAt, IEnumerable<VariantFleet> variants)
    {
        ConfigName = configName;
        Document = document;
        CreatedAt = createdAt;
        Variants = _own = [.. variants];
    }

    /// <summary>The endpoint configuration.</summary>
    public string ConfigName { get; }

    /// <summary>The configuration's document as it was when the deployment began: it may be deleted meanwhile.</summary>
    public string Document { get; }

    /// <summary>When its deployment began, and its images were resolved.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Its variants, in the configuration's order, shadow variants last.</summary>
    public ImmutableArray<VariantFleet> Variants { get; private set; }

    /// <summary>Those that the traffic is shared among.</summary>
    public IEnumerable<VariantFleet> ProductionVariants => Variants.Where(variant => !variant.Spec.IsShadow);

    /// <summary>Why a launch failed; null when none did in this deployment.</summary>
    public string? LaunchFailure { get; private set; }

    /// <summary>How many instances exist.</summary>
    public int Total => Variants.Sum(variant => variant.Total);

    /// <summary>How many instances are in service.</summary>
    public int InService => Variants.Sum(variant => variant.InService);

    /// <summary>Whether an instance is in service that takes a share of the traffic.</summary>
    public bool Serves => Variants.Any(variant => variant is { Spec.IsShadow: false, InService: > 0 });

    /// <summary>How many are in service, or were and are not gone yet.</summary>
    public int Present => Variants.Sum(variant => variant.Present);

    /// <summary>Whether instances of other configurations are in it, stranded by a failed rollback.</summary>
    public bool IsMixed => Variants.Any(variant => variant.Instances.Any(variant.IsForeign));

    /// <summary>The variant called <paramref name="name"/>, if there is one.</summary>
    public VariantFleet? Find(string name) => Variants.FirstOrDefault(variant => variant.Spec.VariantName == name);

    internal void BeginDeployment()
    {
        LaunchFailure = null;
        foreach (var variant in Variants)
        {
            variant.Launches = 0;
        }
    }

    /// <summary>Whether a launch failed since this was last asked: while no deployment runs nobody else asks.</summary>
    internal bool TakeLaunchFailure()
    {
        var hasFailed = LaunchFailure is not null;
        LaunchFailure = null;
        return hasFailed;
    }

    internal void Settle(DateTimeOffset now, Func<Instance, bool> passes)
    {
        foreach (var variant in Variants)
        {
            LaunchFailure = variant.Settle(now, passes) ?? LaunchFailure;
        }
    }

    /// <summary>Makes one fleet of two that both serve, as they stand after a failed rollback.</summary>
    internal void Absorb(Fleet other)
    {
        _absorbed = other;
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
    /// The opposite of <see cref="Absorb"/>: what is left of the absorbed fleet becomes one again, and a variant that only it had
    /// is none of ours any more. Null where nothing is left.
    /// </summary>
    internal Fleet? TakeStranded()
    {
        if (_absorbed is not { } apart)
        {
            return IsMixed ? throw new IllegalTransitionException($"the fleet of {ConfigName} is mixed, yet it absorbed none") : null;
        }

        _absorbed = null;
        foreach (var variant in apart.Variants)
        {
            Find(variant.Spec.VariantName)!.StrandInto(variant);
        }

        Variants = [.. Variants.Where(variant => variant.Total > 0 || _own.Contains(variant))];
        return apart.Total > 0 ? apart : null;
    }
}
