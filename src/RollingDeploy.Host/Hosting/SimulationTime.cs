using RollingDeploy.Core;

namespace RollingDeploy.Host.Hosting;

/// <summary>The goal of an advance.</summary>
/// <param name="Until">The virtual time at which the advance ends.</param>
/// <param name="Stop">If it returns true, the advance ends before, at the end of the current instant. Null for never.</param>
internal readonly record struct Goal(DateTimeOffset Until, Func<WorldView, bool>? Stop = null);

/// <summary>
/// Advances worlds. All worlds share it: the clock of the machine, the threads for long work, and the wake-ups.
/// </summary>
internal sealed class SimulationTime(TimeProvider time, MachineClock machine, AdvanceThreads threads, WakeUps wakeUps)
{
    // The time that a call spends on catching up before the clock slips, and the time that a world keeps a thread in one turn.
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan TurnLimit = TimeSpan.FromMilliseconds(5);

    // A turn also ends after this number of slices, because a test can hold the clock still.
    private const int SlicesInATurn = 1024;

    // The number of turns in the background before the clock slips: some 100 ms.
    private const int TurnsToCatchUp = 20;

    /// <summary>The clock of the machine.</summary>
    public MachineClock Machine => machine;

    /// <summary>The times at which worlds are next due.</summary>
    public WakeUps WakeUps => wakeUps;

    /// <summary>Returns the same time for a world that nobody sees yet. The pump does not advance it.</summary>
    public SimulationTime Aside() => new(time, machine, threads, new WakeUps());

    /// <summary>Returns the time limit of a call that begins to catch up now.</summary>
    public Stint CallLimit() => new(time, LongestCatchUp);

    /// <summary>
    /// Advances a world in the background. It has more time than a call, and takes turns with other worlds.
    /// </summary>
    public async Task<bool> CatchUpLater(World world, DateTimeOffset until)
    {
        var (turns, end) = (0, SliceEnd.More);
        await threads.Run(
            () => (end = Turn(world, new Goal(until), CancellationToken.None)) != SliceEnd.More || ++turns == TurnsToCatchUp,
            CancellationToken.None);
        return end != SliceEnd.More;
    }

    /// <summary>Advances a world to a goal, without a time limit. Returns true if <see cref="Goal.Stop"/> ended it.</summary>
    /// <exception cref="OperationCanceledException">
    /// The caller canceled it. The world stays at the time that it has reached.
    /// </exception>
    public async Task<bool> Move(World world, Goal goal, CancellationToken cancel)
    {
        var end = SliceEnd.More;
        await threads.Run(() => (end = Turn(world, goal, cancel)) != SliceEnd.More, cancel);
        return end == SliceEnd.Stopped;
    }

    // Everything else that is due at the time of the stop is run too, so that no call sees a part of it.
    private SliceEnd Turn(World world, Goal goal, CancellationToken cancel)
    {
        var stint = new Stint(time, TurnLimit);
        for (var slice = 0; slice < SlicesInATurn && !cancel.IsCancellationRequested; slice++)
        {
            var end = world.RunSlice(goal.Until, goal.Stop, cancel);
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
