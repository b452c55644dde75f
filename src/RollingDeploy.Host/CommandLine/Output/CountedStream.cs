namespace RollingDeploy.Host.CommandLine.Output;

/// <summary>Reads another stream, and counts its bytes.</summary>
/// <param name="inner">The stream.</param>
/// <param name="total">The number of bytes that it has; 0 if that is not known.</param>
internal sealed class CountedStream(Stream inner, long total) : Stream
{
    private long _read;

    /// <summary>The number of bytes that were read so far.</summary>
    public long BytesRead => Interlocked.Read(ref _read);

    /// <summary>The number of all bytes; 0 if it is not known.</summary>
    public long Total => total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int bytes)
    {
        Interlocked.Add(ref _read, bytes);
        return bytes;
    }
}
