using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>What holds after every event of a deployment (DESIGN §3), for fleets that stood so when it began.</summary>
internal sealed class Invariants
{
    private readonly TestWorld _world;
    private readonly int _old;
    private readonly int _new;
    private readonly int _batch;
    private readonly Dictionary<string, int> _leastInService;
    private readonly int _crashedBefore;
    private int _written;

    private Invariants(TestWorld world, Fleet old)
    {
        _world = world;
        _written = world.Journal.Count;
        var deployment = world.Deployment;
        var next = deployment.Sizes.Sum(size => size.New);
        (_old, _new) = (Math.Max(old.Total, deployment.Sizes.Sum(size => size.Old)), next);
        _crashedBefore = Crashed;
        _batch = deployment.Policy == DeploymentPolicy.Rolling
            ? Math.Max(world.Endpoint.LastDeploymentConfig!.Rolling!.MaximumBatchSize.Of(next), deployment.RollbackBatch ?? 0)
            : next;
        _leastInService = old.Variants.ToDictionary(
            variant => variant.Spec.VariantName,
            variant => Math.Min(
                variant.InService,
                world.Endpoint.Pending?.Find(variant.Spec.VariantName)?.Desired ?? variant.InService));
    }

    /// <summary>Begins to watch the deployment that was just ordered; its first launch is under way, or all is over.</summary>
    public static Invariants Of(TestWorld world) => new(world, world.Endpoint.Current!);

    private int Crashed =>
        _world.Region.Faults.All.Where(fault => fault.Kind == FaultKind.InstanceCrash).Sum(fault => fault.Hits);

    /// <summary>
    /// A command may write and then run more at the same instant, so what it wrote need not be how things stand now.
    /// </summary>
    public void Acted() => _written = _world.Journal.Count;

    public void Check()
    {
        var endpoint = _world.Endpoint;
        CheckShares(endpoint);
        CheckTally(_world.Region);
        if (endpoint.Running is not null)
        {
            CheckSizes(endpoint);
            CheckJournal(endpoint);
            CheckDecidedOnce(endpoint);
            Require(
                _world.World.Schedule.Entries.Any(entry =>
                    entry.Owner.Name == "e" && (entry.Kind == DueKind.Fleet || entry.Due == endpoint.WakeAt)),
                "a deployment in progress has a wake-up pending");
        }
    }

    /// <summary>
    /// What is kept count of is what there is: the sum over all endpoints of what stands, or of a running plan's peak.
    /// </summary>
    public static void CheckTally(Region region)
    {
        foreach (var type in (string[])["ml.m5.large", "ml.m5.xlarge"])
        {
            var kept = region.Quotas.Count(type);
            var sum = region.Endpoints.All.Aggregate(default(InstanceCount), (all, endpoint) => all.Plus(Count(endpoint, type)));
            Require(kept == sum, $"of {type} there are {kept}, and not {sum}");
        }
    }

    private static InstanceCount Count(Endpoint endpoint, string type)
    {
        var standing = new[] { endpoint.Current, endpoint.Pending }
            .SelectMany(fleet => fleet?.Variants ?? [])
            .SelectMany(variant => variant.Instances)
            .Count(instance => instance.Stands && instance.Spec.InstanceType == type);
        var peak = endpoint.Running?.Deployment is { } deployment
            ? new InstanceDemand(deployment.Forward, deployment.VariantNames, endpoint.Current, endpoint.Pending).Peak(type)
            : 0;
        return new(standing, Math.Max(standing, peak));
    }

    private void CheckSizes(Endpoint endpoint)
    {
        var total = endpoint.Current!.Total + (endpoint.Pending?.Total ?? 0);
        var isAtOnce = _batch == _new || _world.Deployment is { Rollback: not null, RollbackBatch: null };
        var most = isAtOnce ? _old + _new : Math.Max(_old, _new) + _batch;
        Require(total <= most, $"{total} instances are more than {most}");
        foreach (var (name, least) in _leastInService)
        {
            var inService = (endpoint.Current.Find(name)?.InService ?? 0) + (endpoint.Pending?.Find(name)?.InService ?? 0);
            Require(
                inService >= least - (Crashed - _crashedBefore),
                $"{inService} of {name} are in service, fewer than {least} less the {Crashed - _crashedBefore} that crashed");
        }
    }

    // What was written just now shows the fleets as they stand.
    private void CheckJournal(Endpoint endpoint)
    {
        var journal = _world.Journal;
        var last = journal[^1];
        Require(
            journal.Count == _written
            || (last.Time == _world.World.Now && IsTrue(last.Old!, endpoint.Current!) && IsTrue(last.New!, endpoint.Pending!)),
            $"the journal tells the truth in {last}");
        _written = journal.Count;
    }

    private static bool IsTrue(FleetSnapshot said, Fleet fleet) =>
        (said.ConfigName, said.Instances, said.InService) == (fleet.ConfigName, fleet.Total, fleet.InService);

    private void CheckDecidedOnce(Endpoint endpoint)
    {
        // What is due at this very instant is not over yet, and an alarm that trips between two polls waits for the next.
        var observation = Observer.Look(endpoint);
        var isQuiet = _world.World.Schedule.NextDue > _world.World.Now;
        Require(
            !isQuiet
            || observation.AreAlarmsDenied
            || observation.Alarms.Any(alarm => !alarm.Exists || alarm.Tripped)
            || !Planner.Decide(_world.Deployment, observation, _world.World.Now).Acts,
            "deciding twice at one instant changes nothing");
    }

    private static void CheckShares(Endpoint endpoint)
    {
        var (old, next) = (endpoint.OldTrafficShare, endpoint.NewTrafficShare);
        var (oldServes, nextServes) = (endpoint.Current?.InService > 0, endpoint.Pending?.InService > 0);
        Require(old is >= 0 and <= 1 && next is >= 0 and <= 1, $"shares are {old} and {next}");
        Require(Math.Abs(old + next - (oldServes || nextServes ? 1 : 0)) < 1e-9, $"shares {old} and {next} are the whole");
        Require((oldServes || old == 0) && (nextServes || next == 0), "a fleet without an instance in service has no share");
    }

    // Not FluentAssertions: this runs a million times.
    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It does not hold that {what}.");
        }
    }
}
