using System.Collections.Immutable;

namespace RollingDeploy.Core.Fleets;

/// <summary>
/// All instances of an endpoint configuration: one side of a deployment, or the whole endpoint if no deployment runs.
/// </summary>
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

    /// <summary>Restores the fleet of a snapshot.</summary>
    internal Fleet(SnapshotScope scope, SavedFleet saved)
    {
        (ConfigName, Document, CreatedAt) = (saved.ConfigName, scope.Texts[saved.Document], saved.CreatedAt);
        Variants = [.. saved.Variants.Select(variant => new VariantFleet(scope, variant))];
        _own = saved.Own is { } own ? Variants[..own] : Variants;
        LaunchFailure = saved.LaunchFailure;
        _absorbed = saved.Absorbed is null ? null : new(scope, saved.Absorbed);
    }

    /// <summary>The endpoint configuration.</summary>
    public string ConfigName { get; }

    /// <summary>
    /// The document of the configuration at the start of the deployment. The configuration may have been deleted since.
    /// </summary>
    public string Document { get; }

    /// <summary>When the deployment began. The images were resolved then.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The variants in the order of the configuration, with shadow variants last.</summary>
    public ImmutableArray<VariantFleet> Variants { get; private set; }

    /// <summary>The variants that share the traffic.</summary>
    public IEnumerable<VariantFleet> ProductionVariants => Variants.Where(variant => !variant.Spec.IsShadow);

    /// <summary>Why a launch failed; null if none failed in this deployment.</summary>
    public string? LaunchFailure { get; private set; }

    /// <summary>The number of instances.</summary>
    public int Total => Variants.Sum(variant => variant.Total);

    /// <summary>The number of instances in service.</summary>
    public int InService => Variants.Sum(variant => variant.InService);

    /// <summary>Whether an instance of a production variant is in service.</summary>
    public bool Serves => Variants.Any(variant => variant is { Spec.IsShadow: false, InService: > 0 });

    /// <summary>The number of instances that are in service, or that were and still exist.</summary>
    public int Present => Variants.Sum(variant => variant.Present);

    /// <summary>Whether the fleet has instances of other configurations, which a failed rollback left.</summary>
    public bool IsMixed => Variants.Any(variant => variant.Instances.Any(variant.IsForeign));

    /// <summary>Returns the variant with the name <paramref name="name"/>; null if there is none.</summary>
    public VariantFleet? Find(string name)
    {
        foreach (var variant in Variants)
        {
            if (variant.Spec.VariantName == name)
            {
                return variant;
            }
        }

        return null;
    }

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedFleet Save(SnapshotScope scope) => new(
        ConfigName,
        scope.Texts.Add(Document)!.Value,
        CreatedAt,
        [.. Variants.Select(variant => variant.Save(scope))],
        _own.Length == Variants.Length ? null : _own.Length,
        LaunchFailure,
        _absorbed?.Save(scope));

    internal void BeginDeployment()
    {
        LaunchFailure = null;
        foreach (var variant in Variants)
        {
            variant.Launches = 0;
        }
    }

    /// <summary>
    /// Returns whether a launch failed since the last call, and resets this. It is used only while no deployment runs.
    /// </summary>
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

    /// <summary>Merges another fleet into this one, if both serve after a failed rollback.</summary>
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
    /// Reverses <see cref="Absorb"/>: separates the instances that are left of the merged fleet, and removes variants that only
    /// that fleet had. Returns that fleet; null if no instances of it are left.
    /// </summary>
    internal Fleet? TakeStranded()
    {
        if (_absorbed is not { } apart)
        {
            return IsMixed ? throw new IllegalTransitionException($"the fleet of {ConfigName} has instances of other configurations, but no other fleet was merged into it") : null;
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
