using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>The session of an account: its world, its virtual clock, and its wake-ups.</summary>
internal sealed partial class WorldSession
{
    private readonly Func<World, (World World, VirtualClock Clock)> _after;
    private readonly SimulationTime _time;
    private readonly Leap _leap;
    private readonly Exclusive _exclusive = new();
    private readonly Lock _changing = new();
    private volatile SessionState _state;
    private int _catchingUp;
    private volatile bool _isBeginning;

    /// <param name="first">Returns the first world and its clock.</param>
    /// <param name="after">Returns the world after a reset and its clock, as they are at start-up.</param>
    /// <param name="time">Advances the world.</param>
    public WorldSession(
        Func<(World World, VirtualClock Clock)> first,
        Func<World, (World World, VirtualClock Clock)> after,
        SimulationTime time)
    {
        _after = after;
        _time = time;
        _leap = new Leap(this, time);
        _state = StateOf(first());
    }

    public World World => _state.World;

    public VirtualClock Clock => _state.Clock;

    /// <summary>The hints about refused calls. A reset removes them.</summary>
    public Hints Hints => _state.Hints;

    /// <summary>Held while the next wake-up is computed and stored, so that an older one cannot overwrite a newer one.</summary>
    public Lock Waking { get; } = new();

    /// <summary>Returns whether time can pass. It cannot while nothing can be kept of what happens.</summary>
    public Func<bool> CanMove { get; init; } = static () => true;

    /// <summary>Begins a time in which everything that runs is kept, or nothing of it.</summary>
    public Func<IDisposable?> Together { get; init; } = static () => null;

    /// <summary>Whether a clock command or a reset is running.</summary>
    public bool IsBusy => _exclusive.IsRunning;

    internal SessionState State => _state;

    /// <summary>Runs a command at the time of the clock, or at the latest time that the machine could reach.</summary>
    public TResult Apply<TResult>(Command<TResult> command) => new Visit(this).Apply(command);

    /// <summary>
    /// Runs a command that reports the later result of a call. If the world was reset in the meantime, it does nothing.
    /// </summary>
    public void Tell<TResult>(World world, Command<TResult> command)
    {
        var state = _state;
        if (state.World != world)
        {
            return;
        }

        var prepared = new PreparedCommand<TResult>(command);
        using (var turn = Enter(state, TimeOf(state)))
        {
            if (!turn.HasEnded)
            {
                turn.Apply(prepared);
            }
        }

        ExpectWakeUp();
    }

    /// <summary>Runs what is due, and then reads something from the world.</summary>
    public TResult Read<TResult>(Func<WorldView, TResult> copy)
    {
        using var turn = new Visit(this).Enter();
        return copy(turn.View);
    }

    /// <summary>Runs what is due, and then reads something from a region.</summary>
    public TResult Read<TResult>(string region, Func<Region, TResult> copy) => new Visit(this).Read(region, copy);

    /// <summary>
    /// Completes the leap in the mode skip. Every call except a reset starts with this. In other modes it does nothing.
    /// </summary>
    public ValueTask CompleteLeap(CancellationToken cancel) => _leap.Complete(cancel);

    /// <summary>Runs what is due while there are no calls.</summary>
    public async Task CatchUpLater()
    {
        if (Interlocked.Exchange(ref _catchingUp, 1) != 0)
        {
            return;
        }

        try
        {
            await _leap.Complete(CancellationToken.None);
            var state = _state;
            var until = TimeOf(state);
            if (!await _time.CatchUpLater(state.World, until))
            {
                Slip(state.World, state.World.Glance.Now, until);
            }

            // Those who listen to the events get them when the time is recorded.
            state.World.Enter(state.World.Glance.Now).Dispose();
        }
        finally
        {
            Volatile.Write(ref _catchingUp, 0);
        }
    }

    /// <summary>Returns the machine time at which something is next due; null if only a call can change anything.</summary>
    public DateTimeOffset? NextWake()
    {
        var state = _state;
        return _isBeginning
            || _leap.IsRunning
            || !CanMove()
            || Volatile.Read(ref _catchingUp) != 0
            || state.World.Glance.NextDue is not { } due ? null
            : _leap.IsNeeded ? _time.Machine.Now
            : state.Clock.MachineTimeOf(due);
    }

