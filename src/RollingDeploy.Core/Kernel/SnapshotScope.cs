namespace RollingDeploy.Core.Kernel;

/// <summary>
/// What the items of a snapshot share while it is written or read. Each feature stores its part in a slot and adds an extension
/// property for it, as for <see cref="Region"/>.
/// </summary>
internal sealed class SnapshotScope
{
    private Slots<SnapshotScope> _slots = new();

    /// <summary>Returns the object in a slot. It is created on first use.</summary>
    public T Get<T>(Slot<SnapshotScope, T> slot)
        where T : class => _slots.Get(this, slot);
}

/// <summary>
/// Values that many items of a snapshot refer to by their index. A snapshot has each of them once, before the first item that
/// refers to it, and after reading it is one object again.
/// </summary>
/// <param name="noun">The name of a value in messages.</param>
/// <param name="equality">Tells which values are equal.</param>
/// <param name="textOf">
/// Returns a text for a value, for types whose equality finds only some of the values that are equal; null if it finds all.
/// </param>
internal sealed class SnapshotPool<T>(string noun, IEqualityComparer<T> equality, Func<T, string>? textOf = null)
    where T : class
{
    private readonly List<T> _all = [];
    private readonly Dictionary<T, int> _indexes = new(equality);
    private readonly Dictionary<string, int> _indexesByText = new(StringComparer.Ordinal);
    private int _taken;

    /// <summary>Returns the value with an index.</summary>
    /// <exception cref="InvalidDataException">No item before this one has the value.</exception>
    public T this[int index] => index >= 0 && index < _all.Count
        ? _all[index]
        : throw new InvalidDataException($"it refers to the {noun} {index}, but {_all.Count} are there before this item");

    /// <summary>Returns the index of a value, which is added if it is new; null for null.</summary>
    public int? Add(T? value)
    {
        if (value is null)
        {
            return null;
        }

        if (!_indexes.TryGetValue(value, out var index))
        {
            _indexes.Add(value, index = IndexOfNew(value));
        }

        return index;
    }

    /// <summary>Adds the next value that was read.</summary>
    public void Restore(T value) => _all.Add(value);

    /// <summary>Returns the values that were added since the last call.</summary>
    public IEnumerable<T> TakeNew()
    {
        while (_taken < _all.Count)
        {
            yield return _all[_taken++];
        }
    }

    private int IndexOfNew(T value)
    {
        if (textOf?.Invoke(value) is { } text && !_indexesByText.TryAdd(text, _all.Count))
        {
            return _indexesByText[text];
        }

        _all.Add(value);
        return _all.Count - 1;
    }
}
