using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Quotas;

/// <summary>How many instances of each type the deployment that runs needs at its peak: none where none runs.</summary>
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
    /// What counts of each type: what stands, or the peak where that is more. What was ordered in vain never stands.
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

    // Loops: every launch and every retirement comes here.
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
