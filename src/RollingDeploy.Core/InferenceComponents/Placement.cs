using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Places a batch of equal copies on instances. Placements are not stored. First, all existing copies on the variant are placed
/// again, component by component in the order of creation, each on the first instance where it fits. Then the batch is placed.
/// </summary>
internal sealed class Placement
{
    private readonly Endpoint _endpoint;
    private readonly string _variantName;
    private readonly CopyNeeds? _needs;
    private readonly List<HostRoom> _hosts;

    // The copies of a batch are equal, so an instance without resources for one copy has none for the next.
    private int _first;

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="variantName">The variant.</param>
    /// <param name="needs">The resources that each copy of the batch uses.</param>
    /// <param name="leaving">A fleet whose copies do not count, because the batch replaces them; null for none.</param>
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

    /// <summary>The instances without copies.</summary>
    public IEnumerable<Instance> Idle => _hosts.Where(room => room.IsIdle).Select(room => room.Host);

    /// <summary>
    /// Returns the terms of the next copy of the batch. If it does not fit, managed instance scaling adds an instance if it can,
    /// and the copy waits for it.
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

    // Instances in service are first, so that copies wait only if necessary.
    private static IEnumerable<Instance> Hosts(Endpoint endpoint, string variantName)
    {
        Fleet?[] fleets = [endpoint.Current, endpoint.Pending];
        return fleets
            .SelectMany(fleet => fleet?.Find(variantName)?.Instances ?? [])
            .Where(instance => instance.State != InstanceState.Draining && instance.Failure is null)
            .OrderByDescending(instance => instance.State == InstanceState.InService);
    }

    // Draining copies still use resources, and copies whose launch fails use none. If there are fewer instances than before, the
    // copies that do not fit are ignored.
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
