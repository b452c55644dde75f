namespace RollingDeploy.Storage;

/// <summary>Reads the document of a snapshot part by part.</summary>
/// <param name="read">Returns the part with this number; null after the last one.</param>
internal sealed class SnapshotStream(Func<int, byte[]?> read) : Stream
{
    /// <summary>The length of a part in bytes. All parts but the last one have it.</summary>
    public const int PartLength = 1 << 20;

    private byte[] _part = [];
    private int _next;
    private int _at;

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
        if (_at == _part.Length)
        {
            (_part, _at) = (read(_next++) ?? [], 0);
        }

        var length = Math.Min(buffer.Length, _part.Length - _at);
        _part.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
