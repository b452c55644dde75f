using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Quotas;

/// <summary>What an account may have of an instance type, and what the region has of it; null is without limit.</summary>
/// <param name="Limit">The account's quota: beyond it a call is refused.</param>
/// <param name="Available">The region's capacity for this account: beyond it a launch fails later.</param>
public sealed record Quota(int? Limit, int? Available);

/// <summary>The quotas of a region: unlimited unless they were set.</summary>
public sealed class QuotaTable
{
    // AWS's model has no maximum; far beyond any real fleet, and well below what one mistyped number may take from the host.
    private const int MostInstances = 10_000;

    private readonly InstanceTally _tally;
    private readonly SortedDictionary<string, Quota> _quotas = new(StringComparer.OrdinalIgnoreCase);

    internal QuotaTable(Region region) => _tally = new(region);

    /// <summary>Those that were set, by instance type.</summary>
    public IReadOnlyDictionary<string, Quota> All => _quotas;

    /// <summary>The quota of <paramref name="instanceType"/>.</summary>
    public Quota Get(string instanceType) => _quotas.GetValueOrDefault(instanceType, new Quota(null, null));

    /// <summary>How many instances of a type the account uses: a deployment in progress counts with its peak.</summary>
    public int Utilization(string instanceType) => Count(instanceType).Used;

    /// <summary>Refuses a count that no fleet has, whatever the quota.</summary>
    internal static void RequirePlausible(string? instanceType, int count)
    {
        if (count > MostInstances)
        {
            throw QuotaErrors.QuotaExceeded(instanceType ?? "serverless", MostInstances, 0, count);
        }
    }

    internal void Set(string instanceType, Quota quota) => _quotas[instanceType] = quota;

    /// <summary>Refuses a plan whose peak is beyond the account's quota.</summary>
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

    /// <summary>Whether the account may have another instance, for an endpoint that may be in the middle of a change.</summary>
    internal bool AllowsOneMore(Deployable endpoint, string? instanceType) =>
        instanceType is null || Get(instanceType).Limit is not { } limit || CountNow(endpoint, instanceType).Used < limit;

    /// <summary>Whether the region has another instance, for an endpoint that may be in the middle of a change.</summary>
    internal bool HasCapacity(Deployable endpoint, string? instanceType) =>
        instanceType is null
            || Get(instanceType).Available is not { } available
            || CountNow(endpoint, instanceType).Standing < available;

    /// <summary>How many instances of a type there are.</summary>
    internal InstanceCount Count(string instanceType) => _tally.Of(instanceType);

    /// <summary>
    /// Something has happened to an endpoint: what it has of an instance type may be different now. Copies take no instances:
    /// only endpoints are counted.
    /// </summary>
    internal void Note(Deployable subject)
    {
        if (subject.Owner.Type == OwnerType.Endpoint)
        {
            _tally.Note(subject);
        }
    }

    // A batch of launches is noted when all of it is ordered, and each launch needs to know of those before it.
    private InstanceCount CountNow(Deployable endpoint, string instanceType)
    {
        Note(endpoint);
        return Count(instanceType);
    }
}

/// <summary>Sets the quota of an instance type; its result is the quota.</summary>
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
