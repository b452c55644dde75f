using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Quotas;

/// <summary>The quota and the capacity of an instance type; null for no limit.</summary>
/// <param name="Limit">The quota of the account. Requests that exceed it are refused.</param>
/// <param name="Available">The capacity of the region for this account. Launches that exceed it fail.</param>
public sealed record Quota(int? Limit, int? Available);

/// <summary>The quotas of a region. By default, there is no limit.</summary>
public sealed class QuotaTable
{
    // AWS's model has no maximum. This one is much more than a real fleet, and protects RollingDeploy from a mistyped number.
    private const int MostInstances = 10_000;

    private readonly InstanceTally _tally;
    private readonly SortedDictionary<string, Quota> _quotas = new(StringComparer.OrdinalIgnoreCase);

    internal QuotaTable(Region region) => _tally = new(region);

    /// <summary>The quotas that were set, by instance type.</summary>
    public IReadOnlyDictionary<string, Quota> All => _quotas;

    /// <summary>Returns the quota of <paramref name="instanceType"/>.</summary>
    public Quota Get(string instanceType) => _quotas.GetValueOrDefault(instanceType, new Quota(null, null));

    /// <summary>
    /// Returns the number of instances of a type that the account uses. A running deployment counts with its peak.
    /// </summary>
    public int Utilization(string instanceType) => Count(instanceType).Used;

    /// <summary>Throws an error if a number of instances is too high for any real fleet.</summary>
    internal static void RequirePlausible(string? instanceType, int count)
    {
        if (count > MostInstances)
        {
            throw QuotaErrors.QuotaExceeded(instanceType ?? "serverless", MostInstances, 0, count);
        }
    }

    internal void Set(string instanceType, Quota quota) => _quotas[instanceType] = quota;

    /// <summary>Throws an error if the peak of a plan exceeds a quota.</summary>
    internal void RequireRoom(InstanceDemand demand)
    {
        foreach (var (type, quota) in _quotas)
        {
            var delta = demand.Peak(type) - demand.AtStart(type);
            if (quota.Limit is { } limit && delta > 0 && Utilization(type) + delta > limit)
            {
                throw QuotaErrors.QuotaExceeded(type, limit, Utilization(type), delta);
            }
        }

        PoolDemand.RequireRoom(this, demand);
    }

    /// <summary>Returns whether the quota allows one more instance of an endpoint, which may be changing.</summary>
    internal bool AllowsOneMore(Deployable endpoint, string? instanceType) =>
        instanceType is null || Get(instanceType).Limit is not { } limit || CountNow(endpoint, instanceType).Used < limit;

    /// <summary>Returns whether the region has capacity for one more instance of an endpoint, which may be changing.</summary>
    internal bool HasCapacity(Deployable endpoint, string? instanceType) =>
        instanceType is null
            || Get(instanceType).Available is not { } available
            || CountNow(endpoint, instanceType).Standing < available;

    /// <summary>Returns the number of instances of a type.</summary>
    internal InstanceCount Count(string instanceType) => _tally.Of(instanceType);

    /// <summary>
    /// Counts an endpoint again after a change. Inference components are ignored, because their copies use no instances of their
    /// own.
    /// </summary>
    internal void Note(Deployable subject)
    {
        if (subject.Owner.Type == OwnerType.Endpoint)
        {
            _tally.Note(subject);
        }
    }

    // The instances of a batch are reported only after the whole batch was launched, but each launch must count those before it.
    private InstanceCount CountNow(Deployable endpoint, string instanceType)
    {
        Note(endpoint);
        return Count(instanceType);
    }
}

/// <summary>Sets the quota of an instance type. The result is the quota.</summary>
public sealed record PutQuota(string Region, string InstanceType, Quota Quota) : Command<Quota>(Region)
{
    /// <inheritdoc/>
    protected internal override Quota Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.Quotas.Set(InstanceType, Quota);
        region.Log(SubjectType.Quota, InstanceType, new QuotaChanged(Quota));
        return Quota;
    }
}
