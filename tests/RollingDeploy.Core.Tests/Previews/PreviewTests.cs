using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Previews;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Previews;

/// <summary>What an update would do, without doing it. Launches take 5 s, shifts and terminations 1 s.</summary>
public sealed class PreviewTests
{
    /// <summary>
    /// The configuration and the sizes; then the plan, the seconds at which its steps start, the shortest and the longest
    /// duration, the minimum in service, the peak, and the time of all instances.
    /// </summary>
    public static TheoryData<string, DeploymentConfig?, int, int, string> Cases => new()
    {
        {
            "no policy", null, 2, 2,
            "launch 2 | shift 2 | retire 2 at 0 5 6; 7–7 s; 2–4 instances, 28 s"
        },
        {
            "no policy, larger", null, 1, 3,
            "launch 3 | shift 3 | retire 1 at 0 5 6; 7–7 s; 1–4 instances, 28 s"
        },
        {
            "all at once", Configs.AllAtOnce(termination: 600).Watching("bad"), 2, 2,
            "launch 2 | shift 2 | bake 600s | retire 2 at 0 5 6 606; 607–608 s; 2–4 instances, 2428 s"
        },
        {
            "all at once without a wait", Configs.AllAtOnce().Watching("bad"), 3, 3,
            "launch 3 | shift 3 | bake 0s | retire 3 at 0 5 6 6; 7–8 s; 3–6 instances, 42 s"
        },
        {
            "canary", Configs.Canary("1", wait: 300, termination: 60).Watching("bad"), 4, 4,
            "launch 4 | shift 1 | bake 300s | shift 3 | bake 60s | retire 4 at 0 5 6 306 307 367; 368–369 s; 4–8 instances, 2944 s"
        },
        {
            "canary without alarms", Configs.Canary("25%", wait: 300), 4, 4,
            "launch 4 | shift 1 | bake 300s | shift 3 | bake 0s | retire 4 at 0 5 6 306 307 307; 308–308 s; 4–8 instances, 2464 s"
        },
        {
            "linear", Configs.Linear("25%", wait: 60).Watching("bad"), 4, 4,
            "launch 4 | shift 1 | bake 60s | shift 1 | bake 60s | shift 1 | bake 60s | shift 1 | bake 0s | retire 4 at 0 5 6 66 67 127 128 188 189 189; 190–191 s; 4–8 instances, 1520 s"
        },
        {
            "rolling", Configs.Rolling("1", wait: 120).Watching("bad"), 3, 3,
            "launch 1 | shift 1 | bake 120s | retire 1 | launch 1 | shift 1 | bake 120s | retire 1 | launch 1 | shift 1 | bake 120s | retire 1 at 0 5 6 126 127 132 133 253 254 259 260 380; 381–387 s; 3–4 instances, 1524 s"
        },
        {
            "rolling to a larger fleet", Configs.Rolling("2", wait: 120, rollback: "1").Watching("bad"), 2, 5,
            "launch 2 | shift 2 | bake 120s | launch 2 | shift 2 | bake 120s | retire 1 | launch 1 | shift 1 | bake 120s | retire 1 at 0 5 6 126 131 132 252 253 258 259 379; 380–388 s; 2–6 instances, 2028 s"
        },
        {
            "rolling past its timeout", Configs.Rolling("1", wait: 400, timeout: 600).Watching("bad"), 3, 3,
            "launch 1 | shift 1 | bake 400s | retire 1 | launch 1 | shift 1 | bake 400s | retire 1 | launch 1 | shift 1 | bake 400s | retire 1 at 0 5 6 406 407 412 413; 607–607 s; 3–5 instances, 2435 s"
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_AnUpdate_SaysWhatItWouldDo(string name, DeploymentConfig? config, int old, int next, string expected)
    {
        var world = new TestWorld().Alarm("bad").Endpoints(old, next);

        var update = Preview(world, config).Update;

        Lines(update).Should().Be(expected, name);
    }

    [Fact]
    public void Of_AnUpdate_ChangesNothing()
    {
        var world = new TestWorld().Alarm("bad").Endpoints(3);
        var before = Snapshots.Snapshot.Of(world.World);

        Preview(world, Configs.Rolling("1", 60).Watching("bad"));

        Snapshots.Snapshot.Of(world.World).Should().Be(before);
    }

    [Fact]
    public void Of_AnUpdateThatAwsRefuses_IsRefusedInTheSameWords()
    {
        var world = new TestWorld().Endpoints(3);
        var odd = Configs.Rolling("80%", 60);

        var preview = () => Preview(world, odd);
        var update = () => world.Update("v2", odd);

        preview.Should().Throw<AwsError>().WithMessage(update.Should().Throw<AwsError>().Which.Message);
    }

    [Fact]
    public void Of_AnUpdate_ComparesAllPolicies()
    {
        var world = new TestWorld().Alarm("bad").Endpoints(4);

        var preview = Preview(world, Configs.Rolling("1", 300).Watching("bad"));

        preview.Others.Select(each => $"{each.Policy}: {each.Preview!.Plan} ({each.Preview.Settings})").Should().Equal(
            "Default: launch 4 | shift 4 | bake 0s | retire 4 (no policy)",
            "AllAtOnce: launch 4 | shift 4 | bake 300s | retire 4 (wait 300 s, termination wait 300 s)",
            "Canary: launch 4 | shift 1 | bake 300s | shift 3 | bake 300s | retire 4 (canary of 10 %, wait 300 s, termination wait 300 s)",
            "Linear: launch 4 | shift 1 | bake 300s | shift 1 | bake 300s | shift 1 | bake 300s | shift 1 | bake 300s | retire 4 (steps of 25 %, wait 300 s, termination wait 300 s)");
    }

    [Fact]
    public void Of_AnUpdateWithTwoVariants_SaysThatRollingIsRefused()
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 2)).Config("v2", ("a", 2), ("b", 2)).Create("v1");

