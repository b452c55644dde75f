using System.Collections.Concurrent;
using System.Reflection;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests;

public sealed class FairLockTests
{
    [Fact]
    public void Enter_Free_ReturnsAtOnce()
    {
        var fair = new FairLock();

        fair.Enter().Dispose();
        fair.Enter().Dispose();

        Waiting(fair).Should().Be(0);
    }

    [Fact]
    public void Enter_ThreeWait_ItIsHandedOverInOrderOfArrival()
    {
        var fair = new FairLock();
        var order = new ConcurrentQueue<int>();
        var threads = new List<Thread>();

        using (fair.Enter())
        {
            for (var i = 1; i <= 3; i++)
            {
                var number = i;
                threads.Add(Start(() =>
                {
                    using var turn = fair.Enter();
                    order.Enqueue(number);
                }));
                WaitFor(() => Waiting(fair) == number);
            }
        }

        threads.ForEach(thread => thread.Join());
        order.Should().Equal(1, 2, 3);
    }

    [Fact]
    public void RunUntil_AReaderArrivesDuringALongAdvance_ItGetsInAfterOneEvent()
    {
        var world = new TestWorld().Endpoints(4).Update("v2", Configs.Rolling("1", wait: 60)).World;
        var end = world.Now.AddSeconds(600);
        var fair = (FairLock)Field(Field(world, "_timeline"), "_lock");
        DateTimeOffset? seen = null;
        Thread? reader = null;
        var looks = 0;

        world.RunUntil(end, _ =>
        {
            looks++;
            if (looks == 1)
            {
                reader = Start(() => seen = world.Read(now => now.Now));
                WaitFor(() => Waiting(fair) == 1);
            }

            // The reader stood in line before this slice did, so by now it has been in and out.
            return looks == 2;
        });

        reader!.Join();
        seen.Should().NotBeNull().And.BeBefore(end);
        looks.Should().Be(2);
    }

    [Fact]
    public void Apply_ARefusedCommand_LeavesTheLock()
    {
        var world = new TestWorld();
        var act = () => world.Apply(new Core.Models.DeleteModel(TestWorld.RegionName, "none"));

        act.Should().Throw<AwsError>();

        world.World.Read(view => view.InTransition).Should().Be(0);
    }

    private static Thread Start(Action act)
    {
        var thread = new Thread(() => act()) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static void WaitFor(Func<bool> holds) => SpinWait.SpinUntil(holds, TimeSpan.FromSeconds(30)).Should().BeTrue();

    private static int Waiting(FairLock fair) => ((System.Collections.ICollection)Field(fair, "_waiting")).Count;

    private static object Field(object owner, string name) =>
        owner.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(owner)!;
}
