using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// A resource that is deployed: an endpoint with instances, or an inference component with copies. It has the current fleet, the
/// fleet that is being deployed, and the deployments. The subclasses handle the results of deployments.
/// </summary>
public abstract partial class Deployable : IResource
{
    private readonly List<DeploymentRecord> _deployments = [];
    private Slots<Deployable> _slots = new();

    private protected Deployable(Region region, string name)
    {
        Region = region;
        Name = name;
        CreationTime = LastModifiedTime = region.Now;
    }

    /// <summary>The region.</summary>
    public Region Region { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The ARN.</summary>
    public abstract string Arn { get; }

    /// <inheritdoc/>
    public abstract string StatusName { get; }

    /// <inheritdoc/>
    public virtual IEnumerable<Facet> Facets => [new(FacetKind.Status, StatusName)];

    /// <summary>
    /// Why the last creation or update failed. For an endpoint, the next success clears it. An inference component keeps it until
    /// another failure (sagemaker-endpoints.md §8).
    /// </summary>
    public string? FailureReason { get; internal set; }

    /// <summary>
    /// The failure reason in AWS's Describe operations. It also says what was set aside because of a bug in RollingDeploy.
    /// </summary>
    public string? ShownFailureReason => WorkOf
        .Select(owner => Region.Quarantine.Of(owner)?.Sentence)
        .Prepend(FailureReason)
        .OfType<string>()
        .ToList() is { Count: > 0 } reasons ? string.Join(' ', reasons) : null;

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreationTime { get; }

    /// <summary>When its status last changed.</summary>
    public DateTimeOffset LastModifiedTime { get; private protected set; }

    /// <summary>The current fleet; null until the first deployment has succeeded.</summary>
    public Fleet? Current { get; internal set; }

    /// <summary>The fleet that is being deployed, or that a failed rollback left; null if there is none.</summary>
    public Fleet? Pending { get; internal set; }

    internal IEnumerable<Fleet> Fleets => new[] { Current, Pending }.OfType<Fleet>();

    /// <summary>When the last traffic shift is complete.</summary>
    public DateTimeOffset TrafficSettlesAt { get; internal set; }

    /// <summary>The deployments that are kept, oldest first.</summary>
    public IReadOnlyList<DeploymentRecord> Deployments => _deployments;

    /// <summary>The running deployment; null if there is none.</summary>
    public DeploymentRecord? Running => _deployments.Count > 0 && !_deployments[^1].Deployment.HasEnded ? _deployments[^1] : null;

    /// <summary>Whether it is changing. Then requests that change it are refused.</summary>
    public abstract bool IsInTransition { get; }

    /// <summary>
    /// The traffic share of the new fleet, from 0 to 1: the active fractions of its variants, weighted by the weights of the
    /// variants. It is 0 if the fleet has no instance in service, and 1 if it is the only one that has.
    /// </summary>
    public double NewTrafficShare => TrafficShares.OfNew(Current, Pending);

    /// <summary>The traffic share of the old fleet, from 0 to 1.</summary>
    public double OldTrafficShare => Current is { Serves: true } ? 1 - NewTrafficShare : 0;

    /// <summary>
    /// When its next event will happen, as far as it is known now; null if none is expected. A launch or termination ends with
    /// its last instance or its first failure. Armed behaviors and faults become active at their moments.
    /// </summary>
    public DateTimeOffset? NextEventAt => NextEvents.Of(this);

    internal DateTimeOffset? WakeAt { get; set; }

    internal DateTimeOffset? FleetDueAt { get; set; }

    /// <summary>Whether instances or copies are missing that crashed while no deployment was running.</summary>
    internal bool IsShort { get; set; }

    /// <summary>When to launch missing instances or copies again after a failed launch; null for at once.</summary>
    internal DateTimeOffset? ReplaceAt { get; set; }

    /// <summary>Whether crashed instances or copies are replaced while no deployment runs.</summary>
    internal abstract bool IsServing { get; }

    /// <summary>The scope that a fault must match.</summary>
    internal abstract FaultScope Place { get; }

    /// <summary>The name of the resource type in messages.</summary>
    private protected abstract string Noun { get; }

    /// <summary>The owner of its entries in the schedule.</summary>
    internal abstract Owner Owner { get; }

    /// <summary>
    /// Whether its fleets were set aside because of a bug in RollingDeploy. An update lets them work again, even if the resource
    /// failed because of it.
    /// </summary>
    internal bool IsSetAside => Region.Quarantine.Has(Owner);

    /// <summary>The owners of its work. Each can be set aside on its own.</summary>
    private protected virtual IEnumerable<Owner> WorkOf => [Owner];

    /// <summary>Called when a deployment begins to roll back.</summary>
    internal abstract void TurnBack(Deployment deployment);

    /// <summary>Called when a deployment has ended.</summary>
    internal abstract void Conclude(Deployment deployment);

    /// <summary>
    /// Sets the status to failed, and changes nothing else. It is called if a bug in RollingDeploy prevents the end of a
    /// deployment.
    /// </summary>
    internal abstract void GiveUp();

    /// <summary>Lets its fleets work again if they were set aside. It is called when a deployment begins.</summary>
    internal void Revive()
    {
        if (Region.Quarantine.Remove(Owner))
        {
            // Entries of the schedule were skipped in the meantime.
            FleetDueAt = null;
            FleetOrders.Expect(this, TimeSpan.Zero);
        }
    }

    /// <summary>
    /// Prepares a launch. Each call of the result returns the terms of the next instance or copy, after those before it were
    /// added to the fleet.
    /// </summary>
    internal abstract Func<LaunchTerms> BeginLaunch(VariantFleet fleet, FleetSide side);

    /// <summary>Returns the object that another feature stores in a slot; null if there is none yet.</summary>
    internal T? Find<T>(Slot<Deployable, T> slot)
        where T : class => _slots.Find(slot);

    /// <summary>Returns the object that another feature stores in a slot. It is created on first use.</summary>
    internal T Get<T>(Slot<Deployable, T> slot)
        where T : class => _slots.Get(this, slot);

    /// <summary>Appends an event about it to the log.</summary>
    internal abstract WorldEvent Log(EventData data);

    /// <summary>Throws an error if it is changing.</summary>
    internal void RequireQuiet()
    {
        if (IsInTransition)
        {
            throw SageMakerErrors.InProgress(Noun, Arn);
        }
    }

    /// <summary>Changes the status, and updates the log, the time of modification and the counts.</summary>
    private protected void Enter(Action change)
    {
        var (was, from) = (IsInTransition, _deployments.Count == 0 ? null : StatusName);
        change();
        LastModifiedTime = Region.Now;
        if (StatusName != from)
        {
            Log(new StatusChanged(from, StatusName, FailureReason));
        }

        Region.DeploymentCounts.InTransition += (IsInTransition ? 1 : 0) - (was ? 1 : 0);
    }

    internal void Begin(Deployment deployment)
    {
        (IsShort, ReplaceAt) = (false, null);
        _deployments.Add(new DeploymentRecord(deployment));
        if (_deployments.Count > Math.Max(1, Region.DeploymentSettings.KeptDeployments))
        {
            _deployments.RemoveAt(0);
        }
    }

    /// <summary>
    /// Merges the fleet that a failed rollback left into the current one, so that the next deployment replaces both.
    /// </summary>
    internal void AbsorbStranded()
    {
        if (Pending is not null && Current is not null)
        {
            Current.Absorb(Pending);
            Pending = null;
        }
    }
}
