using System.IO.Compression;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Wire;

/// <summary>Reads a body into memory and decompresses it; neither form may be larger than the limit.</summary>
internal sealed class BodyReader(int limit)
{
    public async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken aborted)
    {
        if (request.ContentLength > limit)
        {
            throw TooLarge();
        }

        try
        {
            return await Copy(Decoded(request), aborted);
        }
        catch (InvalidDataException)
        {
            throw new AwsFault("SerializationException", "The request body is not valid gzip.");
        }
        catch (BadHttpRequestException bad)
        {
            // The server's own limit, or chunks that are not well-formed.
            throw bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge()
                : new AwsFault("SerializationException", "The request body could not be read.");
        }
    }

    private static Stream Decoded(HttpRequest request) => request.Headers.ContentEncoding.ToString() switch
    {
        "" or "identity" => request.Body,
        "gzip" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
        _ => throw new AwsFault("UnsupportedMediaTypeException", "Content-Encoding must be gzip, identity or absent."),
    };

    private async Task<ReadOnlyMemory<byte>> Copy(Stream body, CancellationToken aborted)
    {
        var whole = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, aborted)) > 0)
        {
            // A few kilobytes of gzip can hold gigabytes of zeros, so the size is watched while it grows.
            if (whole.Length + read > limit)
            {
                throw TooLarge();
            }

            whole.Write(chunk, 0, read);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private AwsFault TooLarge() => new("RequestEntityTooLargeException", $"The request body is larger than {limit} bytes.");
}
