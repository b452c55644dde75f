using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The options that say which server, and which account of it, a command is for; and calls to that server.</summary>
internal sealed class RunningServer
{
    private const string UrlVariable = "AWS_ENDPOINT_URL";

    private readonly Option<string> _url = new("--endpoint-url")
    {
        HelpName = "address",
        Description = $"The address of the server. The default is {UrlVariable}, or http://localhost:4566.",
    };

    private readonly Option<string> _account = new("--account")
    {
        HelpName = "id",
        Description = "The account. The default is that of the server.",
    };

    /// <summary>The options, in the order in which the help text lists them.</summary>
    public IReadOnlyList<Option> Options => [_url, _account];

    /// <summary>Returns a call of a route of ours.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="method">The method.</param>
    /// <param name="route">The route, such as <c>state</c>.</param>
    /// <param name="account">The account; null for that of the option.</param>
    /// <exception cref="StartUpException">The address is not valid.</exception>
    public HttpRequestMessage Call(ParseResult parsed, HttpMethod method, string route, string? account = null)
    {
        var (name, text) = parsed.GetValue(_url) is { } given ? (_url.Name, given)
            : Environment.GetEnvironmentVariable(UrlVariable) is { Length: > 0 } variable ? (UrlVariable, variable)
            : ("", "http://localhost:4566");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new StartUpException($"{name} is {text}; it must be an address such as http://localhost:4566.");
        }

        account ??= parsed.GetValue(_account);
        var query = account is null ? "" : $"?account={Uri.EscapeDataString(account)}";
        return new HttpRequestMessage(method, new Uri(url, $"/_rollingdeploy/{route}{query}"));
    }

    /// <summary>Makes a call, and returns its answer as soon as it begins.</summary>
    /// <exception cref="StartUpException">The server does not answer, or refuses the call.</exception>
    public static async Task<HttpResponseMessage> Send(HttpRequestMessage call)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var server = call.RequestUri!.GetLeftPart(UriPartial.Authority);
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException error)
        {
            throw new StartUpException(
                $"Nothing answers at {server}. {error.Message}", $"Start RollingDeploy, or name another address with --endpoint-url or {UrlVariable}.");
        }

        if (answer.IsSuccessStatusCode && answer.Headers.Contains(PartitionHeaders.Account))
        {
            return answer;
        }

        using (answer)
        {
            throw new StartUpException(await Problem(answer) ?? $"The server at {server} is not RollingDeploy.");
        }
    }

    // Our routes say in problem details what is wrong.
    private static async Task<string?> Problem(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType is not MediaTypeHeaderValue { MediaType: "application/problem+json" })
        {
            return null;
        }

        using var problem = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
    }
}
