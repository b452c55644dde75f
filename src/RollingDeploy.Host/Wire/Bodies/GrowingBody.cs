using System.Buffers;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>A body is longer than it may be.</summary>
internal sealed class TooLongException : Exception;

/// <summary>
/// A body in memory while it comes, in borrowed blocks. Its limits are watched as it grows, it takes no memory for what is only
/// announced, and what is refused leaves nothing behind.
/// </summary>
/// <param name="limit">How many bytes it may have.</param>
/// <param name="parts">Counts its parts; null where they cost nothing.</param>
internal sealed class GrowingBody(int limit, BodyParts? parts) : IDisposable
{
    private const int FirstBlock = 4 * 1024;
    private const int LongestBlock = 64 * 1024;

    private readonly List<byte[]> _blocks = [];
    private int _free;
    private int _length;
    private bool _isCounted;

    /// <exception cref="TooLongException">It is too long with these.</exception>
    /// <exception cref="AwsError">It has too many parts with these.</exception>
    public void Add(ReadOnlySpan<byte> next)
    {
        if (next.Length > limit - _length)
        {
            throw new TooLongException();
        }

        if (_isCounted)
        {
            parts!.Look(next);
        }

        Keep(next);
        if (!_isCounted && _length > parts?.Most)
        {
            _isCounted = true;
            ForEachBlock(parts.Look);
        }
    }

    /// <summary>The whole body, in an array of its own.</summary>
    public byte[] ToArray()
    {
        var whole = GC.AllocateUninitializedArray<byte>(_length);
        var start = 0;
        ForEachBlock(block =>
        {
            block.CopyTo(whole.AsSpan(start));
            start += block.Length;
        });
        return whole;
    }

    public void Dispose()
    {
        _blocks.ForEach(block => ArrayPool<byte>.Shared.Return(block));
        _blocks.Clear();
    }

    private void Keep(ReadOnlySpan<byte> next)
    {
        while (!next.IsEmpty)
        {
            if (_free == 0)
            {
                _blocks.Add(ArrayPool<byte>.Shared.Rent(
                    _blocks is [.., var last] ? Math.Min(4 * last.Length, LongestBlock) : FirstBlock));
                _free = _blocks[^1].Length;
            }

            var room = _blocks[^1].AsSpan(_blocks[^1].Length - _free);
            var piece = next[..Math.Min(next.Length, room.Length)];
            piece.CopyTo(room);
            next = next[piece.Length..];
            _free -= piece.Length;
            _length += piece.Length;
        }
    }

    private void ForEachBlock(Action<ReadOnlySpan<byte>> use)
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            use(i == _blocks.Count - 1 ? _blocks[i].AsSpan(0, _blocks[i].Length - _free) : _blocks[i]);
        }
    }
}
