using RollingDeploy.Core;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// A call's visit to a session. It asks the clock once, however often the call has a turn. If the session is reset, the visit
/// goes on in the new world, as if the call had begun after the reset.
/// </summary>
internal sealed class Visit
{
    private SessionState _state;
    private DateTimeOffset _at;

    public Visit(WorldSession session)
    {
        Session = session;
        _state = session.State;
        _at = session.TimeOf(_state);
    }

    public WorldSession Session { get; }

    public World World => _state.World;

    /// <summary>The virtual time of the visit: that of its last turn, or that of the clock before the first one.</summary>
    public DateTimeOffset Now => _at;

    /// <summary>Runs what is due, and begins a turn at the time of the visit.</summary>
    public WorldTurn Enter()
    {
        for (var wait = default(SpinWait); ; wait.SpinOnce())
        {
            var turn = Session.Enter(_state, _at);
            if (!turn.HasEnded)
            {
                // If the machine could not keep up, the time of the visit is what was reached.
                _at = turn.Now;
                return turn;
            }

            turn.Dispose();
            _state = Session.State;
            _at = Session.TimeOf(_state);
        }
    }

    /// <summary>Runs what is due, and then reads something from a region.</summary>
    public TResult Read<TResult>(string region, Func<Region, TResult> copy)
    {
        using var turn = Enter();
        return copy(turn.Region(region));
    }

    /// <summary>Runs a command at the time of the visit, or at the latest time that the machine could reach.</summary>
    public TResult Apply<TResult>(Command<TResult> command) => Apply(command, null, static (_, result) => result);

    /// <summary>Runs a command, and copies its result out in the same turn.</summary>
    /// <param name="command">The command.</param>
    /// <param name="check">Called before, in the same turn; it can throw an error. Null for nothing.</param>
    /// <param name="copy">Called after, in the same turn.</param>
    public TCopy Apply<TResult, TCopy>(Command<TResult> command, Action<Region>? check, Func<Region, TResult, TCopy> copy)
    {
        var prepared = new PreparedCommand<TResult>(command);
        try
        {
            using var turn = Enter();
            check?.Invoke(turn.Region(command.Region));
            var result = turn.Apply(prepared);
            return copy(turn.Region(command.Region), result);
        }
        finally
        {
            Session.ExpectWakeUp();
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
            Session.ExpectWakeUp();
        }
    }
}
