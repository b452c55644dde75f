using System.Collections.Immutable;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Limits;

/// <summary>A quota of the account that does not apply to an instance type.</summary>
/// <param name="Name">The name in RollingDeploy.</param>
/// <param name="AwsName">The name in AWS's error message.</param>
/// <param name="Unit">The unit in AWS's error message.</param>
public sealed record ServiceLimit(string Name, string AwsName, string Unit)
{
    /// <summary>The number of models in a region.</summary>
    public static ServiceLimit Models { get; } = new("models", "Total number of models", "Models");

    /// <summary>The memory of a serverless variant. It is a limit for each variant, so its utilization is always 0.</summary>
    public static ServiceLimit ServerlessMemory { get; } =
        new("serverless-memory", "Memory size in MB per serverless endpoint", "MBs");

    /// <summary>All limits.</summary>
    public static ImmutableArray<ServiceLimit> All { get; } = [Models, ServerlessMemory];

    /// <summary>Returns the limit with the name <paramref name="name"/>; null if there is none.</summary>
    public static ServiceLimit? Find(string name) => All.FirstOrDefault(limit => limit.Name == name);
}

/// <summary>The limits of a region. By default, there is no limit.</summary>
public sealed class ServiceLimitTable
{
    private readonly SortedDictionary<string, int> _limits = new(StringComparer.Ordinal);

    /// <summary>Returns the value of <paramref name="limit"/>; null for no limit.</summary>
    public int? Get(ServiceLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return _limits.TryGetValue(limit.Name, out var most) ? most : null;
    }

    /// <summary>Throws an error if <paramref name="delta"/> more than <paramref name="used"/> would exceed the limit.</summary>
    internal void Require(ServiceLimit limit, int delta, int used = 0)
    {
        if (Get(limit) is { } most && used + delta > most)
        {
            throw SageMakerErrors.LimitExceeded(limit.AwsName, limit.Unit, most, used, delta);
        }
    }

    /// <summary>Returns the limits, for a snapshot.</summary>
    internal IEnumerable<SavedLimit> Save() => _limits.Select(each => new SavedLimit(each.Key, each.Value));

    /// <summary>Adds a limit of a snapshot.</summary>
    internal void Restore(SavedLimit saved) => _limits.Add(saved.Name, saved.Most);

    internal void Set(ServiceLimit limit, int? most)
    {
        _limits.Remove(limit.Name);
        if (most is { } set)
        {
            _limits.Add(limit.Name, set);
        }
    }
}

/// <summary>Sets a limit, or removes it if it is null. The result is the limit.</summary>
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
