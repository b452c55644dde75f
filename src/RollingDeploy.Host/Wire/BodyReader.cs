using Microsoft.AspNetCore.Http.Features;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// Reads a body into memory and decompresses it; neither form may be larger than the limit. A payload belongs to somebody else:
/// it is left as it came, and too large a one is refused in the words of AWS's front end.
/// </summary>
internal sealed class BodyReader(int limit, bool isPayload = false)
{
    // Of a body that is refused, so much more is read than may be taken.
    private const int MostDrained = 64 * 1024 * 1024;

    // A length that is only announced gets so much memory; the rest has to come first.
    private const int MostTrusted = 1024 * 1024;

    public async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken aborted)
    {
        // The server's own limit cuts the connection, which is no answer.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = null;
        }

        try
        {
            return await Whole(request, aborted);
        }
        catch (AwsFault)
        {
            await Drain(request, aborted);
            throw;
        }
    }

    private async Task<ReadOnlyMemory<byte>> Whole(HttpRequest request, CancellationToken aborted)
    {
        if (request.ContentLength > limit)
        {
            throw TooLarge();
        }

        try
        {
            var isGzip = !isPayload && IsGzip(request);
            var body = await Copy(request.Body, limit, (int)Math.Min(request.ContentLength ?? 0, MostTrusted), aborted);
            if (isGzip)
            {
                body = GzipSeal.Remove(await Copy(GzipSeal.Decompress(body), limit + GzipSeal.Length, 0, aborted));
            }

            return body.GetBuffer().AsMemory(0, (int)body.Length);
        }
        catch (InvalidDataException)
        {
            throw new AwsFault("SerializationException", "The request body is not valid gzip, or was cut off.");
        }
        catch (BadHttpRequestException bad)
        {
            // The server's own limit, or chunks that are not well-formed.
            throw bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge()
                : new AwsFault("SerializationException", "The request body could not be read.");
        }
    }

    private static bool IsGzip(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => false,
        "gzip" => true,
        _ => throw new AwsFault("UnsupportedMediaTypeException", "Content-Encoding must be gzip, identity or absent."),
    };

    private async Task<MemoryStream> Copy(Stream body, int most, int expected, CancellationToken aborted)
    {
        var whole = new MemoryStream(expected);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, aborted)) > 0)
        {
            // A few kilobytes of gzip can hold gigabytes of zeros, so the size is watched while it grows.
            if (whole.Length + read > most)
            {
                throw TooLarge();
            }

            whole.Write(chunk, 0, read);
        }

        return whole;
    }

    // A client that reads only when it has sent all would meet a closed connection; one that asks first is told at once.
    private static async Task Drain(HttpRequest request, CancellationToken aborted)
    {
        if (request.Headers.Expect.Count > 0)
        {
            return;
        }

        try
        {
            var chunk = new byte[64 * 1024];
            int read;
            for (var drained = 0; drained < MostDrained && (read = await request.Body.ReadAsync(chunk, aborted)) > 0; drained += read)
            {
            }
        }
        catch (BadHttpRequestException)
        {
            // Nothing more can be read: the refusal stands.
        }
    }

    /// <summary>Refuses a body that is larger than its operation takes.</summary>
    public static void Require(ReadOnlyMemory<byte> body, int? most)
    {
        if (body.Length > most)
        {
            throw TooLarge(most.Value);
        }
    }

    private AwsFault TooLarge() => isPayload
        ? new("RequestEntityTooLargeException", $"HTTP content length exceeded {limit} bytes.")
        : TooLarge(limit);

    private static AwsFault TooLarge(int most) => new("RequestEntityTooLargeException", $"The request body is larger than {most} bytes.");
}
