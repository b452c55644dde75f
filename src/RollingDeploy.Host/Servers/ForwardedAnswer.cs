using System.Text;

namespace RollingDeploy.Host.Servers;

/// <summary>
/// The response of a real server, while it arrives. Errors of the server are part of it: a missing response has the status 0, and
/// an interrupted response has a <see cref="Break"/>.
/// </summary>
internal sealed class ForwardedAnswer(TimeProvider time, TimeSpan limit, CancellationToken ending) : IDisposable
{
    /// <summary>The largest part, in bytes. A longer text that the server sends at once arrives in several parts.</summary>
    public const int LongestPart = 64 * 1024;

    private const int LongestError = 64 * 1024;

    private const string TimedOut = "Your invocation timed out while waiting for a response from container primary. Review the latency "
        + "metrics for each container in Amazon CloudWatch, resolve the issue, and try again.";

    private readonly long _start = time.GetTimestamp();
    private readonly byte[] _part = new byte[LongestPart];
    private readonly CancellationTokenSource _late = new(limit, time);
    private HttpResponseMessage? _response;
    private Stream? _body;

    /// <summary>The status and the headers. The body is empty, or a sentence that says why there is no response.</summary>
    public ModelAnswer Head { get; private set; } = new(0, []);

    /// <summary>Why the response was interrupted; null if it was not.</summary>
    public StreamBreak? Break { get; private set; }

    /// <summary>The time since the request was sent.</summary>
    public TimeSpan Took => time.GetElapsedTime(_start);

    /// <summary>
    /// Returns whether an exception comes from the server, the connection or a timeout, and not from our own code.
    /// </summary>
    public static bool IsTheirs(Exception gone) => gone is HttpRequestException or IOException or OperationCanceledException;

    /// <summary>Waits for the status and the headers.</summary>
    /// <exception cref="OperationCanceledException">The host ends.</exception>
    public async Task Begin(Func<CancellationToken, Task<HttpResponseMessage>> send, Uri server)
    {
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_late.Token, ending);
            _response = await send(end.Token);
            _body = await _response.Content.ReadAsStreamAsync(end.Token);
            Head = new((int)_response.StatusCode, [])
            {
                ContentType = Visible(_response.Content.Headers.NonValidated, "Content-Type") ?? ModelAnswer.AnyType,
                CustomAttributes = Visible(_response.Headers.NonValidated, ModelHeaders.CustomAttributes),
                NewSessionId = Visible(_response.Headers.NonValidated, ModelHeaders.NewSessionId),
                ClosedSessionId = Visible(_response.Headers.NonValidated, ModelHeaders.ClosedSessionId),
            };
        }
        catch (Exception gone) when (IsTheirs(gone) && !ending.IsCancellationRequested)
        {
            var why = gone is OperationCanceledException ? TimedOut : $"The model's server at {server} did not answer: {gone.GetBaseException().Message}";
            Head = new(0, Encoding.UTF8.GetBytes(why));
        }
    }

    /// <summary>
    /// Returns the next part; empty at the end, after an interruption, and if <paramref name="gone"/> is canceled.
    /// </summary>
    public async Task<byte[]> Next(CancellationToken gone = default)
    {
        if (_body is null || Break is not null)
        {
            return [];
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(_late.Token, gone, ending);
        try
        {
            return _part[..await _body.ReadAsync(_part, end.Token)];
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception broken) when (IsTheirs(broken))
        {
            Break = broken is OperationCanceledException
                ? new("ModelInvocationTimeExceeded", TimedOut)
                : new("StreamBroken", $"The response of the model's server was interrupted: {broken.GetBaseException().Message}");
            return [];
        }
    }

    /// <summary>
    /// Returns the whole response, of at most <paramref name="most"/> bytes. If it is longer or interrupted, the status is 0. Of
    /// an error, only the beginning is read.
    /// </summary>
    /// <exception cref="OperationCanceledException">The host ends.</exception>
    public async Task<ModelAnswer> Whole(int most)
    {
        if (_body is null)
        {
            return Head;
        }

        var body = new MemoryStream();
        most = Head.IsGood ? most : LongestError;
        for (var part = await Next(); part.Length > 0 && body.Length <= most; part = await Next())
        {
            body.Write(part);
        }

        ending.ThrowIfCancellationRequested();
        return !Head.IsGood ? Head with { Body = body.ToArray() }
            : Break is { } broken ? new(0, Encoding.UTF8.GetBytes(broken.Message))
            : body.Length > most ? new(0, Encoding.UTF8.GetBytes($"The response of the model is larger than {most} bytes."))
            : Head with { Body = body.ToArray() };
    }

    /// <summary>Sets a new time limit, counted from the start of the request.</summary>
    public void Extend(TimeSpan until)
    {
        var left = until - Took;
        _late.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    public void Dispose()
    {
        _response?.Dispose();
        _late.Dispose();
    }

    // The value becomes a header of our own response, so it must be printable ASCII.
    private static string? Visible(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values)
            && values.ToString() is { Length: > 0 and <= 1024 } text
            && text.All(each => each is >= ' ' and <= '~')
            ? text
            : null;
}
