using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>What holds for every scaling of two variants, whatever it asks for, fails at and takes.</summary>
public sealed class ScalingProperties
{
    private static readonly Config Cases =
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(1000).WithReplay(1234567, 7654321);

    private static readonly Arbitrary<Scaling> Any = Arb.From(
        from seed in Gen.Choose(1, 1000)
        from jitter in Gen.Elements(0, 0, 7, 60)
        from sizes in Gen.Choose(1, 6).ArrayOf(2)
        from next in Gen.Choose(0, 8).ArrayOf(2)
        from weight in Gen.Elements<float?>(null, 0, 2.5f)
        from failsAt in Gen.Elements<int?>(null, null, 1, 2, 4)
        select new Scaling(seed, jitter, sizes, next, weight, failsAt));

    [Fact]
    public void AnyScaling_AfterEveryEvent_KeepsWhatServes() => Prop.ForAll(Any, scaling =>
    {
        var world = Begin(scaling);

        world.World.RunUntil(world.World.Now.AddDays(1), now =>
        {
            var current = world.Endpoint.Current!;
            for (var i = 0; i < 2; i++)
            {
                current.Variants[i].InService.Should().BeGreaterThanOrEqualTo(Math.Min(scaling.Sizes[i], scaling.Next[i]));
                current.Variants[i].Total.Should().BeLessThanOrEqualTo(Math.Max(scaling.Sizes[i], scaling.Next[i]));
            }

            world.Endpoint.Pending.Should().BeNull();
            world.Endpoint.NewTrafficShare.Should().Be(0);
            Invariants.CheckTally(world.Region);
            return now.InTransition == 0;
        }).Should().BeTrue("it ends");
    }).Check(Cases);

    [Fact]
    public void AnyScaling_WhenItEnds_IsDoneOrAsItWas() => Prop.ForAll(Any, scaling =>
    {
        var world = Begin(scaling).ToTheEnd();

        var isDone = world.Deployment.Status == DeploymentStatus.Succeeded;
        var variants = world.Endpoint.Current!.Variants;
        (isDone || world.Deployment.Status == DeploymentStatus.RolledBack).Should().BeTrue();
        (isDone || scaling.FailsAt is not null).Should().BeTrue();
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        (world.Endpoint.FailureReason is null).Should().Be(isDone);
        variants.Select(variant => variant.Desired).Should().Equal(isDone ? scaling.Next : scaling.Sizes);
        variants.Should().OnlyContain(variant => variant.InService == variant.Desired && variant.Total == variant.Desired);
        variants.Should().OnlyContain(variant => variant.Weight == variant.DesiredWeight);
        variants[1].Weight.Should().Be(isDone ? scaling.Weight ?? 1 : 1);
    }).Check(Cases);

    private static TestWorld Begin(Scaling scaling)
    {
        var timings = new FleetTimings { LaunchJitter = TimeSpan.FromSeconds(scaling.Jitter) };
        var settings = new WorldSettings { Seed = (ulong)scaling.Seed, Timings = timings };
        var world = new TestWorld(settings) { IsAsync = scaling.Next.Contains(0) }
            .Config("v1", ("a", scaling.Sizes[0]), ("b", scaling.Sizes[1])).Create("v1");
        if (scaling.FailsAt is { } instance)
        {
            world.Fault(FleetSide.Old, instance);
        }

        return world.Scale(
            new WeightAndCapacity("a", null, scaling.Next[0]), new WeightAndCapacity("b", scaling.Weight, scaling.Next[1]));
    }

    private sealed record Scaling(int Seed, int Jitter, int[] Sizes, int[] Next, float? Weight, int? FailsAt)
    {
        public override string ToString() =>
            $"seed {Seed}, jitter {Jitter} s, {string.Join('+', Sizes)} to {string.Join('+', Next)}, weight {Weight}, fails at {FailsAt}";
    }
}
