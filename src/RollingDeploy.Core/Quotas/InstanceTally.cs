using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Core.Quotas;

/// <summary>A number of instances: those that exist, and those that count towards the quota.</summary>
internal readonly record struct InstanceCount(int Standing, int Used)
{
    public InstanceCount Plus(InstanceCount other) => new(Standing + other.Standing, Used + other.Used);

    public InstanceCount Minus(InstanceCount other) => new(Standing - other.Standing, Used - other.Used);
}

/// <summary>
/// The number of instances of each type in a region. To avoid counting all endpoints at each request, an endpoint is counted
/// again only after it has changed, and its previous count is subtracted.
/// </summary>
internal sealed class InstanceTally(Region region)
{
    private readonly Dictionary<string, InstanceCount> _totals = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Deployable, Counted> _counted = [];

    /// <summary>Returns the number of instances of a type.</summary>
    public InstanceCount Of(string instanceType) => _totals.GetValueOrDefault(instanceType);

    /// <summary>Counts an endpoint again after a change. It may have been deleted.</summary>
    public void Note(Deployable endpoint)
    {
        _counted.Remove(endpoint, out var before);
        Change(before?.Counts, (total, count) => total.Minus(count));
        if (region.Find(endpoint.Owner) is not null)
        {
            // The peak of a plan is constant while the plan runs. A plan can have thousands of steps, so the peak is kept.
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
