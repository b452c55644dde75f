using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control.Views;

/// <summary>An endpoint with its instances, as they are after the event at <c>position</c>.</summary>
internal sealed record EndpointView
{
    /// <summary>The ID of the last event that the view includes, for the parameter <c>after</c> of the events.</summary>
    public required string Position { get; init; }

    /// <summary>The virtual time.</summary>
    public required DateTimeOffset Now { get; init; }

    public required EndpointSummary Summary { get; init; }

    /// <summary>Why the last creation or update failed. It is absent if it did not.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The synthetic traffic.</summary>
    public required Traffic Traffic { get; init; }

    /// <summary>The current fleet. It is absent until the endpoint has been in service.</summary>
    public FleetView? Current { get; init; }

    /// <summary>The fleet that is being deployed, or that a failed rollback left. It is absent if there is none.</summary>
    public FleetView? Pending { get; init; }

    /// <summary>The running deployment, or the last one. It is absent if the endpoint has none.</summary>
    public DeploymentDetail? Deployment { get; init; }

    /// <summary>When the maximum execution timeout of the running deployment is reached. It is absent if none runs.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The deployments that are kept, newest first.</summary>
    public required List<DeploymentSummary> Deployments { get; init; }

    /// <summary>Returns the view of the endpoint with a name.</summary>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    public static EndpointView Of(Partition partition, string name)
    {
        using var turn = new Visit(partition.ForReading).Enter();
        var endpoint = turn.Region(partition.RegionName).Endpoints.TryGet(name, out var found)
            ? found
            : throw MissingException.Endpoint(name);
        var log = turn.View.Log;
        return new()
        {
            Position = new EventPlace(log.Epoch, log.Last).ToString(),
            Now = turn.Now,
            Summary = EndpointSummary.Of(endpoint),
            FailureReason = endpoint.ShownFailureReason,
            Traffic = Traffic.Of(endpoint.Traffic),
            Current = FleetView.Of(endpoint.Current, endpoint.OldTrafficShare, isNew: false),
            Pending = FleetView.Of(endpoint.Pending, endpoint.NewTrafficShare, isNew: true),
            Deployment = endpoint.Deployments is [.., var last] ? DeploymentDetail.Of(last) : null,
            Deadline = endpoint.Running?.Deployment.Deadline,
            Deployments = [.. endpoint.Deployments.Reverse().Select(record => DeploymentSummary.Of(record.Deployment))],
        };
    }
}

/// <summary>The instances of one side of an endpoint.</summary>
/// <param name="Config">The endpoint configuration.</param>
/// <param name="TrafficShare">The traffic share, from 0 to 1.</param>
/// <param name="Variants">The variants. Shadow variants are last.</param>
internal sealed record FleetView(string Config, double TrafficShare, List<VariantView> Variants)
{
    public static FleetView? Of(Fleet? fleet, double share, bool isNew) => fleet is null ? null : new(
        fleet.ConfigName, Math.Round(share, 6), [.. fleet.Variants.Select(variant => VariantView.Of(variant, isNew))]);
}

/// <summary>The instances of a variant.</summary>
/// <param name="Name">The name of the variant.</param>
/// <param name="InstanceType">The instance type. It is absent for serverless variants.</param>
/// <param name="Shadow">Whether it is a shadow variant.</param>
/// <param name="Weight">The weight among the variants.</param>
/// <param name="FullSize">The number of instances that stands for the full traffic of the variant.</param>
/// <param name="Active">The number of instances in service that get traffic.</param>
/// <param name="Instances">The instances, oldest first.</param>
internal sealed record VariantView(
    string Name, string? InstanceType, bool Shadow, double Weight, int FullSize, int Active, List<InstanceView> Instances)
{
    public static VariantView Of(VariantFleet variant, bool isNew) => new(
        variant.Spec.VariantName,
        variant.Spec.IsServerless ? null : variant.Spec.InstanceType,
        variant.Spec.IsShadow,
        variant.Weight,
        variant.FullSize,
        isNew ? variant.Active : variant.InService,
        [.. variant.Instances.Select(instance => new InstanceView(instance.Id, instance.State))]);
}

/// <summary>An instance.</summary>
internal sealed record InstanceView(string Id, InstanceState State);
