namespace RollingDeploy.Core.Events;

/// <summary>The limits of the events that are kept for readers.</summary>
/// <param name="MostEvents">The maximum number of events.</param>
/// <param name="MostBytes">
/// The approximate maximum size in bytes. Each event counts as 256 bytes and the size of its documents.
/// </param>
public sealed record EventLogLimits(int MostEvents = 10_000, long MostBytes = 32 * 1024 * 1024);

/// <summary>
/// The events of a world in order. Each event is appended while the lock of the world is held. Readers get the last events from a
/// ring buffer by their sequence numbers and do not need the lock.
/// </summary>
public sealed class EventLog
{
    private const int BytesOfAnEvent = 256;
    private const int BytesOfACharacter = 2;

    private readonly EventLogLimits _limits;
    private readonly Action<EventLog>? _appended;

    // The buffer is replaced by larger ones up to the limit, because most worlds are small.
    private LoggedEvent?[] _ring;

    // The size of each event in the ring, so that old events need not be read again when they are dropped.
    private long[] _sizes;
    private long _bytes;
    private long _first = 1;
    private long _last;
    private long _kept = long.MaxValue;

    /// <param name="epoch">The epoch of the world.</param>
    /// <param name="limits">How many events are kept.</param>
    /// <param name="appended">
    /// Called after each event while the lock of the world is held. It must return at once and must not throw.
    /// </param>
    internal EventLog(long epoch, EventLogLimits limits, Action<EventLog>? appended)
    {
        Epoch = epoch;
        _limits = limits;
        _ring = new LoggedEvent?[Math.Min(64, limits.MostEvents)];
        _sizes = new long[_ring.Length];
        _appended = appended;
    }

    /// <summary>The epoch of the world, which is counted up by each reset.</summary>
    public long Epoch { get; }

    /// <summary>The sequence number of the last event; 0 if there is none.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>
    /// The last event; null if there is none. It is for the callback after an event, while the world is locked.
    /// </summary>
    public WorldEvent? Newest => _ring[_last % _ring.Length]?.Happened;

    /// <summary>
    /// The sequence number of the last event that readers get. The events after it are not kept yet, so they can still be lost.
    /// </summary>
    public long Kept
    {
        get => Math.Min(Last, Volatile.Read(ref _kept));
        set => Volatile.Write(ref _kept, value);
    }

    /// <summary>
    /// Returns at most <paramref name="most"/> of the kept events after <paramref name="sequence"/>, oldest first. If the
    /// sequence number of the first one is more than <paramref name="sequence"/> + 1, the events between them have been dropped.
    /// </summary>
    public IReadOnlyList<WorldEvent> After(long sequence, int most) => Read(sequence, most).ConvertAll(logged => logged.Happened);

    /// <summary>Returns the same events as <see cref="After"/>, with their facts.</summary>
    public List<LoggedEvent> Read(long sequence, int most) => Read(sequence, most, Kept);

    /// <summary>Returns all events of the log, also those that are not kept yet.</summary>
    internal List<LoggedEvent> ReadAll() => Read(0, int.MaxValue, Last);

    // The order matters: a buffer that is read after the last sequence number contains all events up to this number.
    private List<LoggedEvent> Read(long sequence, int most, long last)
    {
        var found = new List<LoggedEvent>();
        var next = Math.Max(sequence + 1, Volatile.Read(ref _first));
        var ring = Volatile.Read(ref _ring);
        for (; next <= last && found.Count < most; next++)
        {
            if (Volatile.Read(ref ring[next % ring.Length]) is { } kept && kept.Happened.Sequence == next)
            {
                found.Add(kept);
            }
            else
            {
                // The event was dropped during the reading, so all events before it were dropped too.
                found.Clear();
            }
        }

        return found;
    }

    internal WorldEvent Append(Region region, Subject subject, EventData data, EventFacts? facts = null)
    {
        var happened = new WorldEvent(Epoch, _last + 1, region.Now, region.Name, subject, data);
        Keep(happened, facts);
        _appended?.Invoke(this);
        return happened;
    }

    /// <summary>Adds the next event of a snapshot. Nobody is told.</summary>
    /// <exception cref="InvalidDataException">It does not follow the one before.</exception>
    internal void Restore(WorldEvent happened)
    {
        (_first, _last) = _last == 0 ? (happened.Sequence, happened.Sequence - 1) : (_first, _last);
        if (happened.Sequence != _last + 1)
        {
            throw new InvalidDataException($"its sequence number is {happened.Sequence}, but the next event is {_last + 1}");
        }

        Keep(happened, null);
    }

    private void Keep(WorldEvent happened, EventFacts? facts)
    {
        if (happened.Sequence - _first == _ring.Length)
        {
            MakeRoom();
        }

        var place = happened.Sequence % _ring.Length;
        Volatile.Write(ref _ring[place], new LoggedEvent(happened, facts));
        _sizes[place] = BytesOfAnEvent + (BytesOfACharacter * ((long)happened.Data.Weight + (facts?.Weight ?? 0)));
        _bytes += _sizes[place];
        while (_bytes > _limits.MostBytes && _first < happened.Sequence)
        {
            Drop(_first);
        }

        Volatile.Write(ref _last, happened.Sequence);
    }

    private void MakeRoom()
    {
        if (_ring.Length >= _limits.MostEvents)
        {
            Drop(_first);
            return;
        }

        var larger = new LoggedEvent?[Math.Min(2 * _ring.Length, _limits.MostEvents)];
        var sizes = new long[larger.Length];
        for (var sequence = _first; sequence <= _last; sequence++)
        {
            larger[sequence % larger.Length] = _ring[sequence % _ring.Length];
            sizes[sequence % larger.Length] = _sizes[sequence % _ring.Length];
        }

        Volatile.Write(ref _ring, larger);
        _sizes = sizes;
    }

    // The parameter is always the sequence number of the first event that is kept.
    private void Drop(long sequence)
    {
        var place = sequence % _ring.Length;
        _bytes -= _sizes[place];
        Volatile.Write(ref _first, sequence + 1);
        Volatile.Write(ref _ring[place], null);
    }
}
