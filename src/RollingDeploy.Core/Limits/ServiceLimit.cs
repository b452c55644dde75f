using System.Collections.Immutable;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Limits;

/// <summary>A quota of the account that is not one of an instance type.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="AwsName">What AWS calls it when it refuses.</param>
/// <param name="Unit">What it is counted in, as AWS writes it.</param>
public sealed record ServiceLimit(string Name, string AwsName, string Unit)
{
    /// <summary>The models of a region.</summary>
    public static ServiceLimit Models { get; } = new("models", "Total number of models", "Models");

    /// <summary>The memory of one serverless variant: nothing adds up, so its utilization is always 0.</summary>
    public static ServiceLimit ServerlessMemory { get; } =
        new("serverless-memory", "Memory size in MB per serverless endpoint", "MBs");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ServiceLimit> All { get; } = [Models, ServerlessMemory];

    /// <summary>The one called <paramref name="name"/>, if there is one.</summary>
    public static ServiceLimit? Find(string name) => All.FirstOrDefault(limit => limit.Name == name);
}

/// <summary>The limits of a region: unlimited unless they were set.</summary>
public sealed class ServiceLimitTable
{
    private readonly SortedDictionary<string, int> _limits = new(StringComparer.Ordinal);

    /// <summary>What <paramref name="limit"/> was set to; null is without limit.</summary>
    public int? Get(ServiceLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return _limits.TryGetValue(limit.Name, out var most) ? most : null;
    }

    /// <summary>Refuses what is beyond it: so many more than are used.</summary>
    internal void Require(ServiceLimit limit, int delta, int used = 0)
    {
        if (Get(limit) is { } most && used + delta > most)
        {
            throw SageMakerErrors.LimitExceeded(limit.AwsName, limit.Unit, most, used, delta);
        }
    }

    internal void Set(ServiceLimit limit, int? most)
    {
        _limits.Remove(limit.Name);
        if (most is { } set)
        {
            _limits.Add(limit.Name, set);
        }
    }
}

/// <summary>Sets a limit, or lifts it where it is null; its result is the limit.</summary>
public sealed record PutServiceLimit(string Region, ServiceLimit Limit, int? Most) : Command<int?>(Region)
{
    /// <inheritdoc/>
    protected internal override int? Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.Limits.Set(Limit, Most);
        region.Log(SubjectType.Quota, Limit.Name, new LimitChanged(Most));
        return Most;
    }
}
