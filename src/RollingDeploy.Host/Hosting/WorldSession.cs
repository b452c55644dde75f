using RollingDeploy.Core;

namespace RollingDeploy.Host.Hosting;

/// <summary>One account as the host sees it: its world, the clock that drives it, and the wake-ups that it needs.</summary>
internal sealed class WorldSession
{
    private readonly Func<DateTimeOffset, (World World, VirtualClock Clock)> _begin;
    private readonly TimeProvider _time;
    private readonly WakeUps _wakeUps;
    private volatile State _state;
    private readonly Lock _moving = new();
    private int _busy;

    public WorldSession(Func<DateTimeOffset, (World World, VirtualClock Clock)> begin, TimeProvider time, WakeUps wakeUps)
    {
        _begin = begin;
        _time = time;
        _wakeUps = wakeUps;
        _state = Begin();
    }

    public World World => _state.World;

    public VirtualClock Clock => _state.Clock;

    /// <summary>What was refused with a hint; a reset forgets it.</summary>
    public Hints Hints => _state.Hints;

    /// <summary>Held while this session's wake-up is worked out and noted, so that an older one cannot overwrite a newer.</summary>
    public Lock Waking { get; } = new();

    private bool IsBusy => Volatile.Read(ref _busy) != 0;

    public TResult Apply<TResult>(Command<TResult> command) => Apply(_state, command);

    /// <summary>Tells a world what came later of something that went on in it; one that was reset meanwhile is not there to be told.</summary>
    public void Tell<TResult>(World world, Command<TResult> command)
    {
        var state = _state;
        if (state.World == world)
        {
            Apply(state, command);
        }
    }

    public TResult Read<TResult>(string region, Func<Region, TResult> copy)
    {
        var state = _state;
        return state.World.Read(region, Now(state), copy);
    }

    /// <summary>Carries out what the clock says is due, and leaps where it is set to.</summary>
    public void CatchUp()
    {
        var state = _state;
        if (state.Clock.Mode == ClockMode.Skip && state.World.Read(world => world.InTransition > 0))
        {
            // A command that holds it wakes the pump again when it is done.
            if (_moving.TryEnter())
            {
                try
                {
                    Leap();
                }
                finally
                {
                    _moving.Exit();
                }
            }
        }
        else
        {
            state.World.RunUntil(Now(state));
        }
    }

    /// <summary>When the pump should look again, by the wall clock; null when only a call can change anything.</summary>
    public DateTimeOffset? NextWake()
    {
        var state = _state;
        var (due, inTransition) = state.World.Read(world => (world.Schedule.NextDue, world.InTransition > 0));
        return due is null ? null
            : state.Clock.Mode == ClockMode.Skip && inTransition && !IsBusy ? _time.GetUtcNow()
            : state.Clock.WallOf(due.Value);
    }

    /// <summary>Replaces the clock; <paramref name="moment"/> is what it shows from now on.</summary>
    public void SetClock(ClockMode mode, double speed, DateTimeOffset? moment) => Exclusively(state =>
    {
        var now = moment ?? Now(state);
        state.World.RunUntil(now);
        var at = state.World.Read(world => world.Now);
        _state = state with { Clock = new VirtualClock(mode, speed, _time.GetUtcNow(), at) };
        return at;
    });

    /// <summary>Moves time on while <paramref name="run"/> runs it, and sets the clock to where it came to.</summary>
    public TResult Advance<TResult>(Func<World, TResult> run) => Exclusively(state =>
    {
        state.World.RunUntil(Now(state));
        try
        {
            return run(state.World);
        }
        finally
        {
            // Also where the caller went away in the middle: what has run has run.
            Anchor(state, _time.GetUtcNow());
        }
    });

    /// <summary>Makes everything as it was at start-up.</summary>
    public void Reset() => Exclusively(_ => _state = Begin());

    private TResult Apply<TResult>(State state, Command<TResult> command)
    {
        try
        {
            return state.World.Apply(command, Now(state));
        }
        finally
        {
            _wakeUps.Expect(this);
        }
    }

    // A clock command never waits for the end of a leap, nor is it refused for one: the leap makes way for it.
    private void Leap()
    {
        var state = _state;
        while (!IsBusy && state.Clock.Mode == ClockMode.Skip
            && state.World.Read(each => each.InTransition > 0 ? each.Schedule.NextDue : null) is { } due)
        {
            state.World.RunUntil(due);
            Anchor(state, _time.GetUtcNow());
        }
    }

    private State Begin()
    {
        var (world, clock) = _begin(_time.GetUtcNow());
        return new State(world, clock, new Hints());
    }

    private DateTimeOffset Now(State state) => state.Clock.At(_time.GetUtcNow());

    private void Anchor(State state, DateTimeOffset wall) =>
        _state = state with { Clock = state.Clock.From(wall, state.World.Read(world => world.Now)) };

    private TResult Exclusively<TResult>(Func<State, TResult> action)
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            throw new BusyException();
        }

        try
        {
            lock (_moving)
            {
                return action(_state);
            }
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
            _wakeUps.Expect(this);
        }
    }

    private sealed record State(World World, VirtualClock Clock, Hints Hints);
}

/// <summary>A clock command, reset or import arrived while time is being advanced.</summary>
internal sealed class BusyException() : Exception("Time is being advanced; try again when that call has returned.");
