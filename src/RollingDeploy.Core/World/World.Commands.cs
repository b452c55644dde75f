using RollingDeploy.Core.Events;

namespace RollingDeploy.Core;

/// <summary>How commands change a world, and how it ends.</summary>
public sealed partial class World
{
    private DateTimeOffset _lastCommandAt;

    /// <summary>Runs a command at <paramref name="at"/>, and then what is due at once.</summary>
    /// <exception cref="AwsError">The command is refused; nothing has changed but the time.</exception>
    public TResult Apply<TResult>(Command<TResult> command, DateTimeOffset at)
    {
        var prepared = new PreparedCommand<TResult>(command);
        using var turn = Enter(at);
        return turn.Apply(prepared);
    }

    /// <summary>
    /// Runs a recorded command again. Its result is not returned. Returns the world that continues: after a reset, a new one.
    /// </summary>
    /// <exception cref="AwsError">The command is refused, as it was when it was recorded. Only the time has changed.</exception>
    public World Replay(CommandEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (envelope.Command is Reset reset)
        {
            return BeginAgain(reset, envelope.At);
        }

        var compiled = envelope.Command.Prepare();
        using var turn = Enter(envelope.At);
        Execute(envelope.Command, compiled, static (command, region, prepared) => command.Run(region, prepared));
        return this;
    }

    /// <summary>
    /// Ends this epoch of the account. From then on, nothing runs in this world. Returns the world of the next epoch, which is in
    /// its initial state.
    /// </summary>
    /// <param name="reset">The command.</param>
    /// <param name="at">The virtual time at which this epoch ends.</param>
    /// <param name="eventAppended">Called after each event of the next epoch; null for nothing.</param>
    public World BeginAgain(Reset reset, DateTimeOffset at, Action<EventLog>? eventAppended = null)
    {
        var prepared = new PreparedCommand<bool>(reset);
        using (var turn = Enter(at))
        {
            turn.Apply(prepared);
            _timeline.End();
        }

        return new World(Account, Settings with
        {
            Epoch = Settings.Epoch + 1,
            Start = reset.Start,
            Seed = reset.Seed,
            EventAppended = eventAppended,
        });
    }

    /// <summary>
    /// Ends this world, because what it did could not be kept. From then on, nothing runs in it.
    /// </summary>
    public void End()
    {
        using var turn = _timeline.Enter();
        _timeline.End();
    }

    /// <summary>Refuses an advance if what it does cannot be recorded.</summary>
    /// <exception cref="AwsError">It cannot.</exception>
    public void RequireRoom() => Settings.Recorder?.RequireRoom();

    /// <summary>Records the time that was reached, at the end of an advance.</summary>
    public void Reach()
    {
        using var turn = new WorldTurn(this, _timeline.Enter());
        _timeline.HasRunSinceCommand |= Now > _lastCommandAt;
    }

    /// <summary>
    /// Records the time that was reached, if anything has run since the last command. So a replay of the commands reaches
    /// everything that somebody has seen. The caller holds the lock.
    /// </summary>
    internal void RecordReached()
    {
        if (Settings.Recorder is { IsRecording: true, HasRoom: true } && _timeline.HasRunSinceCommand && !HasEnded)
        {
            Execute(new Reached(), null, static (command, region, _) => command.Execute(region));
        }
    }

    // The caller holds the lock.
    internal TResult Execute<TCommand, TResult>(
        TCommand command, object? compiled, Func<TCommand, Region, object?, TResult> execute)
        where TCommand : Command
    {
        if (HasEnded)
        {
            throw new InvalidOperationException("A world runs no command after its reset.");
        }

        // Another caller may have left work that is due by now. A command never sees half an instant.
        _timeline.RunDue();
        var recorder = Settings.Recorder is { IsRecording: true } recording ? recording : null;
        if (command is not Reached)
        {
            recorder?.RequireRoom();
        }

        // A command for the account as a whole has no region.
        var known = _regions.TryGetValue(command.Region, out var region) || command.Region.Length == 0;
        region ??= Composition.NewRegion(_simulation, command.Region);
        var result = Run(command, region, compiled, execute);
        if (!known)
        {
            _regions.Add(region.Name, region);
        }

        _timeline.RunDue();
        (_timeline.HasRunSinceCommand, _lastCommandAt) = (false, Now);
        recorder?.Record(command, Now, Log);
        return result;
    }

    private TResult Run<TCommand, TResult>(
        TCommand command, Region region, object? compiled, Func<TCommand, Region, object?, TResult> execute)
        where TCommand : Command
    {
        Schedule.IsInCommand = true;
        try
        {
            var result = execute(command, region, compiled);
            Schedule.Settle(Now);
            return result;
        }
        finally
        {
            Schedule.IsInCommand = false;
        }
    }
}
