using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Hosting;

/// <summary>How one world of a session follows another: by a reset, by an import, or because commands were lost.</summary>
internal sealed partial class WorldSession
{
    /// <summary>
    /// Resets the account to its state at start-up, with its seeds. A running leap stops for it. Calls that arrive meanwhile go
    /// on when the new world has all its seeds.
    /// </summary>
    /// <exception cref="Settings.StartUpException">A seed has a mistake, and nothing has changed.</exception>
    public Task Reset(IWorldSeeds? seeds = null) => Exclusively(async state =>
    {
        var seed = seeds is null ? null : await seeds.Try(state.World.Account);

        // The new world is made before the lock is taken, because a turn in the old world may take it too.
        _isBeginning = true;
        using var together = Together();
        var next = _after(state.World);
        var aside = new WorldSession(() => next, _after, _time.Aside()) { CanMove = CanMove };
        try
        {
            await (seed?.Invoke(aside) ?? Task.CompletedTask);
        }
        finally
        {
            Put(aside.State);
            _isBeginning = false;
        }

        return true;
    });

    /// <summary>Goes on in an imported world. A running leap stops for it.</summary>
    /// <param name="read">Reads the world; its argument is the epoch that begins.</param>
    /// <param name="keep">Keeps the world in place of the one before.</param>
    /// <param name="restore">Returns the world before, if the imported one cannot be kept.</param>
    public Task Import(
        Func<long, World> read, Func<World, World, SetClock, Task> keep, Func<(World World, VirtualClock Clock)> restore) =>
        Exclusively(async state =>
        {
            var next = read(state.World.Settings.Epoch + 1);
            _isBeginning = true;
            state.World.End();
            try
            {
                var clock = _state.Clock.From(_time.Machine.Now, next.Glance.Now) with { Behind = TimeSpan.Zero };
                await keep(state.World, next, new SetClock(clock.Mode, clock.Speed, clock.StopAt));
                Put(StateOf((next, clock)));
                return true;
            }
            catch (StateStoreException)
            {
                Put(StateOf(restore()));
                throw;
            }
            finally
            {
                _isBeginning = false;
            }
        });

    /// <summary>
    /// Ends the world, because commands were lost, and goes on in another one. Calls that visit the world go on there too.
    /// </summary>
    public void Replace(Func<(World World, VirtualClock Clock)> next)
    {
        var lost = _state.World;
        lost.End();
        Put(StateOf(next()));
        ExpectWakeUp();
    }

    private void Put(SessionState next)
    {
        lock (_changing)
        {
            _state = next;
        }
    }

    // The bakes before do not stop a leap.
    private static SessionState StateOf((World World, VirtualClock Clock) its) =>
        new(its.World, its.Clock, new Hints()) { BakesSeen = its.World.Read(world => world.GuardedBakes) };
}
