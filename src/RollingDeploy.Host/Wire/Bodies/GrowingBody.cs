using System.Buffers;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>A body is longer than its limit.</summary>
internal sealed class TooLongException : Exception;

/// <summary>
/// A body in memory while it arrives, in pooled blocks. Its limits are checked as it grows. It takes memory only for bytes that
/// have arrived, and a refused body releases its memory.
/// </summary>
/// <param name="limit">The most bytes.</param>
/// <param name="parts">Counts the parts; null if they need not be counted.</param>
internal sealed class GrowingBody(int limit, BodyParts? parts) : IDisposable
{
    private const int FirstBlock = 4 * 1024;
    private const int LongestBlock = 64 * 1024;

    private readonly List<byte[]> _blocks = [];
    private int _free;
    private int _length;
    private bool _isCounted;

    /// <summary>Adds the next bytes.</summary>
    /// <exception cref="TooLongException">The body is too long.</exception>
    /// <exception cref="AwsError">The body has too many parts.</exception>
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

    /// <summary>Copies the whole body into a new array.</summary>
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