    /// <summary>Advances to <paramref name="moment"/> if it is not null, and then changes the clock.</summary>
    public async Task SetClock(Func<VirtualClock, VirtualClock> change, DateTimeOffset? moment, CancellationToken cancel)
    {
        await _leap.Complete(cancel);
        await Exclusively(async state =>
        {
            await Move(state, world => new Goal(moment ?? world.Now), cancel);
            Anchor(state.World, clock => change(clock) with { Behind = TimeSpan.Zero });
            var (clock, now) = (_state.Clock, state.World.Read(world => world.Now));
            return state.World.Apply(new SetClock(clock.Mode, clock.Speed, clock.StopAt), now);
        });
    }

    /// <summary>
    /// Advances to the goal that <paramref name="aim"/> returns, and sets the clock to the time that was reached.
    /// </summary>
    public async Task<Advanced> Advance(Func<WorldView, Goal> aim, CancellationToken cancel)
    {
        await _leap.Complete(cancel);
        return await Exclusively(state => Move(state, aim, cancel));
    }

    /// <summary>
    /// Sets the clock to the time of the world, and changes it. Bakes that have started so far do not stop a later leap.
    /// </summary>
    internal void Anchor(World world, Func<VirtualClock, VirtualClock>? change = null)
    {
        // Read before, because a turn may change the clock while it holds the lock of the world.
        var (now, bakes) = world.Read(each => (each.Now, each.GuardedBakes));
        Change(world, state =>
        {
            var clock = state.Clock.From(_time.Machine.Now, now);
            return state with { Clock = change is null ? clock : change(clock), BakesSeen = bakes };
        });
    }

    /// <summary>Runs what is due in the world of <paramref name="state"/>, and begins a turn.</summary>
    internal WorldTurn Enter(SessionState state, DateTimeOffset at)
    {
        var limit = _time.CallLimit();
        var turn = state.World.Enter(at, () => limit.IsOver);
        if (turn.Now < at && !turn.HasEnded)
        {
            Slip(state.World, turn.Now, at);
        }

        return turn;
    }

    /// <summary>Stores when the session is next due. Call this after each command.</summary>
    internal void ExpectWakeUp() => _time.WakeUps.Expect(this);

    private async Task<Advanced> Move(SessionState state, Func<WorldView, Goal> aim, CancellationToken cancel)
    {
        var (world, before) = (state.World, 0L);
        world.RequireRoom();
        using (var turn = Enter(state, TimeOf(state)))
        {
            before = turn.View.Events;
        }

        try
        {
            var hasStopped = await _time.Move(world, world.Read(aim), cancel);
            var (now, events) = world.Read(each => (each.Now, each.Events));
            return new Advanced(now, events - before, hasStopped);
        }
        finally
        {
            world.Reach();

            // This also runs if the caller canceled the advance. The world stays at the time that it has reached.
            Anchor(world);
        }
    }

    // Sets the clock back to the time that the world has reached. Nothing is skipped, and the next call does not wait for it
    // again.
    private void Slip(World world, DateTimeOffset reached, DateTimeOffset until)
    {
        if (reached < until)
        {
            Change(world, state => state with
            {
                Clock = state.Clock.From(_time.Machine.Now, reached) with { Behind = state.Clock.Behind + (until - reached) },
            });
        }
    }

    // After a reset, the session has another world, which must not change. A turn may hold the lock of the world here, so no one
    // may wait for that lock while they hold this one.
    private void Change(World world, Func<SessionState, SessionState> change)
    {
        lock (_changing)
        {
            if (_state.World == world)
            {
                _state = change(_state);
            }
        }
    }

    /// <summary>Returns the virtual time of the clock, or that of the world while time cannot pass.</summary>
    internal DateTimeOffset TimeOf(SessionState state) =>
        CanMove() ? state.Clock.At(_time.Machine.Now) : state.World.Glance.Now;

    private Task<TResult> Exclusively<TResult>(Func<SessionState, Task<TResult>> action) => _exclusive.Run(async () =>
    {
        await _leap.GiveWay();
        return await action(_state);
    }, ExpectWakeUp);
}
