namespace RollingDeploy.Core.Events;

/// <summary>How much of what happened is kept for those who read it from outside.</summary>
/// <param name="MostEvents">At most so many events.</param>
/// <param name="MostBytes">At most about so many bytes, of which each event counts for 256 besides its documents.</param>
public sealed record EventLogLimits(int MostEvents = 10_000, long MostBytes = 32 * 1024 * 1024);

/// <summary>
/// What happened in a world, in one order. Each event is appended once, while the world's lock is held; whoever reads takes the
/// last events from a ring by their sequence and needs no lock.
/// </summary>
public sealed class EventLog
{
    private const int BytesOfAnEvent = 256;
    private const int BytesOfACharacter = 2;

    private readonly EventLogLimits _limits;
    private readonly Action<EventLog>? _appended;

    // It grows up to its limit, and is replaced then: most worlds are small.
    private WorldEvent?[] _ring;
    private long _bytes;
    private long _first = 1;
    private long _last;

    /// <param name="epoch">The world's.</param>
    /// <param name="limits">How much is kept.</param>
    /// <param name="appended">Called after each event, while the world's lock is held: it must return at once and not throw.</param>
    internal EventLog(long epoch, EventLogLimits limits, Action<EventLog>? appended)
    {
        Epoch = epoch;
        _limits = limits;
        _ring = new WorldEvent?[Math.Min(64, limits.MostEvents)];
        _appended = appended;
    }

    /// <summary>Which life of the world it is of.</summary>
    public long Epoch { get; }

    /// <summary>The sequence of the last event; 0 where there was none.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>
    /// At most <paramref name="most"/> of the events after <paramref name="sequence"/> that are still there, oldest first. Where the
    /// first of them does not follow on it, those between have been dropped.
    /// </summary>
    public IReadOnlyList<WorldEvent> After(long sequence, int most)
    {
        var found = new List<WorldEvent>();
        var next = Math.Max(sequence + 1, Volatile.Read(ref _first));

        // In this order: a ring that is read after the last sequence holds all events up to it.
        var last = Last;
        var ring = Volatile.Read(ref _ring);
        for (; next <= last && found.Count < most; next++)
        {
            if (Volatile.Read(ref ring[next % ring.Length]) is { } kept && kept.Sequence == next)
            {
                found.Add(kept);
            }
            else
            {
                // Dropped while it was read: so was everything before it.
                found.Clear();
            }
        }

        return found;
    }

    internal WorldEvent Append(Region region, Subject subject, EventData data)
    {
        var happened = new WorldEvent(Epoch, _last + 1, region.Now, region.Name, subject, data);
        if (happened.Sequence - _first == _ring.Length)
        {
            MakeRoom();
        }

        Volatile.Write(ref _ring[happened.Sequence % _ring.Length], happened);
        _bytes += BytesOf(happened);
        while (_bytes > _limits.MostBytes && _first < happened.Sequence)
        {
            Drop(_first);
        }

        Volatile.Write(ref _last, happened.Sequence);
        _appended?.Invoke(this);
        return happened;
    }

    private void MakeRoom()
    {
        if (_ring.Length >= _limits.MostEvents)
        {
            Drop(_first);
            return;
        }

        var larger = new WorldEvent?[Math.Min(2 * _ring.Length, _limits.MostEvents)];
        for (var sequence = _first; sequence <= _last; sequence++)
        {
            larger[sequence % larger.Length] = _ring[sequence % _ring.Length];
        }

        Volatile.Write(ref _ring, larger);
    }

    private static long BytesOf(WorldEvent happened) => BytesOfAnEvent + (BytesOfACharacter * (long)happened.Data.Weight);

    // The first event that is kept.
    private void Drop(long sequence)
    {
        _bytes -= BytesOf(_ring[sequence % _ring.Length]!);
        Volatile.Write(ref _first, sequence + 1);
        Volatile.Write(ref _ring[sequence % _ring.Length], null);
    }
}
