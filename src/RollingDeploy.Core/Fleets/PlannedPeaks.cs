using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Fleets;

/// <summary>How many instances of each type the deployment that runs needs at its peak: none where none runs.</summary>
internal sealed record PlannedPeaks(DeploymentRecord? Running, IReadOnlyDictionary<string, int> ByType)
{
    public static PlannedPeaks Of(Endpoint endpoint)
    {
        if (endpoint.Running is not { Deployment: var deployment } record)
        {
            return new(null, new Dictionary<string, int>());
        }

        var demand = new InstanceDemand(deployment.Forward, deployment.VariantNames, endpoint.Current, endpoint.Pending);
        return new(record, demand.InstanceTypes.ToDictionary(type => type, demand.Peak, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What counts of each type: what stands, or the peak where that is more.</summary>
    public Dictionary<string, InstanceCount> With(IEnumerable<KeyValuePair<string, int>> standing)
    {
        var counts = ByType.ToDictionary(peak => peak.Key, peak => new InstanceCount(0, peak.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var (type, count) in standing)
        {
            counts[type] = new(count, Math.Max(count, ByType.GetValueOrDefault(type)));
        }

        return counts;
    }
}
