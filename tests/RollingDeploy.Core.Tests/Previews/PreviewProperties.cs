using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Previews;
using RollingDeploy.Core.Tests.Properties;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Previews;

/// <summary>For random fleets, policies and timings, a preview says what the update then does.</summary>
public sealed class PreviewProperties
{
    private static readonly string[] Begins = ["launching", "shifting", "bakeStarted", "retiring"];
    private static readonly Config Hundreds =
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(CaseCount.Asked ?? 300).WithReplay(1234567, 7654321);

    [Fact]
    public void AnyUpdate_WithoutJitter_RunsAsThePreviewSaid() => Prop.ForAll(Case.Any, shape =>
    {
        var (world, preview) = Previewed(shape, jitter: false);
        var (peak, least, before, seen) = (0, int.MaxValue, world.World.Now, (Total: 0, InService: 0));

        world.Update("v2", shape.First.Config);
        world.World.RunUntil(before.AddDays(2), now =>
        {
            // What lasts no time does not count, apart from the end.
            var (at, isOver) = (world.World.Now, now.InTransition == 0);
            if (at > before)
            {
                (peak, least) = (Math.Max(peak, seen.Total), Math.Min(least, seen.InService));
            }

            (before, seen) = (at, CountOf(world));
            (peak, least) = isOver ? (Math.Max(peak, seen.Total), Math.Min(least, seen.InService)) : (peak, least);
            return isOver;
        });

        var deployment = world.Deployment;
        preview.Shortest.Should().Be(deployment.EndedAt!.Value - deployment.StartedAt);
        preview.Status.Should().Be(deployment.Status);
        preview.FailureReason.Should().Be(deployment.FailureReason);
        preview.Plan.Should().Be(deployment.Forward.ToString());
        preview.Steps.Select(step => step.StartsAt).Should().Equal(StartsOf(world));
        preview.Peak.Should().Be(peak);
        preview.Minimum.Should().Be(least);
    }).Check(Hundreds);

    [Fact]
    public void AnyUpdate_WhoseAlarmTripsAtTheLastMoment_TakesTheLongestTime() => Prop.ForAll(Case.Any, shape =>
    {
        var (world, preview) = Previewed(shape, jitter: false);
        var last = preview.Steps.LastOrDefault(step => step.Kind == StepKind.Bake);
        if (last is null || preview.Status != DeploymentStatus.Succeeded || shape.First.Config is null)
        {
            return;
        }

        world.Update("v2", shape.First.Config);
        world.World.RunUntil(world.World.Now + last.StartsAt + last.Duration - TimeSpan.FromMilliseconds(1));
        world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        var took = world.Deployment.EndedAt!.Value - world.Deployment.StartedAt;
        preview.Longest.Should().Be(took > preview.Shortest ? took : preview.Shortest);
    }).Check(Hundreds);

    [Fact]
    public void AnyUpdate_WithJitter_TakesATimeBetweenBoth() => Prop.ForAll(Case.Any, shape =>
    {
        var (world, preview) = Previewed(shape, jitter: true);

        world.Update("v2", shape.First.Config).ToTheEnd();

        if (world.Deployment.Status == DeploymentStatus.Succeeded && preview.Status == DeploymentStatus.Succeeded)
        {
            (world.Deployment.EndedAt!.Value - world.Deployment.StartedAt).Should()
                .BeGreaterThanOrEqualTo(preview.Shortest).And.BeLessThanOrEqualTo(preview.Longest);
        }
    }).Check(Hundreds);

    private static (int Total, int InService) CountOf(TestWorld world)
    {
        var variants = new[] { world.Endpoint.Current, world.Endpoint.Pending }.OfType<Fleet>()
            .SelectMany(fleet => fleet.Variants)
            .ToList();
        return (variants.Sum(variant => variant.Total), variants.Sum(variant => variant.InService));
    }

    private static (TestWorld World, PolicyPreview Preview) Previewed(Case shape, bool jitter)
    {
        var timings = shape.Timings with { PingTimeout = TimeSpan.FromHours(1) };
        var world = new TestWorld(new WorldSettings
        {
            Seed = shape.Seed,
            Timings = jitter ? timings : timings with { LaunchJitter = TimeSpan.Zero },
        });
        Configure(world, "v1", shape.Sizes);
        Configure(world, "v2", shape.First.Sizes).Alarm("bad").SetAlarm("bad", AlarmState.Ok).Create("v1");
        return (world, PreviewTests.Preview(world, shape.First.Config).Update);
    }

    private static TestWorld Configure(TestWorld world, string name, string sizes) =>
        world.Config(name, [.. Case.Parse(sizes).Select((size, i) => ($"{(char)('a' + i)}", size))]);

    private static IEnumerable<TimeSpan> StartsOf(TestWorld world) => world.Journal
        .TakeWhile(entry => entry.Event != "rollbackStarted")
        .Where(entry => Begins.Contains(entry.Event))
        .Select(entry => entry.Time - world.Deployment.StartedAt);
}
