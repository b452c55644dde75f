using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>One account as the host sees it: its world, the clock that drives it, and the wake-ups that it needs.</summary>
internal sealed class WorldSession
{
    private readonly Func<(World World, VirtualClock Clock)> _begin;
    private readonly SimulationTime _time;
    private readonly Leap _leap;
    private readonly Lock _changing = new();
    private volatile SessionState _state;
    private int _busy;
    private int _catchingUp;

    /// <param name="begin">Makes the world as it is at start-up, and its clock.</param>
    /// <param name="time">What moves it.</param>
    public WorldSession(Func<(World World, VirtualClock Clock)> begin, SimulationTime time)
    {
        _begin = begin;
        _time = time;
        _leap = new Leap(this, time);
        _state = Begin();
    }

    public World World => _state.World;

    public VirtualClock Clock => _state.Clock;

    /// <summary>What was refused with a hint; a reset forgets it.</summary>
    public Hints Hints => _state.Hints;

    /// <summary>Held while this session's wake-up is worked out and noted, so that an older one cannot overwrite a newer.</summary>
    public Lock Waking { get; } = new();

    /// <summary>Whether a clock command or a reset is going on.</summary>
    public bool IsBusy => Volatile.Read(ref _busy) != 0;

    internal SessionState State => _state;

    /// <summary>Changes the world, at the moment that its clock shows or the last that the machine could reach.</summary>
    public TResult Apply<TResult>(Command<TResult> command) => Apply(_state, command);

    /// <summary>
    /// Tells a world what came later of something that went on in it; one that was reset meanwhile is not there to be told.
    /// </summary>
    public void Tell<TResult>(World world, Command<TResult> command)
    {
        var state = _state;
        if (state.World == world)
        {
            Apply(state, command);
        }
    }

    /// <summary>Copies something out of the world, which is caught up with its clock first.</summary>
    public TResult Read<TResult>(Func<World, TResult> copy)
    {
        var state = _state;
        CatchUp(state);
        return state.World.Read(copy);
    }

    /// <summary>The same of one region.</summary>
    public TResult Read<TResult>(string region, Func<Region, TResult> copy)
    {
        var state = _state;
        CatchUp(state);
        return state.World.Read(region, copy);
    }

    /// <summary>
    /// Returns when nothing is left to leap over. Every call but a reset begins with it; it costs nothing in other modes.
    /// </summary>
    public ValueTask CompleteLeap(CancellationToken cancel) => _leap.Complete(cancel);

    /// <summary>Keeps the world up with its clock while nobody calls.</summary>
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
            var until = Now(state);
            if (!await _time.CatchUpLater(state.World, until))
            {
                Slip(state.World, until);
            }
        }
        finally
        {
            Volatile.Write(ref _catchingUp, 0);
        }
    }

    /// <summary>When the pump should look again, by the machine's clock; null when only a call can change anything.</summary>
    public DateTimeOffset? NextWake()
    {
        var state = _state;
        return _leap.IsRunning || Volatile.Read(ref _catchingUp) != 0 || state.World.Read(world => world.NextDue) is not { } due ? null
            : _leap.IsNeeded ? _time.Machine.Now
            : state.Clock.MachineTimeOf(due);
    }

    /// <summary>Moves on to <paramref name="moment"/> where one is given, and then changes how the clock goes.</summary>
    public async Task SetClock(Func<VirtualClock, VirtualClock> change, DateTimeOffset? moment, CancellationToken cancel)
    {
        await _leap.Complete(cancel);
        await Exclusively(async state =>
        {
            await Move(state, _ => new Goal(moment ?? state.World.Read(world => world.Now)), cancel);
            Anchor(state.World, clock => change(clock) with { Behind = TimeSpan.Zero });
            var (clock, now) = (_state.Clock, state.World.Read(world => world.Now));
            return state.World.Apply(new SetClock(clock.Mode, clock.Speed, clock.StopAt), now);
        });
    }

    /// <summary>Moves time on to what <paramref name="aim"/> makes of the present, and sets the clock to where it came to.</summary>
    public async Task<Advanced> Advance(Func<World, Goal> aim, CancellationToken cancel)
    {
        await _leap.Complete(cancel);
        return await Exclusively(state => Move(state, aim, cancel));
    }

    /// <summary>Makes everything as it was at start-up. A leap makes way for it.</summary>
    public Task Reset() => Exclusively(_ =>
    {
        lock (_changing)
        {
            _state = Begin();
        }

        return Task.FromResult(true);
    });

    /// <summary>Sets the clock to where the world is, and changes it. Bakes that have begun until now stop no leap any more.</summary>
    internal void Anchor(World world, Func<VirtualClock, VirtualClock>? change = null) => Change(world, state =>
    {
        var (now, bakes) = world.Read(each => (each.Now, each.GuardedBakes));
        var clock = state.Clock.From(_time.Machine.Now, now);
        return state with { Clock = change is null ? clock : change(clock), BakesSeen = bakes };
    });

    private TResult Apply<TResult>(SessionState state, Command<TResult> command)
    {
        try
        {
            return state.World.Apply(command, CatchUp(state));
        }
        finally
        {
            _time.WakeUps.Expect(this);
        }
    }

    private async Task<Advanced> Move(SessionState state, Func<World, Goal> aim, CancellationToken cancel)
    {
        CatchUp(state);
        var (world, before) = (state.World, state.World.Read(each => each.Events));
        try
        {
            var hasStopped = await _time.Move(world, aim(world), cancel);
            var (now, events) = world.Read(each => (each.Now, each.Events));
            return new Advanced(now, events - before, hasStopped);
        }
        finally
        {
            // Also where the caller went away in the middle: what has run has run.
            Anchor(world);
        }
    }

    // Returns the moment that was reached: what the clock shows, or less where the machine could not keep up.
    private DateTimeOffset CatchUp(SessionState state)
    {
        var until = Now(state);
        return _time.CatchUp(state.World, until) ? until : Slip(state.World, until);
    }

    // The clock is anchored anew where the world has come to: nothing is skipped, and the next call does not wait for it again.
    private DateTimeOffset Slip(World world, DateTimeOffset until)
    {
        var reached = world.Read(each => each.Now);
        if (reached < until)
        {
            var lost = until - reached;
            Change(world, state => state with { Clock = state.Clock.From(_time.Machine.Now, reached) with { Behind = state.Clock.Behind + lost } });
        }

        return reached < until ? reached : until;
    }

    // A world that was reset meanwhile has a state of its own.
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

    private SessionState Begin()
    {
        var (world, clock) = _begin();
        return new(world, clock, new Hints());
    }

    private DateTimeOffset Now(SessionState state) => state.Clock.At(_time.Machine.Now);

    private async Task<TResult> Exclusively<TResult>(Func<SessionState, Task<TResult>> action)
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            throw new BusyException();
        }

        try
        {
            await _leap.GiveWay();
            return await action(_state);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
            _time.WakeUps.Expect(this);
        }
    }
}

/// <summary>How far time was moved on.</summary>
/// <param name="Now">The present.</param>
/// <param name="Events">How many journal entries there were on the way.</param>
/// <param name="HasStopped">Whether it stopped where the goal says, before the goal's end.</param>
internal readonly record struct Advanced(DateTimeOffset Now, long Events, bool HasStopped);

/// <summary>A clock command, reset or import arrived while time is being advanced.</summary>
internal sealed class BusyException() : Exception("Another call is advancing the clock. Try again after that call has returned.");
