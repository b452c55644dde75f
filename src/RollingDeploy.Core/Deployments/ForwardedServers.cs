using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Servers;

namespace RollingDeploy.Core.Deployments;

/// <summary>The real servers whose health determines whether launches succeed.</summary>
public static class ForwardedServers
{
    /// <summary>
    /// Returns the distinct servers of all endpoints and inference components. The order is the same in all processes. The call
    /// is fast if no server was ever checked.
    /// </summary>
    public static ImmutableArray<Uri> InUse(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Health.IsEmpty ? [] : [.. region.Deployables.SelectMany(Of).Distinct()];
    }

    /// <summary>Returns whether an instance waits until its server is healthy.</summary>
    public static bool AreAwaited(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return !region.Health.IsEmpty && region.Deployables.Any(HealthCheck.IsAwaited);
    }

    /// <summary>Returns the servers of an endpoint or inference component. They may contain duplicates.</summary>
    public static IEnumerable<Uri> Of(Deployable subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Fleets
            .SelectMany(fleet => fleet.Variants)
            .SelectMany(variant => variant.Spec.Choices)
            .SelectMany(subject.Region.Behaviors.ServersOf);
    }
}
