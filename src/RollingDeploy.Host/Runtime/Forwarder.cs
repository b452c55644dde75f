using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// Asks the real server that answers for a model, as SageMaker asks a container: <c>POST …/invocations</c>, <c>GET …/ping</c>.
/// </summary>
internal sealed class Forwarder(ForwardClient client, IOptions<RollingDeployOptions> options, TimeProvider time, Ending ending)
{
    /// <summary>A container has a minute to answer, or to begin a stream (endpoint-metrics.md §4.1).</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>A stream has to end within eight minutes.</summary>
    public static readonly TimeSpan StreamLimit = TimeSpan.FromMinutes(8);

    /// <summary>A ping has two seconds (DG "Use Your Own Inference Code with Hosting Services").</summary>
    public static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(2);

    private static readonly (string Name, Func<ModelRequest, string?> Value)[] Headers =
    [
        ("Content-Type", request => request.ContentType),
        ("Accept", request => request.Accept),
        (ModelHeaders.CustomAttributes, request => request.CustomAttributes),
        (ModelHeaders.SessionId, request => request.SessionId),
        (ModelHeaders.TargetModel, request => request.TargetModel),
    ];

    /// <summary>Whether a server answers its ping, and with 200.</summary>
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

    /// <summary>Its whole answer, and how long it took; a server that is down, slow or talks nonsense is an answer too.</summary>
    public async Task<(ModelAnswer Answer, TimeSpan Took)> Ask(Uri server, ModelRequest request)
    {
        using var answer = await Open(server, request);
        return (await answer.Whole(options.Value.Runtime.MaxBodyBytes), answer.Took);
    }

    /// <summary>The beginning of its answer, the rest of which is still to come.</summary>
    public async Task<ForwardedAnswer> Open(Uri server, ModelRequest request)
    {
        var answer = new ForwardedAnswer(time, Limit, ending.AnswerNow);
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
