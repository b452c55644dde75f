namespace RollingDeploy.Core.Events;

/// <summary>What a view of the log keeps, oldest first: so many items at most, and none that is older than a time.</summary>
internal sealed class KeptItems<T>(int most, TimeSpan age, Func<T, DateTimeOffset> timeOf)
{
    private readonly Queue<T> _items = [];
    private long _last;

    /// <summary>The place that the next item has among all that ever came, counted from 1.</summary>
    public long NextSequence() => ++_last;

    /// <summary>Adds an item, and drops what is kept no longer at <paramref name="now"/>.</summary>
    public void Add(T item, DateTimeOffset now)
    {
        _items.Enqueue(item);
        while (_items.Count > most || timeOf(_items.Peek()) < now - age)
        {
            _items.Dequeue();
        }
    }

    /// <summary>What is kept and not too old at <paramref name="now"/>, oldest first.</summary>
    public IEnumerable<T> At(DateTimeOffset now) => _items.SkipWhile(item => timeOf(item) < now - age);
}
