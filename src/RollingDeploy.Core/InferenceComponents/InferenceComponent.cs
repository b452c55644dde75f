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
/// An inference component: copies of a model that share the instances of an endpoint's variant. Its fleets have one variant, and
/// each of their instances is a copy, so whatever moves instances moves copies.
/// </summary>
public sealed class InferenceComponent : Deployable
{
    // Null before the creation has begun and after the deletion has ended: then nothing goes on.
    private InferenceComponentStatus? _status;

    internal InferenceComponent(Region region, string name, Endpoint endpoint, string variantName, InferenceComponent? basis)
        : base(region, name)
    {
        Endpoint = endpoint;
        VariantName = variantName;
        Base = basis;
    }

    /// <inheritdoc/>
    public override string Arn => Region.InferenceComponents.ArnOf(Name);

    /// <summary>The endpoint that hosts it.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>The endpoint's variant that hosts it.</summary>
    public string VariantName { get; }

    /// <summary>The component whose copies load this adapter; null for everything but adapters.</summary>
    public InferenceComponent? Base { get; }

    /// <summary>What goes on.</summary>
    public InferenceComponentStatus Status => _status ?? InferenceComponentStatus.Deleting;

    /// <summary>The DeploymentConfig of the last update that used one.</summary>
    public DeploymentConfig? LastDeploymentConfig { get; internal set; }

    /// <summary>How many copies it should have when what goes on has ended.</summary>
    public int DesiredCopies =>
        (Running?.Deployment is { Rollback: null } && Pending is not null ? Pending : Shown).Variants[0].Desired;

    /// <summary>The fleet that serves; where there is none, or none yet, the one that the creation asked for.</summary>
    public Fleet Shown => Current ?? Asked!;

    /// <summary>How many copies are in service, or were and are not gone yet: the old and the new ones.</summary>
    public int CurrentCopies => (Current?.Present ?? 0) + (Pending?.Present ?? 0);

    /// <summary>How many copies are in service: the old and the new ones.</summary>
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

    /// <summary>The fleet that the creation asked for.</summary>
    internal Fleet? Asked { get; set; }

    /// <summary>How many specifications it has been given, the first one too: what tells its fleets apart.</summary>
    internal int Revisions { get; set; }

    private protected override string Noun => "inference component";

    // AWS has no status for a component that rolls back.
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

        // What becomes of the instances is the endpoint's work and not the component's.
        FleetGuard.Run(Endpoint, _ => InstanceScaling.CopiesChanged(Endpoint, VariantName, deployment));
    }

    internal override Func<LaunchTerms> BeginLaunch(VariantFleet fleet, FleetSide side)
    {
        // On the way back old copies come up in the places of the new ones that go: what took their room does not keep them out.
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
