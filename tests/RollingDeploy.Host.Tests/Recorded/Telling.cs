using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Recorded;

/// <summary>
/// Makes the calls of the recorded story by the plain routes, and keeps the answers that are compared, by file name.
/// </summary>
internal sealed partial class Telling(Account account)
{
    private readonly Dictionary<string, string> _kept = [];

    /// <summary>What was kept: the name of the file, and the answer as the file has it.</summary>
    public IReadOnlyDictionary<string, string> Kept => _kept;

    public Account Account => account;

    /// <summary>
    /// A call that must succeed. <paramref name="route"/> is such as <c>sagemaker/CreateModel</c> or <c>PUT clock</c>.
    /// </summary>
    public async Task<Answer> Does(string route, string? body = null, string region = "us-east-1")
    {
        var answer = await Calls(route, body, region);
        answer.Status.Should().BeInRange(200, 299, $"{route} {body}: {answer.Text}");
        return answer;
    }

    /// <summary>A call that must be refused.</summary>
    public async Task IsRefused(string route, string body)
    {
        var answer = await Calls(route, body, "us-east-1");
        answer.Status.Should().BeInRange(400, 599, $"{route} {body}: {answer.Text}");
    }

    public Task Advances(double seconds) =>
        Does("POST clock/advance", $$"""{"seconds":{{seconds.ToString(CultureInfo.InvariantCulture)}}}""");

    /// <summary>Advances until an endpoint or an inference component is no longer in transition, and has this status.</summary>
    public Task Until(string name, string status = "InService", string kind = "endpoint", string region = "us-east-1") =>
        Does("POST clock/advance", $$$"""{"until":{"{{{kind}}}":"{{{name}}}","status":"{{{status}}}"},"require":true}""", region);

    /// <summary>Advances until the next full minute, as alarms and metrics go by minutes.</summary>
    public async Task ReachesAMinute()
    {
        var now = DateTimeOffset.Parse((await Does("GET clock")).At("now")!, CultureInfo.InvariantCulture);
        await Advances(60 - (now.TimeOfDay.TotalSeconds % 60));
    }

    /// <summary>
    /// Keeps an answer as <paramref name="file"/>, with a line for each item of its lists so that a difference can be read.
    /// </summary>
    public async Task<Answer> Keeps(string file, string route, string? body = null, string region = "us-east-1")
    {
        var answer = await Calls(route, body, region);
        _kept.Add(file, $"{answer.Status}\n{Legible(answer.Text)}\n");
        return answer;
    }

    /// <summary>
    /// Keeps the deployments of an endpoint or an inference component, each of them, and what else is told of it:
    /// <paramref name="path"/> is such as <c>endpoints/demo</c>, <paramref name="prefix"/> begins the files' names.
    /// </summary>
    public async Task KeepsDeployments(string prefix, string path, string region = "us-east-1")
    {
        var list = await Keeps($"{prefix}-deployments.txt", $"GET {path}/deployments", region: region);
        foreach (var id in list.Each("", "id"))
        {
            await Keeps($"{prefix}-{id}.txt", $"GET {path}/deployments/{id}", region: region);
        }
    }

    /// <summary>Keeps the whole history of the alarms, in both orders.</summary>
    public async Task KeepsHistory(string prefix, string region = "us-east-1")
    {
        foreach (var order in (string[])["Ascending", "Descending"])
        {
            await KeepsPages(
                $"{prefix}-alarm-history-{order.ToLowerInvariant()}.txt",
                "cloudwatch/DescribeAlarmHistory",
                $$"""{"ScanBy":"Timestamp{{order}}","AlarmTypes":["MetricAlarm","CompositeAlarm"],"MaxRecords":100""",
                region);
        }
    }

    /// <summary>Keeps the history of the alarms by the kind of entry.</summary>
    public async Task KeepsHistoryByKind(string prefix)
    {
        foreach (var kind in (string[])["ConfigurationUpdate", "StateUpdate", "Action"])
        {
            await KeepsPages(
                $"{prefix}-alarm-history-{kind.ToLowerInvariant()}.txt",
                "cloudwatch/DescribeAlarmHistory",
                $$"""{"HistoryItemType":"{{kind}}","AlarmTypes":["MetricAlarm","CompositeAlarm"],"MaxRecords":50""");
        }
    }

    /// <summary>Keeps the scaling activities, those that changed nothing among them.</summary>
    public Task KeepsActivities(string prefix) => KeepsPages(
        $"{prefix}-scaling-activities.txt",
        "application-autoscaling/DescribeScalingActivities",
        """{"ServiceNamespace":"sagemaker","IncludeNotScaledActivities":true,"MaxResults":5""");

    // Body is without its last brace, for the token of the next page. A token says nothing to users, so the files have none: one
    // that is made in another way is no difference.
    private async Task KeepsPages(string file, string route, string body, string region = "us-east-1")
    {
        var pages = new StringBuilder();
        for (string? token = "", more = ""; token is not null; more = $",\"NextToken\":\"{token}\"")
        {
            var answer = await Does(route, $"{body}{more}}}", region);
            token = answer.At("NextToken");
            pages.Append(Legible(token is null ? answer.Text : answer.Text.Replace(token, "", StringComparison.Ordinal)))
                .Append('\n');
        }

        _kept.Add(file, pages.ToString());
    }

    // Problem details name the trace of the one call.
    private static string Legible(string json) => Trace().Replace(json, "").Replace("},{", "},\n{", StringComparison.Ordinal);

    private Task<Answer> Calls(string route, string? body, string region) => route.Contains(' ', StringComparison.Ordinal)
        ? account.Ours(route, body, region)
        : account.Send(HttpMethod.Post, $"/{route}?account={account.Id}&region={region}", body, "application/json");

    [GeneratedRegex(",\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();
}
