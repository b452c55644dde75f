using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Core.Health;

/// <summary>What the real servers that answer for models last said to their health check; nothing until they were asked.</summary>
public sealed class HealthTable
{
    private readonly Dictionary<Uri, bool> _answers = [];

    /// <summary>Whether a server was well when it was last asked; null where it never was.</summary>
    public bool? Of(Uri server) => _answers.TryGetValue(server, out var isWell) ? isWell : null;

    /// <summary>Whether no server was ever asked.</summary>
    public bool IsEmpty => _answers.Count == 0;

    internal void Set(Uri server, bool isWell) => _answers[server] = isWell;
}

/// <summary>What a server has said to its health check. Instances that have waited for it come into service; its result is whether that was news.</summary>
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
