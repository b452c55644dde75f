using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace RollingDeploy.Conformance;

/// <summary>Calls that change a world, and what was answered to them.</summary>
internal sealed class LoadRecord
{
    private static readonly string[] Documented =
    [
        "OutOfService", "Creating", "Updating", "SystemUpdating", "RollingBack", "InService", "Deleting", "Failed", "UpdateRollbackFailed",
    ];

    private static readonly string[] Kinds = ["Model", "EndpointConfig", "Endpoint"];

    private readonly ConcurrentDictionary<(string Kind, string Name), bool> _acknowledged = [];
    private readonly ConcurrentBag<string> _refused = [];
    private int _last;

    /// <summary>Makes the next call. Returns false when the host is gone.</summary>
    public async Task<bool> CallOnce(HttpClient http)
    {
        var number = Interlocked.Increment(ref _last);
        try
        {
            await Call(http, number);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Compares a host with what was answered, and carries out what it has begun.</summary>
    public async Task Check(HostProcess host)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        foreach (var kind in Kinds)
        {
            var there = await Names(http, kind);
            _acknowledged.Keys.Where(each => each.Kind == kind).Select(each => each.Name).Except(there)
                .Should().BeEmpty($"they were acknowledged before the host was killed: {host.Output}");
            there.Should().NotIntersectWith(_refused);
        }

        foreach (var name in await Names(http, "Endpoint"))
        {
            Documented.Should().Contain(await Status(http, name));
        }

        await Post(http, "/_rollingdeploy/clock/advance", """{"seconds":86400}""");
        foreach (var name in await Names(http, "Endpoint"))
        {
            (await Status(http, name)).Should().BeOneOf("InService", "Failed", "UpdateRollbackFailed");
        }
    }

    private async Task Call(HttpClient http, int number)
    {
        switch (number % 8)
        {
            case 0:
                await Create(http, "EndpointConfig", number, $$"""
                    {"EndpointConfigName":"n{{number}}","ProductionVariants":[
                     {"VariantName":"A","ModelName":"{{Known("Model", number)}}","InstanceType":"ml.m5.large","InitialInstanceCount":2}]
                    }
                    """);
                break;
            case 1:
                await Create(http, "Endpoint", number, $$"""{"EndpointName":"n{{number}}","EndpointConfigName":"{{Known("EndpointConfig", number)}}"}""");
                break;
            case 2:
                await Post(http, "/sagemaker/UpdateEndpoint", $$"""
                    {"EndpointName":"{{Known("Endpoint", number)}}","EndpointConfigName":"{{Known("EndpointConfig", number + 1)}}","DeploymentConfig":
                     {"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":300} }
                    }
                    """);
                break;
            case 3:
                await Refused(http, number);
                break;
            case 4:
                await Post(http, "/_rollingdeploy/clock/advance", """{"seconds":7}""");
                break;
            default:
                await Create(http, "Model", number, $$"""
                    {"ModelName":"n{{number}}","PrimaryContainer":{"Image":"r/i:1"},"ExecutionRoleArn":"arn:aws:iam::111122223333:role/sagemaker"}
                    """);
                break;
        }
    }

    private async Task Create(HttpClient http, string kind, int number, string body)
    {
        if (await Post(http, $"/sagemaker/Create{kind}", body))
        {
            _acknowledged[(kind, $"n{number}")] = true;
        }
    }

    private async Task Refused(HttpClient http, int number)
    {
        var name = $"refused{number}";
        (await Post(http, "/sagemaker/CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"missing"}""")).Should().BeFalse();
        _refused.Add(name);
    }

    private string Known(string kind, int number)
    {
        var known = _acknowledged.Keys.Where(each => each.Kind == kind).ToList();
        return known.Count == 0 ? "none" : known[number % known.Count].Name;
    }

    private static async Task<bool> Post(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        ((int)answer.StatusCode).Should().BeLessThan(500, await answer.Content.ReadAsStringAsync());
        return answer.IsSuccessStatusCode;
    }

    private static async Task<string> Status(HttpClient http, string endpoint) =>
        (string)(await Ask(http, "DescribeEndpoint", $$"""{"EndpointName":"{{endpoint}}"}"""))["EndpointStatus"]!;

    private static async Task<List<string>> Names(HttpClient http, string kind)
    {
        var names = new List<string>();
        string? token = null;
        do
        {
            var next = token is null ? "" : $""","NextToken":"{token}" """;
            var page = await Ask(http, $"List{kind}s", $$"""{"MaxResults":100{{next}} }""");
            names.AddRange(page[$"{kind}s"]!.AsArray().Select(each => (string)each![$"{kind}Name"]!));
            token = (string?)page["NextToken"];
        }
        while (token is not null);

        return names;
    }

    private static async Task<JsonNode> Ask(HttpClient http, string operation, string body)
    {
        using var content = new StringContent(body);
        using var answer = await http.PostAsync(new Uri($"/sagemaker/{operation}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue(text);
        return JsonNode.Parse(text)!;
    }
}
