using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.Control.Views;

/// <summary>An endpoint in a list.</summary>
internal sealed record EndpointSummary
{
    public required string Name { get; init; }

    public required EndpointStatus Status { get; init; }

    /// <summary>When the status last changed.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The current fleet. It is absent until the endpoint has been in service.</summary>
    public FleetSnapshot? Old { get; init; }

    /// <summary>The fleet that is being deployed. It is absent if there is none.</summary>
    public FleetSnapshot? New { get; init; }

    /// <summary>The ID of the running deployment. This and the members after it are absent if none is running.</summary>
    public string? Deployment { get; init; }

    public DeploymentPolicy? Policy { get; init; }

    /// <summary>Whether the deployment is rolling back.</summary>
    public bool? RollingBack { get; init; }

    /// <summary>What the deployment is doing, as in the journal.</summary>
    public string? Step { get; init; }

    /// <summary>When the current bake ends, if the current step is a bake.</summary>
    public DateTimeOffset? BakeEndsAt { get; init; }

    public static EndpointSummary Of(Endpoint endpoint)
    {
        var running = endpoint.Running;
        var deployment = running?.Deployment;
        return new()
        {
            Name = endpoint.Name,
            Status = endpoint.Status,
            Since = endpoint.LastModifiedTime,
            Old = Snapshot(endpoint.Current, endpoint.OldTrafficShare),
            New = Snapshot(endpoint.Pending, endpoint.NewTrafficShare),
            Deployment = deployment?.Id,
            Policy = deployment?.Policy,
            RollingBack = deployment is null ? null : deployment.Rollback is not null,
            Step = running is { Journal: [.., var last] } ? last.Sentence : null,
            BakeEndsAt = BakeEndOf(deployment),
        };
    }

    /// <summary>Returns when the current bake of a deployment ends; null if it is not in a bake.</summary>
    public static DateTimeOffset? BakeEndOf(Deployment? deployment) =>
        deployment is { HasEnded: false } ? deployment.BakeEndsAt : null;

    private static FleetSnapshot? Snapshot(Fleet? fleet, double share) =>
        fleet is null ? null : new(fleet.ConfigName, fleet.Total, fleet.InService, Math.Round(share, 6));
}
