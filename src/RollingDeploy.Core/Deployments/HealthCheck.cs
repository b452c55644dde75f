using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Servers;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// The ping health check of an instance that has started. If real servers respond for its model, their last known health is used.
/// The instance waits until they are healthy, and its launch fails after the timeout of the health check.
/// </summary>
internal static class HealthCheck
{
    /// <summary>
    /// Returns whether an instance passes the health check. If not, it is checked again at the latest at its timeout.
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

    /// <summary>Returns whether an instance waits until its server is healthy.</summary>
    public static bool IsAwaited(Deployable subject) => subject.Fleets
        .SelectMany(fleet => fleet.Variants)
        .Any(variant => variant.Instances.Any(instance => instance.AwaitsPing));

    /// <summary>Returns the timeout of the health check for the containers of a variant.</summary>
    public static TimeSpan Limit(Region region, VariantSpec spec) => spec.PingTimeout ?? region.Timings.PingTimeout;
}
