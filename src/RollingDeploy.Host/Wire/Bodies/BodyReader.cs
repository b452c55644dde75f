using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Reads a body into memory and decompresses it. Both the compressed and the decompressed body must not exceed the limit, and the
/// body must not have too many parts. A payload is for a model: it is not changed, and if it is too large, the error has the text
/// of AWS's front end.
/// </summary>
internal sealed class BodyReader(int limit, bool isPayload = false)
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>Reads the body of a request.</summary>
    /// <param name="headers">The headers of the request.</param>
    /// <param name="incoming">The body as it arrives.</param>
    /// <param name="parts">Counts the parts of the body; null if they need not be counted.</param>
    /// <param name="aborted">Canceled when the caller has disconnected.</param>
    /// <exception cref="AwsError">The body is too large, or cannot be read.</exception>
    public async Task<ReadOnlyMemory<byte>> Read(
        IHeaderDictionary headers, PipeReader incoming, BodyParts? parts, CancellationToken aborted)
    {
        try
        {
            return await Whole(headers, incoming, parts, aborted);
        }
        catch (AwsError)
        {
            await BodyDrain.Run(headers, incoming, aborted);
            throw;
        }
    }

    private async Task<ReadOnlyMemory<byte>> Whole(
        IHeaderDictionary headers, PipeReader incoming, BodyParts? parts, CancellationToken aborted)
    {
        if (headers.ContentLength > limit)
        {
            throw TooLarge();
        }

        try
        {
            return isPayload || !IsGzip(headers)
                ? await Copy(incoming, new GrowingBody(limit, parts), aborted)
                : GzipSeal.Remove(await Decompress(incoming, new GrowingBody(limit + GzipSeal.Length, parts), aborted));
        }
        catch (TooLongException)
        {
            throw TooLarge();
        }
        catch (InvalidDataException)
        {
            throw new AwsError("SerializationException", "The request body is not valid gzip, or is incomplete.");
        }
        catch (BadHttpRequestException bad)
        {
            throw bad.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => TooLarge(),
                StatusCodes.Status408RequestTimeout => new AwsError("RequestTimeoutException", "The request body arrived too slowly."),
                _ => Unreadable(),
            };
        }
        catch (Exception broken) when (broken is IOException and not ConnectionResetException or InvalidOperationException)
        {
            // The web server has several exceptions for malformed chunks.
            throw Unreadable();
        }
    }

    private static bool IsGzip(IHeaderDictionary headers) => headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => false,
        "gzip" => true,
        _ => throw new AwsError("UnsupportedMediaTypeException", "Content-Encoding must be gzip, identity or absent."),
    };

    private static async Task<byte[]> Copy(PipeReader reader, GrowingBody growing, CancellationToken aborted)
    {
        using var body = growing;
        while (true)
        {
            var read = await reader.ReadAsync(aborted);
            try
            {
                foreach (var piece in read.Buffer)
                {
                    body.Add(piece.Span);
                }
            }
            finally
            {
                // Also for a refused body, so that BodyDrain continues here.
                reader.AdvanceTo(read.Buffer.End);
            }

            if (read.IsCompleted)
            {
                return body.ToArray();
            }
        }
    }

    private async Task<byte[]> Decompress(PipeReader reader, GrowingBody growing, CancellationToken aborted)
    {
        using var body = growing;
        await using var sent = reader.AsStream(leaveOpen: true);
        await using var gzip = GzipSeal.Decompress(sent, limit);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            // A few kilobytes of gzip can contain gigabytes of zeros, so the size is checked while the body grows.
            int read;
            while ((read = await gzip.ReadAsync(chunk, aborted)) > 0)
            {
                body.Add(chunk.AsSpan(0, read));
            }

            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Refuses a body that is larger than the limit of its operation, in bytes.</summary>
    public static void Require(ReadOnlyMemory<byte> body, int? most)
    {
        if (body.Length > most)
        {
            throw TooLarge(most.Value);
        }
    }

    private static AwsError Unreadable() => new("SerializationException", "The request body could not be read.");

    private AwsError TooLarge() => isPayload
        ? new("RequestEntityTooLargeException", $"HTTP content length exceeded {limit} bytes.")
        : TooLarge(limit);

    private static AwsError TooLarge(int most) => new("RequestEntityTooLargeException", $"The request body is larger than {most} bytes.");
}
