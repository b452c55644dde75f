namespace RollingDeploy.Host.Tests.Stage;

/// <summary>The machine's clocks, which stand still until a test moves them, and whose timers fire when it does.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;
    private TimeSpan _setBack;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The wall clock.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now - _setBack;
        }
    }

    /// <summary>The monotonic clock.</summary>
    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now.Ticks;
        }
    }

    /// <summary>Sets the wall clock back; the monotonic one goes on.</summary>
    public void SetBack(TimeSpan by)
    {
        lock (_lock)
        {
            _setBack += by;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on, and fires what is due by then.</summary>
    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += by;
            due = _timers.FindAll(timer => timer.Due <= _now);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>
    /// Moves on as soon as somebody waits for a moment on the way: before that, whoever will wait may still be busy.
    /// </summary>
    public async Task AdvanceThroughTimer(TimeSpan by)
    {
        await Eventually.Holds(() => IsArmedFor(by), "nobody waits for the clock to come so far");
        Advance(by);
    }

    /// <summary>Whether a timer fires within <paramref name="by"/>.</summary>
    public bool IsArmedFor(TimeSpan by)
    {
        lock (_lock)
        {
            return _timers.Exists(timer => timer.Due <= _now + by);
        }
    }

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = time._now + dueTime;
                    time._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
