using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Core.Endpoints;

/// <summary>An endpoint with its fleets of instances.</summary>
public sealed class Endpoint : Deployable
{
    internal Endpoint(Region region, string name, EndpointConfig config, DeploymentConfig? deploymentConfig)
        : base(region, name)
    {
        ConfigName = config.Name;
        LastDeploymentConfig = deploymentConfig;
    }

    private Endpoint(Region region, SavedEndpoint saved, SnapshotScope scope)
        : base(region, SubjectType.Endpoint, saved.Deployed, scope)
    {
        (Status, ConfigName, LastDeploymentConfig) = (saved.Status, saved.ConfigName, saved.LastDeploymentConfig);
    }

    /// <inheritdoc/>
    public override string Arn => Region.Endpoints.ArnOf(Name);

    /// <summary>The current endpoint configuration. During an update, it is the old one.</summary>
    public string ConfigName { get; internal set; }

    /// <summary>The status.</summary>
    public EndpointStatus Status { get; private set; }

    /// <summary>The last DeploymentConfig in a request of CreateEndpoint or UpdateEndpoint; null if there was none.</summary>
    public DeploymentConfig? LastDeploymentConfig { get; internal set; }

    /// <inheritdoc/>
    public override string StatusName => Status.ToString();

    /// <inheritdoc/>
    public override bool IsInTransition => Status
        is EndpointStatus.Creating or EndpointStatus.Updating or EndpointStatus.RollingBack or EndpointStatus.Deleting
        or EndpointStatus.SystemUpdating;

    /// <summary>
    /// Whether it answers requests. It does not before it was in service for the first time, nor while it is being deleted.
    /// </summary>
    public bool Serves => Status
        is EndpointStatus.InService or EndpointStatus.Updating or EndpointStatus.RollingBack or EndpointStatus.SystemUpdating
        or EndpointStatus.UpdateRollbackFailed;

    /// <summary>Whether it hosts inference components, so that its variants have no models.</summary>
    public bool HostsComponents => Current is { } current && current.Variants.All(variant => variant.Spec.ModelName is null);

    /// <summary>Whether requests are queued and responses are written to S3.</summary>
    public bool IsAsync => Current is { } current && current.Variants.Any(variant => variant.Spec.IsAsync);

    private protected override string Noun => "endpoint";

    private protected override IEnumerable<Owner> WorkOf =>
        [Owner, Owner with { Type = OwnerType.EndpointMeter }, Owner with { Type = OwnerType.AsyncQueue }];

    internal override WorldEvent Log(EventData data) => Region.Log(
        SubjectType.Endpoint, Name, data, data is StatusChanged or DeploymentProgressed ? EndpointFacts.Of(this) : null);

    internal override Owner Owner => new(Region.Name, Name);

    internal override bool IsServing => Status is EndpointStatus.InService or EndpointStatus.UpdateRollbackFailed;

    internal override FaultScope Place => new() { Endpoint = Name };

    // AWS documents RollingBack for scaling. For updates, the status is a setting (DESIGN §7).
    internal override void TurnBack(Deployment deployment) =>
        Enter(deployment.IsScaling ? EndpointStatus.RollingBack : Region.Simulation.EndpointSettings.RollbackStatus);

    internal override void Conclude(Deployment deployment) => EndpointOutcome.Conclude(this, deployment);

    internal override void GiveUp() => Enter(EndpointStatus.Failed);

    /// <summary>Removes its entries from the owners that are set aside, because it was deleted.</summary>
    internal void Forget()
    {
        foreach (var owner in WorkOf)
        {
            Region.Quarantine.Remove(owner);
        }
    }

    internal override Func<LaunchTerms> BeginLaunch(VariantFleet fleet, FleetSide side) => () => NextTermsOf(fleet, side);

    private LaunchTerms NextTermsOf(VariantFleet fleet, FleetSide side)
    {
        var here = Place with { Variant = fleet.Spec.VariantName, Fleet = side, AtInstance = fleet.Launches };
        var chosen =
            fleet.Spec.Choices.FirstOrDefault(choice => CanBeHad(choice, here with { InstanceType = choice.InstanceType }));
        return chosen is null
            ? new(Region.Now, FailureReasons.InsufficientCapacity)
            : LaunchFaults.Strike(
                Region, here with { InstanceType = chosen.InstanceType }, chosen, new(Region.Now, null) { Spec = chosen });
    }

    // If the variant has its own instance type, its quota was checked when the deployment began. With instance pools, a type
    // whose quota is used up is skipped.
    private bool CanBeHad(VariantSpec choice, FaultScope here) =>
        Region.Faults.Strike(FaultKind.InsufficientCapacity, here) is null
        && Region.Quotas.HasCapacity(this, choice.InstanceType)
        && (choice.Pools.IsEmpty || Region.Quotas.AllowsOneMore(this, choice.InstanceType));

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedEndpoint Save(SnapshotScope scope) => new(Status, ConfigName, SaveCommon(scope), LastDeploymentConfig);

    /// <summary>Adds the endpoint of a snapshot to its region.</summary>
    internal static void Restore(Region region, SnapshotScope scope, SavedEndpoint saved)
    {
        var endpoint = new Endpoint(region, saved, scope);
        region.Endpoints.Restore(endpoint);
        region.Quotas.Note(endpoint);
    }

    internal void Enter(EndpointStatus status)
    {
        Enter(() => Status = status);
        Region.Endpoints.Reorder(this);
    }
}
