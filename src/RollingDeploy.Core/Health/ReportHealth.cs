using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Servers;

namespace RollingDeploy.Core.Health;

/// <summary>
/// Records the health of a server. If it is healthy, instances that wait for it come into service. The result is whether the
/// health has changed.
/// </summary>
public sealed record ReportHealth(string Region, Uri Server, bool IsWell) : Command<bool>(Region)
{
    /// <inheritdoc/>
    protected internal override bool Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (region.Health.Of(Server) == IsWell)
        {
            return false;
        }

        region.Health.Set(Server, IsWell);
        foreach (var subject in IsWell ? region.Deployables : [])
        {
            FleetGuard.Run(subject, LookAgain);
        }

        return true;
    }

    private static void LookAgain(Deployable subject)
    {
        if (HealthCheck.IsAwaited(subject))
        {
            FleetOrders.Expect(subject, TimeSpan.Zero);
        }
    }
}
