using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Quotas;

/// <summary>
/// Checks the quotas for instance pools. A variant can have any mix of its instance types, so their quotas are added up.
/// </summary>
internal static class PoolDemand
{
    /// <summary>Throws an error if the quotas of a variant's instance types, added up, are not enough for a plan.</summary>
    public static void RequireRoom(QuotaTable quotas, InstanceDemand demand)
    {
        for (var i = 0; i < demand.VariantNames.Length; i++)
        {
            var old = PoolsOf(demand.Current, demand.VariantNames[i]);
            var next = PoolsOf(demand.Pending, demand.VariantNames[i]);
            var standing = Count(demand.Plan.Start[i], old, next);
            var delta = demand.Plan.Steps.Select(step => Count(step.Targets[i], old, next) - standing).DefaultIfEmpty().Max();
            Require(quotas, next.Length > 0 ? next : old, delta);
        }
    }

    private static void Require(QuotaTable quotas, string[] types, int delta)
    {
        if (delta <= 0 || types.Length == 0 || types.Any(type => quotas.Get(type).Limit is null))
        {
            return;
        }

        var left = types.Sum(type => Math.Max(0, quotas.Get(type).Limit!.Value - quotas.Utilization(type)));
        if (left >= delta)
        {
            return;
        }

        throw QuotaErrors.QuotaExceeded(types[0], quotas.Get(types[0]).Limit!.Value, quotas.Utilization(types[0]), delta);
    }

    private static int Count(Target target, string[] old, string[] next) =>
        (old.Length > 0 ? target.Old : 0) + (next.Length > 0 ? target.New : 0);

    private static string[] PoolsOf(Fleet? fleet, string variantName) => fleet?.Find(variantName)?.Spec is { } spec
        ? [.. spec.Pools.Select(pool => pool.InstanceType).Distinct(StringComparer.OrdinalIgnoreCase)]
        : [];
}
