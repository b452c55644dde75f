using RollingDeploy.Core;

namespace RollingDeploy.Host.Hosting;

/// <summary>Where a world is to be moved to.</summary>
/// <param name="Until">Up to here, at the latest.</param>
/// <param name="Stop">Stops earlier, at the end of the instant at which it holds; null for never.</param>
internal readonly record struct Goal(DateTimeOffset Until, Func<World, bool>? Stop = null);

/// <summary>
/// What moves worlds on, shared by all of them: the machine's clock, the threads for long work, and the wake-ups.
/// </summary>
internal sealed class SimulationTime(TimeProvider time, MachineClock machine, AdvanceThreads threads, WakeUps wakeUps)
{
    // How long a call works for its world's clock before the clock slips, and how long a world keeps a thread from the others.
    private static readonly TimeSpan CallLimit = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan TurnLimit = TimeSpan.FromMilliseconds(5);

    // A turn ends here too, so that it ends on a clock that a test holds still.
    private const int SlicesInATurn = 1024;

    // In the background, so much may be done before the clock slips: some 100 ms.
    private const int TurnsToCatchUp = 20;

    /// <summary>The machine's clock.</summary>
    public MachineClock Machine => machine;

    /// <summary>Who is woken when.</summary>
    public WakeUps WakeUps => wakeUps;

    /// <summary>Moves a world on while the caller waits. False where the time of a call was over first.</summary>
    public bool CatchUp(World world, DateTimeOffset until)
    {
        var stint = new Stint(time, CallLimit);
        while (world.RunSlice(until) == SliceEnd.More)
        {
            if (stint.IsOver)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same in the background: it may take longer, and gives way to other worlds.</summary>
    public async Task<bool> CatchUpLater(World world, DateTimeOffset until)
    {
        var (turns, end) = (0, SliceEnd.More);
        await threads.Run(
            () => (end = Turn(world, new Goal(until), CancellationToken.None)) != SliceEnd.More || ++turns == TurnsToCatchUp,
            CancellationToken.None);
        return end != SliceEnd.More;
    }

    /// <summary>Moves a world to a goal, however long it takes. True where it stopped before the goal's end.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more; what has run has run.</exception>
    public async Task<bool> Move(World world, Goal goal, CancellationToken cancel)
    {
        var end = SliceEnd.More;
        await threads.Run(() => (end = Turn(world, goal, cancel)) != SliceEnd.More, cancel);
        return end == SliceEnd.Stopped;
    }

    // What is due at the instant of the stop is carried out too, so that nobody sees half an instant.
    private SliceEnd Turn(World world, Goal goal, CancellationToken cancel)
    {
        var stint = new Stint(time, TurnLimit);
        for (var slice = 0; slice < SlicesInATurn && !cancel.IsCancellationRequested; slice++)
        {
            var end = world.RunSlice(goal.Until, goal.Stop);
            if (end == SliceEnd.Stopped)
            {
                world.RunUntil(world.Read(each => each.Now), null, CancellationToken.None);
            }

            if (end != SliceEnd.More || stint.IsOver)
            {
                return end;
            }
        }

        return SliceEnd.More;
    }
}
