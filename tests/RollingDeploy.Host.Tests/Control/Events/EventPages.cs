using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Control.Events;

/// <summary>Reads pages of events.</summary>
internal static class EventPages
{
    public static Task<Answer> Events(this Account account, string query) => account.Send(
        HttpMethod.Get, $"/_rollingdeploy/events?account={account.Id}&{query}", null, null);

    /// <summary>A page that must be there.</summary>
    public static async Task<JsonObject> Page(this Account account, string query)
    {
        var answer = await account.Events($"wait=false&{query}");
        answer.Status.Should().Be(200, answer.Text);
        answer.ContentType.Should().Be("application/json");
        return answer.Json.AsObject();
    }

    /// <summary>All events so far that AWS sends to EventBridge.</summary>
    public static async Task<List<JsonNode>> SentToEventBridge(this Account account, string query = "") =>
        [.. (await account.Page($"after=0&limit=1000&format=eventbridge&{query}"))["events"]!.AsArray().Select(each => each!)];

    /// <summary>
    /// The paths of all members, such as <c>detail.Tags</c>, in order. Lists have the path of their first item.
    /// </summary>
    public static IEnumerable<string> Paths(this JsonNode? node, string path = "") => node switch
    {
        JsonObject { Count: > 0 } json => json.SelectMany(
            member => member.Value.Paths(path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray { Count: > 0 } list => list[0].Paths(path),
        _ => [path],
    };
}
