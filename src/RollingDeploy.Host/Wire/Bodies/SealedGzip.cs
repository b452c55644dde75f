namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>The body that the caller sends, up to a limit in bytes, followed by the seal.</summary>
internal sealed class SealedGzip(Stream sent, int limit, ReadOnlyMemory<byte> seal) : Stream
{
    private long _read;
    private ReadOnlyMemory<byte> _seal = seal;
    private bool _isAtEnd;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="TooLongException">The caller has sent more than the limit.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = _isAtEnd ? 0 : await sent.ReadAsync(buffer, cancellationToken);
        _read += read;
        _isAtEnd = read == 0;
        return _read > limit ? throw new TooLongException() : read > 0 ? read : Seal(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Seal(Span<byte> buffer)
    {
        var length = Math.Min(buffer.Length, _seal.Length);
        _seal.Span[..length].CopyTo(buffer);
        _seal = _seal[length..];
        return length;
    }
}
