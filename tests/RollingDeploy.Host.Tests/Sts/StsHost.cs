using System.Text.Json;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Sts;

/// <summary>Temporary credentials, as a client keeps them.</summary>
public sealed record Keys(string Id, string? Token)
{
    public static readonly Keys OfAccount = new("111122223333", null);
}

/// <summary>Calls STS and other services with credentials of any kind.</summary>
internal static class StsHost
{
    public const string Role = "arn:aws:iam::444455556666:role/ci/deployer";

    /// <summary>STS by the query protocol, signed with keys or not at all.</summary>
    public static async Task<Answer> Sts(
        this TestHost host, Keys? keys, string operation, params (string Name, string Value)[] parameters)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent(parameters.Prepend(("Version", "2011-06-15")).Prepend(("Action", operation))
                .Select(each => KeyValuePair.Create(each.Item1, each.Item2))),
        };
        return await Send(client, request, keys, "sts");
    }

    /// <summary>An operation of SageMaker by awsJson1.1.</summary>
    public static async Task<Answer> SageMaker(this TestHost host, Keys keys, string operation, object body)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(JsonSerializer.Serialize(body), null, "application/x-amz-json-1.1"),
        };
        request.Headers.Add("X-Amz-Target", $"SageMaker.{operation}");
        return await Send(client, request, keys, "sagemaker");
    }

    public static Task<Answer> AssumeRole(this TestHost host, Keys? keys, params (string Name, string Value)[] more) =>
        host.Sts(keys, "AssumeRole", [("RoleArn", Role), ("RoleSessionName", "build-1"), .. more]);

    public static Keys KeysIn(Answer answer) => new(answer.Element("AccessKeyId")!, answer.Element("SessionToken")!);

    private static async Task<Answer> Send(HttpClient client, HttpRequestMessage request, Keys? keys, string service)
    {
        if (keys is not null)
        {
            request.Headers.TryAddWithoutValidation(
                "Authorization", $"AWS4-HMAC-SHA256 Credential={keys.Id}/20300101/us-east-1/{service}/aws4_request");
        }

        if (keys?.Token is { } token)
        {
            request.Headers.Add("X-Amz-Security-Token", token);
        }

        using var response = await client.SendAsync(request);
        return await Answer.Of(response);
    }
}
