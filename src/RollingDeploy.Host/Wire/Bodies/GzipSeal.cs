using System.IO.Compression;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Finds out whether gzip data is complete. <see cref="GZipStream"/> accepts incomplete data, and ignores other data after the
/// last gzip member. So this class adds its own member, the seal, after the members of the caller. The seal appears at the end of
/// the decompressed data only if all members of the caller are complete.
/// </summary>
internal static class GzipSeal
{
    private static readonly byte[] Seal = "the end of a whole gzip stream"u8.ToArray();
    private static readonly byte[] Member = Compress(Seal);

    /// <summary>The number of bytes that the seal adds to the decompressed data.</summary>
    public static int Length => Seal.Length;

    /// <summary>
    /// Decompresses a body while it arrives. Throws a <see cref="TooLongException"/> if it has more than <paramref name="limit"/>
    /// bytes.
    /// </summary>
    public static Stream Decompress(Stream sent, int limit) =>
        new GZipStream(new SealedGzip(sent, limit, Member), CompressionMode.Decompress);

    /// <summary>Removes the seal from the decompressed data.</summary>
    /// <exception cref="InvalidDataException">There is no seal, so the gzip data is not complete.</exception>
    public static ReadOnlyMemory<byte> Remove(ReadOnlyMemory<byte> content) =>
        content.Span.EndsWith(Seal) ? content[..^Seal.Length] : throw new InvalidDataException();

    private static byte[] Compress(byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return buffer.ToArray();
    }
}
