using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CommandLine.Calls;

/// <summary>Calls our own routes of a running server.</summary>
internal sealed class ControlClient(ServerAddress address) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public ServerAddress Address => address;

    /// <summary>Gets a document, and reads it as one of the records of our routes.</summary>
    /// <exception cref="CallException">The server does not answer, or refuses the call.</exception>
    public async Task<T> Get<T>(string route, CancellationToken cancel, params IEnumerable<(string Name, string? Value)> query) =>
        Documents.Read<T>(await GetText(route, cancel, query));

    /// <summary>Gets a document as text.</summary>
    /// <exception cref="CallException">The server does not answer, or refuses the call.</exception>
    public Task<string> GetText(string route, CancellationToken cancel, params IEnumerable<(string Name, string? Value)> query) =>
        Text(new HttpRequestMessage(HttpMethod.Get, address.Of(route, query)), cancel);

    /// <summary>
    /// Makes a call with a body in JSON, and returns the document that the server answers; empty if there is none.
    /// </summary>
    /// <exception cref="CallException">The server does not answer, or refuses the call.</exception>
    public Task<string> Call(HttpMethod method, string route, JsonObject? body, CancellationToken cancel) => Text(
        new HttpRequestMessage(method, address.Of(route))
        {
            Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        },
        cancel);

    /// <summary>Makes a call, and returns its answer as soon as it begins.</summary>
    /// <exception cref="CallException">The server does not answer, or refuses the call.</exception>
    public async Task<HttpResponseMessage> Send(HttpRequestMessage call, CancellationToken cancel)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await _http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new CallException(
                $"Nothing answers at {address.Name}. {error.Message.TrimEnd('.')}. "
                + "Start RollingDeploy, or name another address with --endpoint-url or AWS_ENDPOINT_URL.");
        }

        if (answer.IsSuccessStatusCode && answer.Headers.Contains(PartitionHeaders.Account))
        {
            return answer;
        }

        using (answer)
        {
            throw await Refused(answer, cancel);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> Text(HttpRequestMessage call, CancellationToken cancel)
    {
        using (call)
        {
            using var answer = await Send(call, cancel);
            try
            {
                return await answer.Content.ReadAsStringAsync(cancel);
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                throw new CallException($"The server at {address.Name} closed the connection before its answer was complete.");
            }
        }
    }

    // Our routes say in problem details what is wrong.
    private async Task<CallException> Refused(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.Content.Headers.ContentType is MediaTypeHeaderValue { MediaType: "application/problem+json" })
        {
            var text = await answer.Content.ReadAsStringAsync(cancel);
            using var problem = JsonDocument.Parse(text);
            if (problem.RootElement.TryGetProperty("detail", out var detail))
            {
                return new(detail.GetString() ?? "", (int)answer.StatusCode, text);
            }
        }

        return new($"The server at {address.Name} is not RollingDeploy.", (int)answer.StatusCode);
    }
}
