using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>
/// What holds for every fleet, policy, alarm, fault and timing. A failure prints its case and how to replay it. The cases
/// are the same every time, unless <c>ROLLINGDEPLOY_CASES</c> in the environment asks for a number of new ones.
/// </summary>
public sealed class DeploymentProperties
{
    private static readonly Config Thousands = Cases(3000);
    private static readonly Config Hundreds = Cases(500);

    [Fact]
    public void AnyDeployment_AfterEveryEvent_KeepsTheInvariants() =>
        Prop.ForAll(Case.Any, shape => { Run.Of(shape); }).Check(Thousands);

    [Fact]
    public void AnyDeployment_WhenItEnds_StandsAsItsStatusSays() =>
        Prop.ForAll(Case.Any, shape => { Run.Of(shape, check: false, CheckEnd); }).Check(Hundreds);

    /// <summary>Properties of what never happens would prove nothing.</summary>
    [Fact]
    public void Cases_AllTogether_ReachEveryEndAndMeetEveryFault()
    {
        var seen = new HashSet<string>();

        Prop.ForAll(Case.Any, shape =>
        {
            Run.Of(shape, check: false, (world, update) =>
            {
                var struck = world.Region.Faults.All.Where(fault => fault.Hits > 0)
                    .Select(fault => fault.Kind.ToString())
                    .ToList();
                seen.Add($"{world.Deployment.Status}, {world.Endpoint.Status}");
                seen.UnionWith(struck);
                if (!struck.Contains("PingFailure") && world.Deployment.FailureReason?.Contains("ping health check") is true)
                {
                    seen.Add(update.Flaps.Length > 0 ? "ServerDown" : "no reason");
                }
            });
        }).Check(Hundreds);

        seen.Should().BeEquivalentTo(
            "Succeeded, InService", "RolledBack, InService", "RolledBack, UpdateRollbackFailed", "RollbackFailed, UpdateRollbackFailed",
            "InsufficientCapacity", "PingFailure", "SlowLaunch", "InstanceCrash", "AlarmPermissionDenied", "ServerDown");
    }

    [Fact]
    public void AnyDeployment_LongAfterItsFaultsAreGone_StandsInFullStrength() =>
        Prop.ForAll(Case.Any, shape => { Run.Of(shape, check: false, rested: CheckWhole); }).Check(Hundreds);

    [Fact]
    public void AnyDeployment_SameSeedAndCommands_GivesTheSameJournal() =>
        Prop.ForAll(Case.Any, shape => Run.Of(shape, check: false) == Run.Of(shape, check: false)).Check(Hundreds);

    /// <summary>Deployments sleep until something can change. Looking at every poll changes nothing but the effort.</summary>
    [Fact]
    public void AnyDeployment_LookedAtAtEveryPoll_GivesTheSameEvents() =>
        Prop.ForAll(Case.Any, shape => Run.Of(shape, check: false) == Run.Of(shape, check: false, isEager: true))
            .Check(Cases(2000));

    private static Config Cases(int number)
    {
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);
        return CaseCount.Asked is { } asked
            ? config.WithMaxTest(asked)
            : config.WithMaxTest(number).WithReplay(1234567, 7654321);
    }

    private static void CheckEnd(TestWorld world, Update update)
    {
        var (endpoint, deployment) = (world.Endpoint, world.Deployment);
        var ended = (deployment.Status, endpoint.Status);
        ended.Should().BeOneOf(
            (DeploymentStatus.Succeeded, EndpointStatus.InService),
            (DeploymentStatus.RolledBack, EndpointStatus.InService),
            (DeploymentStatus.RolledBack, EndpointStatus.UpdateRollbackFailed),
            (DeploymentStatus.RollbackFailed, EndpointStatus.UpdateRollbackFailed));
        (endpoint.FailureReason is null).Should().Be(deployment.Status == DeploymentStatus.Succeeded);
        (endpoint.Pending is null).Should().Be(endpoint.Status == EndpointStatus.InService);
        if (deployment.Status == DeploymentStatus.Succeeded)
        {
            endpoint.Current!.Variants.Select(variant => variant.Strength).Should().Equal(Case.Parse(update.Sizes));
        }
        else if (endpoint.Status == EndpointStatus.InService)
        {
            endpoint.Current!.Variants.SelectMany(variant => variant.Instances)
                .Should().NotContain(instance => instance.Spec.ConfigName != endpoint.ConfigName);
            endpoint.Current.Variants.Sum(variant => variant.Strength)
                .Should().Be(deployment.Sizes.Sum(size => size.Old), "everything is as it was");
        }
        else
        {
            deployment.Policy.Should()
                .Match(policy => policy == DeploymentPolicy.Rolling || deployment.Status == DeploymentStatus.RolledBack);
        }

        CheckStrength(world);
        CheckBakes(world);
    }

    private static void CheckWhole(TestWorld world)
    {
        var variants = new[] { world.Endpoint.Current, world.Endpoint.Pending }.SelectMany(fleet => fleet?.Variants ?? []);
        variants.Should().OnlyContain(variant => variant.InService == variant.Strength && variant.Total == variant.Strength);
        world.World.NextEventAt.Should().BeNull();
    }

    // Nothing is missing but what has crashed, or could not be had again after it had.
    private static void CheckStrength(TestWorld world)
    {
        var crashed = world.Region.Faults.All.Any(fault => fault is { Kind: FaultKind.InstanceCrash, Hits: > 0 });
        if (!crashed)
        {
            var variants = new[] { world.Endpoint.Current, world.Endpoint.Pending }.SelectMany(fleet => fleet?.Variants ?? []);
            variants.Should().OnlyContain(variant => variant.Strength == variant.Promising);
            var before = world.Deployment.Sizes.Sum(size => size.Old);
            variants.Sum(variant => variant.InService).Should().BeGreaterThanOrEqualTo(Math.Min(1, before), "an earlier crash may have left none");
        }
    }

    private static void CheckBakes(TestWorld world)
    {
        var bakes = world.Deployment.Forward.Steps.Where(step => step.Kind == StepKind.Bake).Select(step => step.Duration);
        var starts = world.Journal.Where(entry => entry.Event == "bakeStarted").Select(entry => entry.Time).ToList();
        var ends = world.Journal.Where(entry => entry.Event == "bakeEnded").Select(entry => entry.Time).ToList();
        ends.Zip(starts, (end, start) => end - start)
            .Should().Equal(bakes.Take(ends.Count), "a bake lasts exactly as long as it says");
    }
}
