namespace RollingDeploy.Core.Events;

/// <summary>The last items of a view of the log, oldest first. Both their number and their age are limited.</summary>
internal sealed class KeptItems<T>(int most, TimeSpan age, Func<T, DateTimeOffset> timeOf)
{
    private readonly Queue<T> _items = [];
    private long _last;

    /// <summary>Returns the sequence number of the next item. Numbers start at 1, and dropped items count.</summary>
    public long NextSequence() => ++_last;

    /// <summary>Adds an item, and drops the items that are too many or too old at <paramref name="now"/>.</summary>
    public void Add(T item, DateTimeOffset now)
    {
        _items.Enqueue(item);
        while (_items.Count > most || timeOf(_items.Peek()) < now - age)
        {
            _items.Dequeue();
        }
    }

    /// <summary>All items, oldest first, for a snapshot. Some may be too old.</summary>
    public IReadOnlyCollection<T> All => _items;

    /// <summary>Adds an item of a snapshot with its sequence number.</summary>
    public void Restore(T item, long sequence)
    {
        _items.Enqueue(item);
        _last = sequence;
    }

    /// <summary>Returns the items that are not too old at <paramref name="now"/>, oldest first.</summary>
    public IEnumerable<T> At(DateTimeOffset now) => _items.SkipWhile(item => timeOf(item) < now - age);
}
