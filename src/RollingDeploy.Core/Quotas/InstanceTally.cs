using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Core.Quotas;

/// <summary>How many instances: those that stand, and those that count against the quota.</summary>
internal readonly record struct InstanceCount(int Standing, int Used)
{
    public InstanceCount Plus(InstanceCount other) => new(Standing + other.Standing, Used + other.Used);

    public InstanceCount Minus(InstanceCount other) => new(Standing - other.Standing, Used - other.Used);
}

/// <summary>
/// How many instances of each type a region's endpoints have, without looking at each of them when it is asked: an endpoint
/// is counted again whenever something has happened to it, and what it was counted with before is taken off.
/// </summary>
internal sealed class InstanceTally(Region region)
{
    private readonly Dictionary<string, InstanceCount> _totals = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Deployable, Counted> _counted = [];

    /// <summary>How many there are of a type.</summary>
    public InstanceCount Of(string instanceType) => _totals.GetValueOrDefault(instanceType);

    /// <summary>Something has happened to an endpoint; it may be gone.</summary>
    public void Note(Deployable endpoint)
    {
        _counted.Remove(endpoint, out var before);
        Change(before?.Counts, (total, count) => total.Minus(count));
        if (region.Find(endpoint.Owner) is not null)
        {
            // A plan's peak stays what it is while the plan runs, and a plan may have thousands of steps.
            var peaks = before is not null && before.Peaks.Running == endpoint.Running ? before.Peaks : PlannedPeaks.Of(endpoint);
            var counts = peaks.With(endpoint.Current, endpoint.Pending);
            Change(counts, (total, count) => total.Plus(count));
            _counted.Add(endpoint, new(peaks, counts));
        }
    }

    private void Change(Dictionary<string, InstanceCount>? counts, Func<InstanceCount, InstanceCount, InstanceCount> change)
    {
        if (counts is not null)
        {
            foreach (var (type, count) in counts)
            {
                _totals[type] = change(_totals.GetValueOrDefault(type), count);
            }
        }
    }

    private sealed record Counted(PlannedPeaks Peaks, Dictionary<string, InstanceCount> Counts);
}
