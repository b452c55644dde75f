using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Which instance of an endpoint's variant a copy goes to. Nothing is kept: every copy of every component on the variant is placed
/// anew, component by component in the order in which they came, each on the first instance with room.
/// </summary>
internal static class Placement
{
    /// <summary>
    /// What becomes of a copy that is ordered now. Where there is no room, managed instance scaling adds an instance, and the copy
    /// waits for it.
    /// </summary>
    public static LaunchTerms TermsOf(Endpoint endpoint, string variantName, CopyNeeds? needs)
    {
        var now = endpoint.Region.World.Now;
        var host = FindHost(endpoint, variantName, needs) ?? InstanceScaling.Add(endpoint, variantName, needs);
        return host is null ? new(now, Faults.NoRoomForCopy)
            : new(host.State == InstanceState.Provisioning ? host.Due : now, host.Failure);
    }

    /// <summary>Refuses a fleet that lacks a variant on which there are inference components, or could not host them.</summary>
    public static void RequireHosts(Endpoint endpoint, Fleet next)
    {
        var variants = endpoint.Hosted.Select(component => component.VariantName).Distinct(StringComparer.Ordinal);
        if (variants.FirstOrDefault(name => next.Find(name) is not { } variant || !CanHost(variant)) is { } lost)
        {
            throw Faults.VariantHostsComponents(lost);
        }
    }

    /// <summary>Whether a variant can host inference components: one without a model of its own.</summary>
    public static bool CanHost(VariantFleet variant) => variant.Spec is { ModelName: null, IsServerless: false };

    private static Instance? FindHost(Endpoint endpoint, string variantName, CopyNeeds? needs)
    {
        var hosts = Hosts(endpoint, variantName).Select(host => new HostRoom(host)).ToList();
        foreach (var component in endpoint.Hosted.Where(each => each.VariantName == variantName))
        {
            Place(component.Current, hosts);
            Place(component.Pending, hosts);
        }

        return hosts.Find(host => host.Fits(needs))?.Host;
    }

    // What is in service comes before what is on its way, so that a copy waits only where it must.
    private static IEnumerable<Instance> Hosts(Endpoint endpoint, string variantName) => new[] { endpoint.Current, endpoint.Pending }
        .SelectMany(fleet => fleet?.Find(variantName)?.Instances ?? [])
        .Where(instance => instance.State != InstanceState.Draining && instance.Failure is null)
        .OrderByDescending(instance => instance.State == InstanceState.InService);

    private static void Place(Fleet? fleet, List<HostRoom> hosts)
    {
        var copies = fleet?.Variants.SelectMany(variant => variant.Instances) ?? [];
        foreach (var alike in copies.Where(copy => copy.Failure is null && copy.Spec.Needs is not null).GroupBy(copy => copy.Spec.Needs!))
        {
            var left = alike.Count();
            for (var i = 0; i < hosts.Count && left > 0; i++)
            {
                left = hosts[i].Take(alike.Key, left);
            }
        }
    }
}
