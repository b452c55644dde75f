using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Servers;

namespace RollingDeploy.Core.Health;

/// <summary>
/// What a server has said to its health check. Instances that have waited for it come into service; its result is whether that
/// was news.
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
