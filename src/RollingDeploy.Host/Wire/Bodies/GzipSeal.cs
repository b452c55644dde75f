using System.IO.Compression;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Tells whether gzip was whole. <see cref="GZipStream"/> takes a stream that was cut off for one that has ended, and passes over
/// whatever follows its last member. So a member of ours goes behind the caller's, which may be several: unless all of them end
/// where they should, ours does not come out at the end.
/// </summary>
internal static class GzipSeal
{
    private static readonly byte[] Seal = "the end of a whole gzip stream"u8.ToArray();
    private static readonly byte[] Member = Compress(Seal);

    /// <summary>How many bytes the seal adds to what is decompressed.</summary>
    public static int Length => Seal.Length;

    /// <summary>Decompresses while the caller sends; of more than <paramref name="limit"/> bytes a <see cref="TooLongException"/> comes.</summary>
    public static Stream Decompress(Stream sent, int limit) =>
        new GZipStream(new SealedGzip(sent, limit, Member), CompressionMode.Decompress);

    /// <exception cref="InvalidDataException">There is none: what came before it was not whole gzip.</exception>
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
