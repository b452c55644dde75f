using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core;

/// <summary>Runs what waits in a world, for one caller at a time.</summary>
internal sealed class Timeline(Simulation simulation, Func<string, Region?> regionOf, Quarantine quarantine)
{
    // A reader waits for a slice at most. Most entries take some microseconds; the evaluation of an alarm over thousands of
    // datapoints takes some milliseconds.
    private const int EntriesInASlice = 8;

    private readonly FairLock _lock = new();

    /// <summary>The number of times that the lock was taken.</summary>
    public long Turns => _lock.Turns;

    /// <summary>Whether <see cref="End"/> was called.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether anything has run since the last command.</summary>
    public bool HasRunSinceCommand { get; set; }

    /// <summary>Waits for the lock. Disposing the result releases it.</summary>
    public FairLock.Turn Enter() => _lock.Enter();

    /// <summary>
    /// Runs what is due at or before <paramref name="until"/> in slices, and keeps the lock of the last slice.
    /// </summary>
    /// <param name="until">The time to reach.</param>
    /// <param name="isLate">Called after a slice. If it returns true, no more slices are run. Null for never.</param>
    public FairLock.Turn EnterAt(DateTimeOffset until, Func<bool>? isLate)
    {
        while (true)
        {
            var turn = Enter();
            try
            {
                if (RunSlice(until, null, default) == SliceEnd.Reached || isLate?.Invoke() is true)
                {
                    return turn;
                }
            }
            catch
            {
                turn.Dispose();
                throw;
            }

            turn.Dispose();
        }
    }

    /// <summary>Runs one slice. The caller holds the lock.</summary>
    /// <param name="until">The time to reach.</param>
    /// <param name="stop">Called with <paramref name="view"/>. If it returns true, the slice ends. Null for never.</param>
    /// <param name="view">The world.</param>
    /// <param name="cancel">Ends the slice before its next entry.</param>
    public SliceEnd RunSlice(
        DateTimeOffset until, Func<WorldView, bool>? stop, WorldView view, CancellationToken cancel = default)
    {
        if (HasEnded)
        {
            return SliceEnd.Reached;
        }

        for (var ran = 0; ran < EntriesInASlice && !cancel.IsCancellationRequested; ran++)
        {
            if (stop is not null && stop(view))
            {
                return SliceEnd.Stopped;
            }

            if (!RunNext(until))
            {
                simulation.MoveTo(until);
                return stop is not null && stop(view) ? SliceEnd.Stopped : SliceEnd.Reached;
            }
        }

        return SliceEnd.More;
    }

    /// <summary>Runs what is due now. The caller holds the lock.</summary>
    public void RunDue()
    {
        while (RunNext(simulation.Now))
        {
        }
    }

    /// <summary>Ends the timeline: from now on, nothing runs. The caller holds the lock.</summary>
    public void End() => HasEnded = true;

    private bool RunNext(DateTimeOffset until)
    {
        if (!simulation.Schedule.TryTake(until, out var entry))
        {
            return false;
        }

        simulation.MoveTo(entry.Due);
        HasRunSinceCommand = true;
        Run(entry);
        return true;
    }

    // The last place where an exception is caught. The caller gets its result, and the other entries run.
    private void Run(ScheduleEntry entry)
    {
        try
        {
            Dispatch.CarryOut(regionOf(entry.Owner.Region), entry);
        }
        catch (Exception defect)
        {
            quarantine.Add(entry.Owner, defect);
        }
        finally
        {
            simulation.Schedule.HasRun();
        }
    }
}

/// <summary>How a slice of a world's work ended.</summary>
public enum SliceEnd
{
    /// <summary>More is due.</summary>
    More,

    /// <summary>Everything that was due has been run.</summary>
    Reached,

    /// <summary>The caller's condition holds.</summary>
    Stopped,
}
