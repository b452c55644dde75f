using System.IO.Compression;

namespace RollingDeploy.Host.Wire;

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

    public static Stream Decompress(MemoryStream gzip)
    {
        gzip.Seek(0, SeekOrigin.End);
        gzip.Write(Member);
        gzip.Position = 0;
        return new GZipStream(gzip, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">There is none: what came before it was not whole gzip.</exception>
    public static MemoryStream Remove(MemoryStream content)
    {
        if (!content.GetBuffer().AsSpan(0, (int)content.Length).EndsWith(Seal))
        {
            throw new InvalidDataException();
        }

        content.SetLength(content.Length - Seal.Length);
        return content;
    }

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
