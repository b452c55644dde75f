using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// An inference component, with copies of a model that share the instances of a variant. Its fleets have one variant, and each
/// instance in them is a copy, so deployments work with copies as with instances.
/// </summary>
public sealed class InferenceComponent : Deployable
{
    // The status is null before the creation begins and after the deletion ends. Then the component is not in transition.
    private InferenceComponentStatus? _status;

    internal InferenceComponent(Region region, string name, Endpoint endpoint, string variantName, InferenceComponent? basis)
        : base(region, name)
    {
        Endpoint = endpoint;
        VariantName = variantName;
        Base = basis;
    }

    private InferenceComponent(Region region, SavedComponent saved, SnapshotScope scope)
        : base(region, SubjectType.InferenceComponent, saved.Deployed, scope)
    {
        (_status, VariantName, Revisions) = (saved.Status, saved.Variant, saved.Revisions);
        Endpoint = region.Endpoints.TryGet(saved.Endpoint, out var endpoint)
            ? endpoint
            : throw new InvalidDataException($"there is no endpoint {saved.Endpoint} before it");
        Base = saved.Base is null ? null
            : region.InferenceComponents.TryGet(saved.Base, out var basis) ? basis
            : throw new InvalidDataException($"there is no inference component {saved.Base} before it");
        LastDeploymentConfig = saved.LastDeploymentConfig;
        Asked = saved.AskedIs switch
        {
            AskedFleet.Current => Current,
            AskedFleet.Pending => Pending,
            AskedFleet.Other => saved.Asked is null ? null : new Fleet(scope, saved.Asked),
        };
    }

    /// <inheritdoc/>
    public override string Arn => Region.InferenceComponents.ArnOf(Name);

    /// <summary>The endpoint that hosts it.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>The variant that hosts it.</summary>
    public string VariantName { get; }

    /// <summary>The base component of an adapter; null for other components.</summary>
    public InferenceComponent? Base { get; }

    /// <summary>The status.</summary>
    public InferenceComponentStatus Status => _status ?? InferenceComponentStatus.Deleting;

    /// <summary>The DeploymentConfig of the last update that had one; null if there was none.</summary>
    public DeploymentConfig? LastDeploymentConfig { get; internal set; }

    /// <summary>The desired number of copies, after the running deployment.</summary>
    public int DesiredCopies =>
        (Running?.Deployment is { Rollback: null } && Pending is not null ? Pending : Shown).Variants[0].Desired;

    /// <summary>The current fleet, or the fleet of the creation if there is no current one.</summary>
    public Fleet Shown => Current ?? Asked!;

    /// <summary>The number of old and new copies that are in service, or that were and still exist.</summary>
    public int CurrentCopies => (Current?.Present ?? 0) + (Pending?.Present ?? 0);

    /// <summary>The number of old and new copies in service.</summary>
    internal int CopiesInService => (Current?.InService ?? 0) + (Pending?.InService ?? 0);

    /// <inheritdoc/>
    public override string StatusName => Status.ToString();

    /// <inheritdoc/>
    public override IEnumerable<Facet> Facets =>
        [.. base.Facets, Facet.Endpoint(Endpoint.Name)!.Value, Facet.Variant(VariantName)!.Value];

    /// <inheritdoc/>
    public override bool IsInTransition => _status
        is InferenceComponentStatus.Creating or InferenceComponentStatus.Updating or InferenceComponentStatus.Deleting;

    internal override WorldEvent Log(EventData data) => Region.Log(SubjectType.InferenceComponent, Name, data);

    internal override Owner Owner => new(Region.Name, Name, OwnerType.InferenceComponent);

    internal override bool IsServing => Status == InferenceComponentStatus.InService;

    internal override FaultScope Place => new()
    {
        Endpoint = Endpoint.Name,
        Variant = VariantName,
        InferenceComponent = Name,
        InstanceType = Endpoint.Current?.Find(VariantName)?.Spec.InstanceType,
    };

    /// <summary>The fleet of the creation.</summary>
    internal Fleet? Asked { get; set; }

    /// <summary>The number of specifications so far, including the first one. It distinguishes the fleets.</summary>
    internal int Revisions { get; set; }

    private protected override string Noun => "inference component";

    // AWS has no separate status for a rollback of a component.
    internal override void TurnBack(Deployment deployment) => Enter(InferenceComponentStatus.Updating);

    internal override void GiveUp() => Enter(InferenceComponentStatus.Failed);

    internal override void Conclude(Deployment deployment)
    {
        FleetOutcome.Settle(this, deployment);
        FailureReason = deployment.FailureReason ?? FailureReason;
        if (deployment is { Status: DeploymentStatus.Succeeded, Act: DeploymentAct.Delete })
        {
            Leave();
        }
        else
        {
            Enter(deployment.Status == DeploymentStatus.Failed
                ? InferenceComponentStatus.Failed
                : InferenceComponentStatus.InService);
        }

        // The instances belong to the endpoint, so a failure here must not set the component aside.
        FleetGuard.Run(Endpoint, _ => InstanceScaling.CopiesChanged(Endpoint, VariantName, deployment));
    }

    internal override Func<LaunchTerms> BeginLaunch(VariantFleet fleet, FleetSide side)
    {
        // During a rollback, the resources of the new copies count as free, because these copies will be terminated.
        var leaving = Running?.Deployment.Status == DeploymentStatus.RollingBack ? Pending : null;
        Placement? placement = null;
        return () =>
        {
            var here = Place with { Fleet = side, AtInstance = fleet.Launches };
            return Region.Faults.Strike(FaultKind.InsufficientCapacity, here) is null
                ? LaunchFaults.Strike(
                    Region, here, fleet.Spec, (placement ??= new(Endpoint, VariantName, fleet.Spec.Needs, leaving)).Next())
                : new(Region.Now, FailureReasons.InsufficientCapacity);
        };
    }

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedComponent Save(SnapshotScope scope)
    {
        var askedIs = Asked is null ? AskedFleet.Other
            : Asked == Current ? AskedFleet.Current
            : Asked == Pending ? AskedFleet.Pending
            : AskedFleet.Other;
        return new(
            Status,
            Endpoint.Name,
            VariantName,
            Revisions,
            SaveCommon(scope),
            askedIs == AskedFleet.Other ? Asked?.Save(scope) : null,
            askedIs,
            Base?.Name,
            LastDeploymentConfig);
    }

    /// <summary>Adds the component of a snapshot to its region and its endpoint.</summary>
    internal static void Restore(Region region, SnapshotScope scope, SavedComponent saved)
    {
        var component = new InferenceComponent(region, saved, scope);
        component.Endpoint.Hosted.Add(component);
        region.InferenceComponents.Restore(component);
    }

    internal void Enter(InferenceComponentStatus status)
    {
        Enter(() => _status = status);
        Region.InferenceComponents.Reorder(this);
    }

    private void Leave()
    {
        Enter(() => _status = null);
        Endpoint.Hosted.Remove(this);
        Region.InferenceComponents.Remove(this);
        Region.Quarantine.Remove(Owner);
    }
}
