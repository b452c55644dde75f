namespace RollingDeploy.Host.Durability;

/// <summary>A stream with one byte in front that was read before.</summary>
internal sealed class RestOfStream(byte first, Stream rest) : Stream
{
    private bool _hasFirst = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (!_hasFirst || buffer.Length == 0)
        {
            return rest.Read(buffer);
        }

        _hasFirst = false;
        buffer[0] = first;
        return 1;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
