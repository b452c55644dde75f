using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Snapshots;

/// <summary>A deployment of eight hours goes on after its world was saved and restored.</summary>
public sealed class LongDeploymentTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Restore_AtTheThirdBatch_EndsAsItWouldHave(bool trips)
    {
        var (whole, cut) = (Begin(), Begin());
        cut.World.RunUntil(cut.World.Now.AddHours(8), _ => cut.Deployment.BakeNumber == 3);

        cut.Restore();

        End(whole, trips).Should().Be(trips ? DeploymentStatus.RolledBack : DeploymentStatus.Succeeded);
        End(cut, trips).Should().Be(whole.Deployment.Status);
        cut.Journal.Should().BeEquivalentTo(whole.Journal, options => options.WithStrictOrdering());
        cut.World.Log.After(0, int.MaxValue).Select(each => $"{each.Sequence} {each.At:O} {each.Data.Sentence}")
            .Should().Equal(whole.World.Log.After(0, int.MaxValue).Select(each => $"{each.Sequence} {each.At:O} {each.Data.Sentence}"));
    }

    private static TestWorld Begin() => new TestWorld().Endpoints(8).Alarm("bad")
        .Update("v2", Configs.Rolling("1", wait: 3590).Watching("bad"));

    private static DeploymentStatus End(TestWorld world, bool trips)
    {
        world.World.RunUntil(new(2026, 1, 1, 5, 0, 0, TimeSpan.Zero));
        if (trips)
        {
            world.SetAlarm("bad", AlarmState.Alarm);
        }

        world.World.RunUntil(new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
        return world.Deployment.Status;
    }
}
