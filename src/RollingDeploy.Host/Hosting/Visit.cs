using RollingDeploy.Core;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// A call's visit to a session. It asks once what time it is, and stays in the same world, even if the session is reset in the
/// meantime.
/// </summary>
internal sealed class Visit(WorldSession session)
{
    private readonly SessionState _state = session.State;
    private readonly DateTimeOffset _at = session.Now;

    public WorldSession Session => session;

    public World World => _state.World;

    /// <summary>The virtual time of the visit.</summary>
    public DateTimeOffset Now => World.Glance.Now is var reached && reached > _at ? reached : _at;

    /// <summary>Runs what is due, and begins a turn at the time of the visit.</summary>
    public WorldTurn Enter() => session.Enter(_state, _at);

    /// <summary>Runs what is due, and then reads something from a region.</summary>
    public TResult Read<TResult>(string region, Func<Region, TResult> copy)
    {
        using var turn = Enter();
        return copy(turn.Region(region));
    }

    /// <summary>Runs a command at the time of the visit, or at the latest time that the machine could reach.</summary>
    public TResult Apply<TResult>(Command<TResult> command) => Apply(command, static (_, result) => result);

    /// <summary>Runs a command, and copies its result out in the same turn.</summary>
    public TCopy Apply<TResult, TCopy>(Command<TResult> command, Func<Region, TResult, TCopy> copy)
    {
        var prepared = new PreparedCommand<TResult>(command);
        try
        {
            using var turn = Enter();
            return copy(turn.Region(command.Region), turn.Apply(prepared));
        }
        finally
        {
            session.ExpectWakeUp();
        }
    }

    /// <summary>
    /// Runs a command that may launch instances. If real servers answer for them, <paramref name="ping"/> is called first,
    /// because the ping of an instance is the last answer of its server.
    /// </summary>
    public async Task<TResult> Launch<TResult>(
        Command<TResult> command, Func<Region, IReadOnlyCollection<Uri>> servers, Func<IReadOnlyCollection<Uri>, Task> ping)
    {
        if (!TryLaunch(command, servers, out var result, out var awaited))
        {
            await ping(awaited);
            result = Apply(command);
        }

        return result;
    }

    private bool TryLaunch<TResult>(
        Command<TResult> command,
        Func<Region, IReadOnlyCollection<Uri>> servers,
        out TResult result,
        out IReadOnlyCollection<Uri> awaited)
    {
        var prepared = new PreparedCommand<TResult>(command);
        try
        {
            using var turn = Enter();
            awaited = servers(turn.Region(command.Region));
            result = awaited.Count == 0 ? turn.Apply(prepared) : default!;
            return awaited.Count == 0;
        }
        finally
        {
            session.ExpectWakeUp();
        }
    }
}
