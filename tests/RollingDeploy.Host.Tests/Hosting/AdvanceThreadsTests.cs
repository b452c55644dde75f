using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

public sealed class AdvanceThreadsTests : IDisposable
{
    private readonly AdvanceThreads _threads = new();

    public void Dispose() => _threads.End();

    [Fact]
    public async Task Run_OfWork_KeepsThePoolFree()
    {
        var isPool = true;

        await _threads.Run(() => !(isPool = Thread.CurrentThread.IsThreadPoolThread), CancellationToken.None);

        isPool.Should().BeFalse();
    }

    [Fact]
    public async Task Run_OfMoreWorkThanThreads_GivesEachItsTurns()
    {
        var (waiting, last) = (64, false);
        var all = Enumerable.Range(0, waiting)
            .Select(_ => _threads.Run(() => Volatile.Read(ref last), CancellationToken.None))
            .ToList();

        await _threads.Run(() => last = true, CancellationToken.None);

        await Task.WhenAll(all);
    }

    [Fact]
    public async Task Run_OfNewWork_TakesTurnsBeforeWorkThatHasHadSome()
    {
        var (turns, before, after, isOver) = (0, 0, int.MaxValue, false);
        var hasRun = new TaskCompletionSource();
        bool Turn()
        {
            if (Interlocked.Increment(ref turns) == 3000)
            {
                before = turns;
                _ = _threads.Run(() => (after = turns) > 0 && hasRun.TrySetResult(), CancellationToken.None);
            }

            return Volatile.Read(ref isOver);
        }

        var all = Enumerable.Range(0, 1000).Select(_ => _threads.Run(Turn, CancellationToken.None)).ToList();
        await hasRun.Task;
        Volatile.Write(ref isOver, true);
        await Task.WhenAll(all);

        // Long before each of the others has had one more turn, on however many threads.
        (after - before).Should().BeLessThan(500);
    }

    [Fact]
    public async Task Run_OfWorkThatNobodyWantsAnyMore_IsCancelled()
    {
        using var gone = new CancellationTokenSource();
        var began = new TaskCompletionSource();
        var work = _threads.Run(() => !began.TrySetResult() && false, gone.Token);
        await began.Task;

        await gone.CancelAsync();

        await work.Invoking(each => each).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Run_OfWorkThatFails_TellsItsCallerAndGoesOn()
    {
        var failing = _threads.Run(() => throw new InvalidOperationException("it broke"), CancellationToken.None);

        await failing.Invoking(each => each).Should().ThrowAsync<InvalidOperationException>();
        await _threads.Run(() => true, CancellationToken.None);
    }

    [Fact]
    public async Task Dispose_WithWorkGoingOn_CancelsIt()
    {
        var work = _threads.Run(() => false, CancellationToken.None);

        _threads.End();

        await work.Invoking(each => each).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Advance_OfAWorld_RunsOnThoseThreads()
    {
        await using var host = TestHost.With();
        var isPool = true;

        await host.NewAccount().Session.Advance(
            world => new Goal(world.Now.AddSeconds(1), _ => !(isPool = Thread.CurrentThread.IsThreadPoolThread)),
            CancellationToken.None);

        isPool.Should().BeFalse();
    }
}
