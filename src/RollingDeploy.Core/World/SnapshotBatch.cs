using System.Runtime.ExceptionServices;

namespace RollingDeploy.Core;

/// <summary>
/// Items of a snapshot that follow each other. They are parsed at the same time, by all cores, while the items before them are
/// restored.
/// </summary>
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

    /// <summary>Parses the items, and does other work at the same time. No item can be added until <see cref="Take"/>.</summary>
    /// <param name="first">The index of the first item in the document.</param>
    /// <param name="work">The other work. What it throws is thrown here.</param>
    public void ParseDuring(int first, Action work)
    {
        var count = _items.Count;
        if (_parsed.Length < count)
        {
            _parsed = new SnapshotItem[count];
        }

        // A few items are not worth the start of other threads.
        if (count < FewItems)
        {
            Parse(first, 0, count);
            work();
            return;
        }

        var workers = Environment.ProcessorCount;
        ExceptionDispatchInfo? failure = null;
        Parallel.For(0, workers + 1, i =>
        {
            if (i > 0)
            {
                Parse(first, count * (i - 1) / workers, count * i / workers);
                return;
            }

            try
            {
                work();
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        });
        failure?.Throw();
    }

    /// <summary>Removes the parsed items. The result is valid until items are parsed again.</summary>
    public ReadOnlySpan<SnapshotItem> Take()
    {
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
