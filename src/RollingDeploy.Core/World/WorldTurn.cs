namespace RollingDeploy.Core;

/// <summary>
/// The time in which one caller has a world for itself. The caller can look, run commands and copy results out, all at the same
/// virtual time. It must be short, because all other callers wait.
/// </summary>
public readonly ref struct WorldTurn
{
    private readonly World _world;
    private readonly FairLock.Turn _held;

    internal WorldTurn(World world, FairLock.Turn held)
    {
        _world = world;
        _held = held;
    }

    /// <summary>The world as a whole.</summary>
    public WorldView View => new(_world);

    /// <summary>The virtual time that was reached.</summary>
    public DateTimeOffset Now => _world.Now;

    /// <summary>Whether the world has ended with a reset. Then it runs no command.</summary>
    public bool HasEnded => _world.HasEnded;

    /// <summary>Returns a region. If nothing was written to it yet, it is empty.</summary>
    public Region Region(string name) => _world.RegionOf(name);

    /// <summary>Runs a command, and then what is due at once.</summary>
    /// <exception cref="AwsError">The command is refused, and nothing has changed.</exception>
    public TResult Apply<TResult>(PreparedCommand<TResult> prepared) =>
        _world.Execute(
            prepared.Command, prepared.Compiled, static (command, region, compiled) => command.Execute(region, compiled));

    /// <summary>Ends the turn. If anything has run since the last command, the time that was reached is recorded.</summary>
    public void Dispose()
    {
        try
        {
            _world.RecordReached();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Ends the turn in the middle of an advance. The time that was reached is not recorded.</summary>
    internal void Leave()
    {
        _world.Publish();
        _held.Dispose();
    }
}

/// <summary>A command with everything that could be compiled before the world is locked.</summary>
/// <typeparam name="TResult">The result of the command.</typeparam>
public readonly struct PreparedCommand<TResult>
{
    /// <summary>Compiles what users wrote in <paramref name="command"/>.</summary>
    /// <exception cref="AwsError">What the user wrote is not valid.</exception>
    public PreparedCommand(Command<TResult> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        Command = command;
        Compiled = command.Prepare();
    }

    internal Command<TResult> Command { get; }

    internal object? Compiled { get; }
}
