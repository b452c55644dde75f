using System.Net.Http.Headers;
using System.Text;
using RollingDeploy.Core;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// An account with something of everything in it: a model, configurations, an endpoint that serves, one in an update, an alarm
/// and metric data. It can be made again at any time and is then the same to the last field.
/// </summary>
internal sealed class FuzzedWorld(TestHost host, string account) : IDisposable
{
    private readonly HttpClient _client = host.CreateClient();

    public World World => host.Worlds.ForReading(account).World;

    /// <summary>The state of the world when it had just been prepared.</summary>
    public ulong Prepared { get; private set; }

    public async Task Prepare()
    {
        await Ours("reset", "");
        foreach (var (target, body) in Scenery.Calls)
        {
            await (target.Contains('/') ? Ours(target, body) : Aws(target, body));
        }

        Prepared = StatePrinter.Hash(World);
    }

    /// <summary>Lets so many seconds pass, in which what was ordered happens, and looks at what has become of it.</summary>
    public async Task<Answer> Outlive(int seconds)
    {
        await Ours("clock/advance", $$"""{"seconds":{{seconds}}}""");
        var answers = new List<Answer>();
        foreach (var (target, body) in Scenery.Views)
        {
            answers.Add(await Send(Json(target, body)));
        }

        return answers.Find(answer => Verdict.Of(answer) is not null) ?? answers[0];
    }

    public async Task<Answer> Send(Sending sending)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, sending.Path) { Content = new ByteArrayContent(sending.Body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(sending.ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", Credential(sending.SigningName));
        if (sending.Target is { } target)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        }

        using var response = await _client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        return new(
            (int)response.StatusCode, type, type == "application/cbor" ? CborJson.Decode(body)!.ToJsonString() : Encoding.UTF8.GetString(body));
    }

    public void Dispose() => _client.Dispose();

    private async Task Aws(string target, string body)
    {
        var answer = await Send(Json(target, body));
        answer.Status.Should().Be(200, $"the scenery needs {target}: {answer.Text}");
    }

    private async Task Ours(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync($"/_rollingdeploy/{path}?account={account}", content);
        response.IsSuccessStatusCode.Should().BeTrue($"the scenery needs {path}: {await response.Content.ReadAsStringAsync()}");
    }

    private static Sending Json(string target, string body) => new(
        "/",
        "application/x-amz-json-1.1",
        Encoding.UTF8.GetBytes(body),
        target.Split('.')[0] switch
        {
            "SageMaker" => "sagemaker",
            "AnyScaleFrontendService" => "application-autoscaling",
            _ => "monitoring",
        },
        target);

    private string Credential(string service) =>
        $"AWS4-HMAC-SHA256 Credential={account}/20300101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0";
}

/// <summary>One request. Without a target it says in its path or its form what it wants.</summary>
internal sealed record Sending(string Path, string ContentType, byte[] Body, string SigningName, string? Target);

/// <summary>What came back; what came in CBOR is told in JSON.</summary>
internal sealed record Answer(int Status, string? ContentType, string Text);
