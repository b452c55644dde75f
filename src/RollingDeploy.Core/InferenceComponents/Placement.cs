using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Where a batch of equal copies goes. Nothing is kept between two batches: every copy of every component on the endpoint's
/// variant is placed anew, component by component in the order in which they came, each on the first instance with room; then
/// the batch.
/// </summary>
internal sealed class Placement
{
    private readonly Endpoint _endpoint;
    private readonly string _variantName;
    private readonly CopyNeeds? _needs;
    private readonly List<HostRoom> _hosts;

    // Copies of a batch are equal, so an instance that had no room for one has none for the next.
    private int _first;

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="variantName">Its variant.</param>
    /// <param name="needs">What each copy of the batch takes.</param>
    /// <param name="leaving">A fleet that gives up its places to the batch; null for none.</param>
    public Placement(Endpoint endpoint, string variantName, CopyNeeds? needs, Fleet? leaving)
    {
        _endpoint = endpoint;
        _variantName = variantName;
        _needs = needs;
        _hosts = [.. Hosts(endpoint, variantName).Select(host => new HostRoom(host))];
        foreach (var component in endpoint.InferenceComponents.Where(each => each.VariantName == variantName))
        {
            Occupy(component, component.Current);
            Occupy(component, component.Pending == leaving ? null : component.Pending);
        }
    }

    /// <summary>The instances, in the order in which they are filled.</summary>
    public IReadOnlyList<HostRoom> Rooms => _hosts;

    /// <summary>Those on which no copy is.</summary>
    public IEnumerable<Instance> Idle => _hosts.Where(room => room.IsIdle).Select(room => room.Host);

    /// <summary>
    /// What becomes of the next copy of the batch. Where there is no room, managed instance scaling adds an instance, and the
    /// copy waits for it.
    /// </summary>
    public LaunchTerms Next()
    {
        var now = _endpoint.Region.Now;
        while (_first < _hosts.Count && !_hosts[_first].Fits(_needs))
        {
            _first++;
        }

        if (_first == _hosts.Count)
        {
            if (InstanceScaling.Add(_endpoint, _variantName, _needs) is not { } added)
            {
                return new(now, FailureReasons.NoRoomForCopy);
            }

            if (added.Failure is not null)
            {
                return new(added.Due, added.Failure);
            }

            _hosts.Add(new HostRoom(added));
        }

        var room = _hosts[_first];
        room.Take(_needs, 1);
        return new(room.Host.State == InstanceState.Provisioning ? room.Host.Due : now, null);
    }

    // What is in service comes before what is on its way, so that a copy waits only where it must.
    private static IEnumerable<Instance> Hosts(Endpoint endpoint, string variantName)
    {
        Fleet?[] fleets = [endpoint.Current, endpoint.Pending];
        return fleets
            .SelectMany(fleet => fleet?.Find(variantName)?.Instances ?? [])
            .Where(instance => instance.State != InstanceState.Draining && instance.Failure is null)
            .OrderByDescending(instance => instance.State == InstanceState.InService);
    }

    // Copies that drain are still there; copies that will not come up never were. Where instances went away under copies, those
    // without a place are passed over.
    private void Occupy(InferenceComponent component, Fleet? fleet)
    {
        var copies = fleet?.Variants.SelectMany(variant => variant.Instances) ?? [];
        var placed = copies.Where(copy => copy.Failure is null && copy.Spec.Needs is not null);
        foreach (var alike in placed.CountBy(copy => copy.Spec.Needs!))
        {
            var left = alike.Value;
            for (var i = 0; i < _hosts.Count && left > 0; i++)
            {
                var before = left;
                left = _hosts[i].Take(alike.Key, before);
                _hosts[i].Note(component, before - left);
            }
        }
    }
}
