using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>What of a request comes back in a description.</summary>
internal static class Echo
{
    /// <summary>The members of <paramref name="answer"/> that <paramref name="request"/> has too, in its order.</summary>
    public static string Of(JsonNode answer, string request)
    {
        var echo = new JsonObject();
        foreach (var (name, _) in JsonNode.Parse(request)!.AsObject())
        {
            echo[name] = answer[name]?.DeepClone();
        }

        return echo.ToJsonString();
    }
}
