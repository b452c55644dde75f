using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Servers;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// The ping of an instance that is up. Where real servers answer for its model, it is what they last said; until they are well
/// the instance waits, and is given up when its time to pass the health check is over.
/// </summary>
internal static class HealthCheck
{
    /// <summary>
    /// Whether an instance answers; one that does not is looked at again at the latest when it is to be given up.
    /// </summary>
    public static bool Passes(Deployable subject, Instance instance)
    {
        var region = subject.Region;
        if (region.Behaviors.ServersOf(instance.Spec).All(server => region.Health.Of(server) == true))
        {
            return true;
        }

        if (!instance.AwaitsPing)
        {
            instance.AwaitPing();
            FleetOrders.Expect(subject, instance.Due - region.Now);
        }

        return false;
    }

    /// <summary>Whether an instance waits for its server.</summary>
    public static bool IsAwaited(Deployable subject) => subject.Fleets
        .SelectMany(fleet => fleet.Variants)
        .Any(variant => variant.Instances.Any(instance => instance.AwaitsPing));

    /// <summary>How long the containers of a variant have until they answer their ping.</summary>
    public static TimeSpan Limit(Region region, VariantSpec spec) => spec.PingTimeout ?? region.Timings.PingTimeout;
}
