using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Quotas;

/// <summary>The highest number of instances of each type that the running deployment needs; empty if none is running.</summary>
internal sealed record PlannedPeaks(DeploymentRecord? Running, IReadOnlyDictionary<string, int> ByType)
{
    private static readonly PlannedPeaks None = new(null, new Dictionary<string, int>());

    public static PlannedPeaks Of(Deployable endpoint)
    {
        if (endpoint.Running is not { Deployment: var deployment } record)
        {
            return None;
        }

        var demand = new InstanceDemand(deployment.Forward, deployment.VariantNames, endpoint.Current, endpoint.Pending);
        return new(record, demand.InstanceTypes.ToDictionary(type => type, demand.Peak, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Returns the counts for each type. The count for the quota is the number of existing instances, or the peak if it is more.
    /// Instances that got no capacity do not exist.
    /// </summary>
    public Dictionary<string, InstanceCount> With(params ReadOnlySpan<Fleet?> fleets)
    {
        var counts = new Dictionary<string, InstanceCount>(StringComparer.OrdinalIgnoreCase);
        foreach (var (type, peak) in ByType)
        {
            counts.Add(type, new(0, peak));
        }

        foreach (var fleet in fleets)
        {
            foreach (var variant in fleet?.Variants ?? [])
            {
                Count(variant.Instances, counts);
            }
        }

        return counts;
    }

    // It uses loops and not LINQ, because it runs for every launch and every termination.
    private static void Count(IReadOnlyList<Instance> instances, Dictionary<string, InstanceCount> counts)
    {
        for (var i = 0; i < instances.Count; i++)
        {
            if (instances[i] is { Stands: true, Spec.InstanceType: { } type })
            {
                var (standing, used) = counts.GetValueOrDefault(type);
                counts[type] = new(standing + 1, Math.Max(standing + 1, used));
            }
        }
    }
}
