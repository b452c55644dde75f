using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Servers;

namespace RollingDeploy.Core.Deployments;

/// <summary>The real servers whose health decides over launches.</summary>
public static class ForwardedServers
{
    /// <summary>
    /// Those of everything that is deployed, each once and in the same order in every process; to ask is cheap where no server
    /// was ever asked how it is.
    /// </summary>
    public static ImmutableArray<Uri> InUse(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Health.IsEmpty ? [] : [.. region.Deployables.SelectMany(Of).Distinct()];
    }

    /// <summary>Whether an instance waits for the answer of a server that has not come yet.</summary>
    public static bool AreAwaited(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return !region.Health.IsEmpty && region.Deployables.Any(HealthCheck.IsAwaited);
    }

    /// <summary>Those of an endpoint or inference component.</summary>
    public static IEnumerable<Uri> Of(Deployable subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Fleets
            .SelectMany(fleet => fleet.Variants)
            .SelectMany(variant => variant.Spec.Choices)
            .SelectMany(subject.Region.Behaviors.ServersOf);
    }
}
