using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Servers;

/// <summary>
/// Calls the real server of a model, as SageMaker calls a container: <c>POST …/invocations</c> and <c>GET …/ping</c>.
/// </summary>
internal sealed class Forwarder(ForwardClient client, IOptions<RollingDeployOptions> options, TimeProvider time, Ending ending)
{
    /// <summary>
    /// The time in which a container must answer, or start a stream (endpoint-metrics.md §4.1). Asynchronous requests have their
    /// own.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The time in which a stream must end.</summary>
    public static readonly TimeSpan StreamLimit = TimeSpan.FromMinutes(8);

    /// <summary>
    /// The time in which a ping must be answered (developer guide, "Use Your Own Inference Code with Hosting Services").
    /// </summary>
    public static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(2);

    private static readonly (string Name, Func<ModelRequest, string?> Value)[] Headers =
    [
        ("Content-Type", request => request.ContentType),
        ("Accept", request => request.Accept),
        (ModelHeaders.CustomAttributes, request => request.CustomAttributes),
        (ModelHeaders.SessionId, request => request.SessionId),
        (ModelHeaders.TargetModel, request => request.TargetModel),
    ];

    /// <summary>Returns whether a server answers its ping with 200.</summary>
    public async Task<bool> IsWell(Uri server)
    {
        using var late = new CancellationTokenSource(PingLimit, time);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, Address(server, "ping"));
            using var response = await client.Send(message, late.Token);
            return (int)response.StatusCode == StatusCodes.Status200OK;
        }
        catch (Exception gone) when (ForwardedAnswer.IsTheirs(gone))
        {
            return false;
        }
    }

    /// <summary>
    /// Returns the whole response and its latency. If the server does not answer correctly, the response says why.
    /// </summary>
    /// <param name="server">The address of the server.</param>
    /// <param name="request">The request.</param>
    /// <param name="limit">The time in which the server must answer; null for <see cref="Limit"/>.</param>
    public async Task<(ModelAnswer Answer, TimeSpan Took)> Ask(Uri server, ModelRequest request, TimeSpan? limit = null)
    {
        using var answer = await Open(server, request, limit);
        return (await answer.Whole(options.Value.Runtime.MaxBodyBytes), answer.Took);
    }

    /// <summary>Returns the start of the response. The caller reads the rest.</summary>
    public async Task<ForwardedAnswer> Open(Uri server, ModelRequest request, TimeSpan? limit = null)
    {
        var answer = new ForwardedAnswer(time, limit ?? Limit, ending.AnswerNow);
        await answer.Begin(late => client.Send(Message(server, request), late), server);
        return answer;
    }

    private static HttpRequestMessage Message(Uri server, ModelRequest request)
    {
        var message =
            new HttpRequestMessage(HttpMethod.Post, Address(server, "invocations")) { Content = new ByteArrayContent(request.Body) };
        foreach (var (name, value) in Headers)
        {
            if (value(request) is { Length: > 0 } text)
            {
                _ = message.Headers.TryAddWithoutValidation(name, text)
                    || message.Content.Headers.TryAddWithoutValidation(name, text);
            }
        }

        return message;
    }

    private static string Address(Uri server, string path) => $"{server.AbsoluteUri.TrimEnd('/')}/{path}";
}