        var rolling = Preview(world, null).Others.Single(each => each.Policy == DeploymentPolicy.Rolling);

        rolling.Preview.Should().BeNull();
        rolling.Refusal.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Of_AFleetThatDoesNotExist_SaysTheSame()
    {
        var world = new TestWorld().Alarm("bad").Endpoints(3);
        var config = Configs.Rolling("1", 60);

        var sketched = DeploymentPreview.Of(world.World, TestWorld.RegionName, new FleetSketch("ml.m5.large", 3, 3), config);

        Lines(sketched.Update).Should().Be(Lines(Preview(world, config).Update));
    }

    [Fact]
    public void Of_AnUpdate_CostsWhatItsInstancesCost()
    {
        var world = new TestWorld().ConfigOn("ml.m5.xlarge", "v1").ConfigOn("ml.m5.xlarge", "v2").Create("v1");

        var update = Preview(world, Configs.AllAtOnce(termination: 3600)).Update;

        update.AdditionalInstanceTime.TotalHours.Should().BeApproximately(2, 0.01);
        update.AdditionalDollars.Should().BeApproximately(2 * 0.23, 0.01);
        update.Dollars.Should().BeApproximately(4 * 0.23, 0.01);
    }

    internal static DeploymentPreview Preview(TestWorld world, DeploymentConfig? config) => DeploymentPreview.Of(
        world.World, world.World.Now, new UpdateEndpoint(TestWorld.RegionName, "e", "v2") { DeploymentConfig = config });

    private static string Lines(PolicyPreview update) => FormattableString.Invariant(
        $"{update.Plan} at {string.Join(' ', update.Steps.Select(step => step.StartsAt.TotalSeconds))}; {update.Shortest.TotalSeconds}–{update.Longest.TotalSeconds} s; {update.Minimum}–{update.Peak} instances, {update.InstanceTime.TotalSeconds} s");
}
