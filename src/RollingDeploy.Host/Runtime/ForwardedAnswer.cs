using System.Text;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// A real server's answer while it comes. Whatever the server does wrong is a part of it: no answer has the status 0, and one
/// that breaks off says so in <see cref="Break"/>.
/// </summary>
internal sealed class ForwardedAnswer(TimeProvider time, TimeSpan limit, CancellationToken ending) : IDisposable
{
    /// <summary>A part is at most so long: what a server sends at once may come in several.</summary>
    public const int LongestPart = 64 * 1024;

    private const int LongestError = 64 * 1024;

    private const string TimedOut = "Your invocation timed out while waiting for a response from container primary. Review the latency "
        + "metrics for each container in Amazon CloudWatch, resolve the issue, and try again.";

    private readonly long _start = time.GetTimestamp();
    private readonly byte[] _part = new byte[LongestPart];
    private readonly CancellationTokenSource _late = new(limit, time);
    private HttpResponseMessage? _response;
    private Stream? _body;

    /// <summary>Status and headers; its body is empty, or says in words why there is none.</summary>
    public ModelAnswer Head { get; private set; } = new(0, []);

    /// <summary>How it ended before its end; null where it did not, or not yet.</summary>
    public StreamBreak? Break { get; private set; }

    /// <summary>How long it has taken so far.</summary>
    public TimeSpan Took => time.GetElapsedTime(_start);

    /// <summary>Whether the server, the way to it, or its time has failed, and not we.</summary>
    public static bool IsTheirs(Exception gone) => gone is HttpRequestException or IOException or OperationCanceledException;

    /// <summary>Waits for status and headers.</summary>
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

    /// <summary>The next part as the server sends it; empty at the end, where it broke off, and where nobody waits any more.</summary>
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
    /// All of it, up to <paramref name="most"/> bytes. One that breaks off or is longer is none; of an error the beginning will do.
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

    /// <summary>From now on it has until so long after its beginning.</summary>
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

    // It becomes a header of our own answer.
    private static string? Visible(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 1024 } text && text.All(each => each is >= ' ' and <= '~')
            ? text
            : null;
}
