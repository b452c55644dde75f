using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Deployments;

/// <summary>The shell around the planner: it shows it the fleets, carries its orders out and writes the journal.</summary>
internal static class DeploymentRunner
{
    public static void FleetIsDue(Region region, string endpointName)
    {
        // An endpoint that is gone leaves entries behind; they mean nothing any more.
        if (region.Endpoints.TryGet(endpointName, out var endpoint))
        {
            endpoint.FleetDueAt = endpoint.FleetDueAt <= region.World.Now ? null : endpoint.FleetDueAt;
            endpoint.Current?.Settle(region.World.Now);
            endpoint.Pending?.Settle(region.World.Now);
            Wake(endpoint);
        }
    }

    public static void WakeIsDue(Region region, string endpointName, DateTimeOffset due)
    {
        // Only the last wake-up asked for counts: an earlier one was replaced.
        if (region.Endpoints.TryGet(endpointName, out var endpoint) && endpoint.WakeAt == due)
        {
            endpoint.WakeAt = null;
            Wake(endpoint);
        }
    }

    /// <summary>Lets the planner decide until it decides to wait.</summary>
    public static void Wake(Endpoint endpoint)
    {
        try
        {
            while (endpoint.Running is { } record)
            {
                var decision = Planner.Decide(record.Deployment, Observer.Look(endpoint), endpoint.Region.World.Now);
                if (!decision.Acts)
                {
                    WakeLater(endpoint, decision.LookAgainAt);
                    return;
                }

                Act(endpoint, record, decision);
            }
        }
        catch (IllegalTransitionException defect)
        {
            Outcome.Quarantine(endpoint, defect);
        }
    }

    private static void Act(Endpoint endpoint, DeploymentRecord record, Decision decision)
    {
        var turnsBack = decision.Next.Rollback is not null && record.Deployment.Rollback is null;
        record.Deployment = decision.Next;
        if (turnsBack)
        {
            endpoint.Enter(endpoint.Region.World.Settings.RollbackStatus);
            endpoint.Current!.BeginDeployment();
        }

        // What has ended is written down before the order of what begins, so that it shows the fleets as they were.
        foreach (var line in decision.Lines[..^1])
        {
            Observer.Write(endpoint, record, line);
        }

        if (decision.Order is { } order)
        {
            FleetOrders.CarryOut(endpoint, order);
        }

        Observer.Write(endpoint, record, decision.Lines[^1]);

        if (decision.Next.HasEnded)
        {
            Outcome.Conclude(endpoint, decision.Next);
        }
    }

    private static void WakeLater(Endpoint endpoint, DateTimeOffset? at)
    {
        if (at is { } due && endpoint.WakeAt != due)
        {
            endpoint.WakeAt = due;
            endpoint.Region.World.Schedule.Add(due, DueKind.Deployment, new Owner(endpoint.Region.Name, endpoint.Name));
        }
    }
}
