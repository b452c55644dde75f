using System.Collections.Immutable;
using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Something that is deployed: an endpoint by its instances, an inference component by its copies. It holds the fleet that
/// serves, the one that is coming, and the deployment between them; what the two kinds make of an outcome differs.
/// </summary>
public abstract class Deployable : IResource
{
    private readonly List<DeploymentRecord> _deployments = [];
    private readonly Slots _slots = new();

    private protected Deployable(Region region, string name)
    {
        Region = region;
        Name = name;
        CreationTime = LastModifiedTime = region.Now;
    }

    /// <summary>The region it is in.</summary>
    public Region Region { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Its ARN.</summary>
    public abstract string Arn { get; }

    /// <inheritdoc/>
    public abstract string StatusName { get; }

    /// <inheritdoc/>
    public virtual IEnumerable<Facet> Facets => [new(FacetKind.Status, StatusName)];

    /// <summary>
    /// Why the last creation or update did not succeed. An endpoint's is cleared by the next that does; an inference component
    /// keeps it until another one fails (sagemaker-endpoints.md §8).
    /// </summary>
    public string? FailureReason { get; internal set; }

    /// <summary>The same, and what of it was set aside after a defect of ours: what AWS's Describe operations show.</summary>
    public string? ShownFailureReason => WorkOf
        .Select(owner => Region.Quarantine.Of(owner)?.Sentence)
        .Prepend(FailureReason)
        .OfType<string>()
        .ToList() is { Count: > 0 } reasons ? string.Join(' ', reasons) : null;

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreationTime { get; }

    /// <summary>When its status last changed.</summary>
    public DateTimeOffset LastModifiedTime { get; private protected set; }

    /// <summary>The fleet that serves: null until it has been created.</summary>
    public Fleet? Current { get; internal set; }

    /// <summary>The fleet that is being deployed, or that a failed rollback left behind.</summary>
    public Fleet? Pending { get; internal set; }

    internal IEnumerable<Fleet> Fleets => new[] { Current, Pending }.OfType<Fleet>();

    /// <summary>When the last shift of traffic settles.</summary>
    public DateTimeOffset TrafficSettlesAt { get; internal set; }

    /// <summary>Its deployments, oldest first.</summary>
    public IReadOnlyList<DeploymentRecord> Deployments => _deployments;

    /// <summary>The deployment that is running; null when none is.</summary>
    public DeploymentRecord? Running => _deployments.Count > 0 && !_deployments[^1].Deployment.HasEnded ? _deployments[^1] : null;

    /// <summary>Whether something is going on: no change but a reading one is accepted.</summary>
    public abstract bool IsInTransition { get; }

    /// <summary>
    /// The new fleet's share of the traffic, from 0 to 1: of each variant the active part of its full size, the variants by
    /// their weights. A fleet without an instance in service has none, and one that serves alone has all.
    /// </summary>
    public double NewTrafficShare => (Current?.Serves ?? false, Pending?.Serves ?? false) switch
    {
        (_, false) => 0,
        (false, _) => 1,
        _ => ActiveShare([.. Pending!.ProductionVariants.Where(variant => variant.FullSize > 0)]),
    };

    /// <summary>The old fleet's share of the traffic, from 0 to 1.</summary>
    public double OldTrafficShare => Current is { Serves: true } ? 1 - NewTrafficShare : 0;

    /// <summary>
    /// When its next event will be, as far as is known now: a launch or retirement ends with its last instance or its first
    /// that fails, and what was armed comes at its moment. Null when nothing goes on.
    /// </summary>
    public DateTimeOffset? NextEventAt =>
        Region.Armed.NextIn(Owner) is { } armed && !(NextOfDeployment < armed) ? armed : NextOfDeployment;

    private DateTimeOffset? NextOfDeployment
    {
        get
        {
            if (Running?.Deployment is not { } deployment)
            {
                return IsShort ? SettleAt(InstanceState.Provisioning, Current, Pending) ?? ReplaceAt : null;
            }

            var settled = deployment.Step?.Kind switch
            {
                StepKind.Launch =>
                    SettleAt(InstanceState.Provisioning, deployment.LaunchSide == FleetSide.Old ? Current : Pending),
                StepKind.Retire => SettleAt(InstanceState.Draining, Current, Pending),
                StepKind.Shift => TrafficSettlesAt,
                StepKind.Bake or null => null,
            };
            return settled < deployment.NextEventAt || deployment.NextEventAt is null ? settled : deployment.NextEventAt;
        }
    }

    internal DateTimeOffset? WakeAt { get; set; }

    internal DateTimeOffset? FleetDueAt { get; set; }

    /// <summary>Whether something is missing that crashed while no deployment ran.</summary>
    internal bool IsShort { get; set; }

    /// <summary>When to ask again for what is missing and could not be had; null for at once.</summary>
    internal DateTimeOffset? ReplaceAt { get; set; }

    /// <summary>Whether its fleets are kept up while no deployment runs.</summary>
    internal abstract bool IsServing { get; }

    /// <summary>Where a fault must be asked for to strike it.</summary>
    internal abstract FaultScope Place { get; }

    /// <summary>What it is called in messages.</summary>
    private protected abstract string Noun { get; }

    /// <summary>Whom entries in the schedule are for.</summary>
    internal abstract Owner Owner { get; }

    /// <summary>
    /// Whether its fleets were set aside after a defect of ours: an update revives it, also where it failed by that.
    /// </summary>
    internal bool IsSetAside => Region.Quarantine.Has(Owner);

    /// <summary>Whatever works for it, each by itself.</summary>
    private protected virtual IEnumerable<Owner> WorkOf => [Owner];

    /// <summary>A deployment has turned back.</summary>
    internal abstract void TurnBack(Deployment deployment);

    /// <summary>A deployment has ended.</summary>
    internal abstract void Conclude(Deployment deployment);

    /// <summary>
    /// A defect of ours keeps it from ending what goes on: its status says that it failed, and nothing else changes.
    /// </summary>
    internal abstract void GiveUp();

    /// <summary>A deployment begins: its fleets work again, if they were set aside.</summary>
    internal void Revive()
    {
        if (Region.Quarantine.Remove(Owner))
        {
            // What was due meanwhile was passed over.
            FleetDueAt = null;
            FleetOrders.Expect(this, TimeSpan.Zero);
        }
    }

    /// <summary>
    /// What becomes of instances or copies that are ordered now: each call tells it of the next one, when those before it are in
    /// the fleet.
    /// </summary>
    internal abstract Func<LaunchTerms> BeginLaunch(VariantFleet fleet, FleetSide side);

    /// <summary>What another room keeps for it; null where that keeps nothing yet.</summary>
    internal T? Find<T>(Slot<Deployable, T> slot)
        where T : class => _slots.Find(slot);

    /// <summary>What another room keeps for it, which is made when it is first asked for.</summary>
    internal T Get<T>(Slot<Deployable, T> slot)
        where T : class => _slots.Get(this, slot);

    /// <summary>Writes down what has happened to it.</summary>
    internal abstract WorldEvent Log(EventData data);

    /// <summary>Refuses a change while another one is going on.</summary>
    internal void RequireQuiet()
    {
        if (IsInTransition)
        {
            throw SageMakerErrors.InProgress(Noun, Arn);
        }
    }

    /// <summary>Changes the status, and what is counted and dated by it.</summary>
    private protected void Enter(Action change)
    {
        var (was, from) = (IsInTransition, _deployments.Count == 0 ? null : StatusName);
        change();
        if (StatusName != from)
        {
            Log(new StatusChanged(from, StatusName, FailureReason));
        }

        LastModifiedTime = Region.Now;
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

    /// <summary>What a failed rollback left behind becomes a part of what the next deployment replaces.</summary>
    internal void AbsorbStranded()
    {
        if (Pending is not null && Current is not null)
        {
            Current.Absorb(Pending);
            Pending = null;
        }
    }

    /// <summary>The variants of either fleet.</summary>
    internal ImmutableArray<(string Name, VariantSize Size)> Sizes() => Sizes(Current, null, Pending);

    /// <summary>The variants of a deployment to be: the new configuration's first, then those that it drops.</summary>
    internal static ImmutableArray<(string Name, VariantSize Size)> Sizes(Fleet? current, Fleet? stranded, Fleet? next)
    {
        var names = new[] { next, current, stranded }
            .OfType<Fleet>()
            .SelectMany(fleet => fleet.Variants)
            .Select(variant => variant.Spec.VariantName)
            .Distinct();
        return
        [
            .. names.Select(name => (name, new VariantSize(
                (current?.Find(name)?.Strength ?? 0) + (stranded?.Find(name)?.Strength ?? 0),
                next?.Find(name)?.Desired ?? 0))),
        ];
    }

    // Weights that are all zero count as equal.
    private static double ActiveShare(ImmutableArray<VariantFleet> variants)
    {
        var weights = variants.Sum(variant => (double)variant.Weight);
        return weights > 0
            ? variants.Sum(variant => (double)variant.Weight * variant.Active / variant.FullSize) / weights
            : variants.Average(variant => (double)variant.Active / variant.FullSize);
    }

    private static DateTimeOffset? SettleAt(InstanceState state, params ReadOnlySpan<Fleet?> fleets)
    {
        var waiting = fleets.ToArray().OfType<Fleet>()
            .SelectMany(fleet => fleet.Variants)
            .SelectMany(variant => variant.Instances)
            .Where(instance => instance.State == state)
            .ToList();
        return waiting.Where(instance => instance.Failure is not null || instance.AwaitsPing)
            .Min(instance => (DateTimeOffset?)instance.Due)
            ?? waiting.Max(instance => (DateTimeOffset?)instance.Due);
    }
}
