namespace RollingDeploy.Core;

/// <summary>Items of a snapshot that follow each other. They are parsed at the same time, by all cores, while the items
/// before them are restored.</summary>
/// <param name="texts">The texts that items have shared so far.</param>
internal sealed class SnapshotBatch(SharedTexts texts)
{
    private const int MostItems = 4096;
    private const int MostBytes = 8 << 20;

    private const int FewItems = 64;

    private readonly List<Range> _items = [];
    private SnapshotItem[] _parsed = [];
    private byte[] _bytes = new byte[1 << 16];
    private int _length;
    private Task[] _work = [];

    /// <summary>The number of items.</summary>
    public int Count => _items.Count;

    /// <summary>Whether it is large enough to be parsed.</summary>
    public bool IsFull => _items.Count == MostItems || _length >= MostBytes;

    /// <summary>Adds the next item.</summary>
    public void Add(ReadOnlySpan<byte> item)
    {
        if (_bytes.Length - _length < item.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + item.Length));
        }

        item.CopyTo(_bytes.AsSpan(_length));
        _items.Add(_length..(_length + item.Length));
        _length += item.Length;
    }

    /// <summary>Begins to parse the items on other threads. No item can be added until <see cref="Take"/>.</summary>
    /// <param name="first">The index of the first one in the document.</param>
    public void Begin(int first)
    {
        var count = _items.Count;
        if (_parsed.Length < count)
        {
            _parsed = new SnapshotItem[count];
        }

        // A few items are not worth the start of other threads.
        var workers = count < FewItems ? 1 : Environment.ProcessorCount;
        _work = workers == 1 ? [] : [.. Enumerable.Range(0, workers).Select(
            i => Task.Run(() => Parse(first, count * i / workers, count * (i + 1) / workers)))];
        if (workers == 1)
        {
            Parse(first, 0, count);
        }
    }

    /// <summary>Waits for the parsed items, and removes them. The result is valid until the next <see cref="Begin"/>.</summary>
    public ReadOnlySpan<SnapshotItem> Take()
    {
        Task.WaitAll(_work);
        var count = _items.Count;
        _items.Clear();
        _length = 0;
        return _parsed.AsSpan(0, count);
    }

    private void Parse(int first, int from, int to)
    {
        using (SharedTextConverter.Share(texts))
        {
            for (var i = from; i < to; i++)
            {
                _parsed[i] = SnapshotItem.Parse(first + i, _bytes.AsSpan(_items[i]));
            }
        }
    }
}
