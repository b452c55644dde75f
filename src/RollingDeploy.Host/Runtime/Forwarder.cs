using System.Text;

namespace RollingDeploy.Host.Runtime;

/// <summary>Asks the real server that answers for a model: <c>POST …/invocations</c>, as SageMaker asks a container.</summary>
internal sealed class Forwarder(TimeProvider time) : IDisposable
{
    /// <summary>A container has a minute to answer (endpoint-metrics.md §4.1).</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private const string CustomAttributes = "X-Amzn-SageMaker-Custom-Attributes";
    private const int LargestAnswer = 25 * 1024 * 1024;

    private const string TimedOut = "Your invocation timed out while waiting for a response from container primary. Review the latency "
        + "metrics for each container in Amazon CloudWatch, resolve the issue, and try again.";

    // It goes where it was told to go and nowhere else: no redirects, no proxies.
    private readonly HttpClient _client = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Its answer, and how long it took; a server that is down, slow or talks nonsense is an answer too.</summary>
    public async Task<(ModelAnswer Answer, TimeSpan Took)> Ask(Uri target, ModelRequest request)
    {
        var start = time.GetTimestamp();
        using var late = new CancellationTokenSource(Limit, time);
        return (await Ask(target, request, late.Token), time.GetElapsedTime(start));
    }

    public void Dispose() => _client.Dispose();

    private async Task<ModelAnswer> Ask(Uri target, ModelRequest request, CancellationToken late)
    {
        try
        {
            using var message = Message(target, request);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, late);
            var (body, broken) = await Read(await response.Content.ReadAsStreamAsync(late), late);
            return new((int)response.StatusCode, body)
            {
                ContentType = Visible(response.Content.Headers.ContentType?.ToString()) ?? ModelAnswer.AnyType,
                CustomAttributes = Visible(response.Headers.TryGetValues(CustomAttributes, out var values) ? string.Join(',', values) : null)
                    ?? request.CustomAttributes,
                Break = broken,
            };
        }
        catch (OperationCanceledException)
        {
            return new(0, Encoding.UTF8.GetBytes(TimedOut));
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return new(0, Encoding.UTF8.GetBytes($"The model's server at {target} did not answer: {gone.Message}"));
        }
    }

    private static HttpRequestMessage Message(Uri target, ModelRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, $"{target.AbsoluteUri.TrimEnd('/')}/invocations") { Content = new ByteArrayContent(request.Body) };
        (string Name, string? Value)[] headers =
        [
            ("Content-Type", request.ContentType), ("Accept", request.Accept), (CustomAttributes, request.CustomAttributes), ("X-Amzn-SageMaker-Session-Id", request.SessionId),
        ];
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            _ = message.Headers.TryAddWithoutValidation(name, value) || message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    // What has come before it broke off is kept: in a stream the caller has seen it by then.
    private static async Task<(byte[] Body, StreamBreak? Break)> Read(Stream stream, CancellationToken late)
    {
        var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(chunk, late)) > 0)
            {
                body.Write(chunk, 0, read);
                if (body.Length > LargestAnswer)
                {
                    return (body.ToArray(), new("StreamBroken", $"The model's answer is larger than {LargestAnswer} bytes."));
                }
            }

            return (body.ToArray(), null);
        }
        catch (OperationCanceledException)
        {
            return (body.ToArray(), new("ModelInvocationTimeExceeded", TimedOut));
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return (body.ToArray(), new("StreamBroken", $"The model's server broke off: {gone.Message}"));
        }
    }

    // It becomes a header of our own answer.
    private static string? Visible(string? text) => text is not null && text.Length <= 1024 && text.All(each => each is >= ' ' and <= '~') ? text : null;
}
