using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;
using RollingDeploy.Host.Wire;
using Service = RollingDeploy.Host.Tests.Oracle.Service;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>A request with every member that can be sent together, and the answers that show them.</summary>
/// <param name="Service">The service.</param>
/// <param name="Operation">The operation that takes the members.</param>
/// <param name="Name">What is special about the request, in a word or two.</param>
internal sealed record Row(Service Service, string Operation, string Name)
{
    private readonly JsonObject _given = [];

    /// <summary>Values for members where any valid one is not enough, as JSON by place: names, and what rules require.</summary>
    public string Values
    {
        init => _given = JsonNode.Parse(value)!.AsObject();
    }

    /// <summary>The places of members that cannot be sent together with the others. Another row sends them.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>What must be there before.</summary>
    public Func<Account, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>The answers that show the members.</summary>
    public required IReadOnlyList<Look> Looks { get; init; }

    /// <summary>The request's record.</summary>
    public JsonTypeInfo Input => RecordOf($"{Operation}Input");

    public bool LeavesOut(string path) => Without.Contains(path);

    public JsonNode? Given(string path) => _given[path]?.DeepClone();

    public JsonTypeInfo RecordOf(string name) => WireJson.Describe(Service.Json, Service.Record(name)!);

    public async Task<Answer> Send(Account account, string operation, string body)
    {
        var answer = Service == Service.CloudWatch ? await account.CloudWatch(operation, body)
            : Service == Service.AutoScaling ? await account.AutoScaling(operation, body)
            : await account.SageMaker(operation, body);
        answer.Status.Should().Be(200, "{0} {1}: {2}", operation, body, answer.Text);
        return answer;
    }

    public override string ToString() => $"{Operation}: {Name}";
}

/// <summary>An answer in which members of a request come back.</summary>
/// <param name="Operation">The operation that reads.</param>
/// <param name="Body">Its request. <c>ACCOUNT</c> stands for the account, <c>TARGET</c> for the ARN of its scalable target.</param>
internal sealed record Look(string Operation, string Body)
{
    /// <summary>The place in the request whose members are looked for; empty for all of them.</summary>
    public string From { get; init; } = "";

    /// <summary>The place in the answer where they are.</summary>
    public string To { get; init; } = "";

    /// <summary>Members with another name in the answer, by their place below <see cref="From"/>.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>();

    /// <summary>What happens before, such as a deployment that ends.</summary>
    public Func<Account, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>Where a member of the request is in the answer; null if this answer does not tell it.</summary>
    public string? PlaceOf(string sent)
    {
        if (!sent.StartsWith(From, StringComparison.Ordinal))
        {
            return null;
        }

        var below = sent[From.Length..].TrimStart('.');
        var renamed = Renamed.FirstOrDefault(each => below.StartsWith(each.Key, StringComparison.Ordinal));
        return renamed.Key is null ? Paths.Join(To, below) : Paths.Join(To, renamed.Value + below[renamed.Key.Length..]);
    }
}
