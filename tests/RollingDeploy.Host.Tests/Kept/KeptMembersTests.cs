using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Tests.AutoScaling;
using RollingDeploy.Host.Tests.Oracle;
using RollingDeploy.Host.Tests.Stage;
using Kinds = RollingDeploy.Host.Wire.Shapes;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>
/// A member that is taken and not kept is a lasting difference for Terraform. Every member of every shape is sent, and wanted
/// back wherever an answer has it. Whether the records are those of AWS is the oracle's question.
/// </summary>
public sealed class KeptMembersTests(TestHost host)
{
    private static readonly IReadOnlyList<Row> Rows = [.. SageMakerRows.All, .. CloudWatchRows.All, .. AutoScalingRows.All];

    private static readonly string[] Takers = ["Create", "Update", "Put", "Register", "Add", "Tag", "Set"];

    private readonly Account _account = host.NewAccount();

    public static TheoryData<string, bool> RowNames
    {
        get
        {
            var data = new TheoryData<string, bool>();
            Rows.ToList().ForEach(row =>
            {
                data.Add(row.ToString(), true);
                data.Add(row.ToString(), false);
            });
            return data;
        }
    }

    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var service in (Service[])[Service.SageMaker, Service.CloudWatch, Service.AutoScaling])
            {
                service.Operations.Where(operation => Takers.Any(operation.StartsWith)).ToList()
                    .ForEach(operation => data.Add(service.Name, operation));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(RowNames))]
    public async Task Describe_OfWhatWasSent_HasEveryMember(string name, bool flag)
    {
        var row = Rows.Single(each => each.ToString() == name);
        await row.Before(_account);
        var sent = await Resolved(new Filler(row, flag).Fill(row.Input).ToJsonString());

        await row.Send(_account, row.Operation, sent);

        var differences = new List<string>();
        foreach (var look in row.Looks)
        {
            await look.Before(_account);
            var answer = await row.Send(_account, look.Operation, await Resolved(look.Body));
            differences.AddRange(Differences(row, look, JsonNode.Parse(sent)!, answer.Json));
        }

        differences.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(RowNames))]
    public void Rows_OfWhatIsSent_AreLookedAtWhole(string name, bool flag)
    {
        var row = Rows.Single(each => each.ToString() == name);
        var sent = new Filler(row, flag).Fill(row.Input);

        var unseen = Paths.Leaves(sent).Select(leaf => leaf.Path)
            .Where(path => !NotReturned.Has(row.Operation, path) && row.Looks.All(look => ShownPlace(row, look, path) is null));

        unseen.Should().BeEmpty("each member comes back, or {0} says why not", nameof(NotReturned));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Rows_OfAnOperation_SendEveryMemberOfItsShapes(string service, string operation)
    {
        var rows = Rows.Where(row => row.Service.Name == service && row.Operation == operation).ToList();
        rows.Should().NotBeEmpty();
        var sent = rows.SelectMany(row => Sent(row.Input, new Filler(row, flag: true).Fill(row.Input))).ToHashSet();

        var missing = Members(rows[0].Input, []).Except(sent).Where(member => !NotReturned.IsRefused(operation, member));

        missing.Should().BeEmpty();
    }

    private async Task<string> Resolved(string body)
    {
        body = body.Replace("ACCOUNT", _account.Id);
        return !body.Contains("TARGET") ? body : body.Replace(
            "TARGET",
            (await _account.Scales("DescribeScalableTargets", """{"ServiceNamespace":"sagemaker"}""")).At("ScalableTargets.0.ScalableTargetARN"));
    }

    private static IEnumerable<string> Differences(Row row, Look look, JsonNode sent, JsonNode answer) =>
        from leaf in Paths.Leaves(sent)
        let place = ShownPlace(row, look, leaf.Path)
        where place is not null && !NotReturned.Has(row.Operation, leaf.Path, look.Operation)
        let shown = Paths.At(answer, place)
        where !Same(leaf.Value, shown)
        select $"{look.Operation}: {place} is {shown?.ToJsonString() ?? "missing"}, and {leaf.Path} was {leaf.Value.ToJsonString()}";

    private static string? ShownPlace(Row row, Look look, string path) =>
        look.PlaceOf(path) is { } place && Paths.Has(row.RecordOf($"{look.Operation}Output"), place) ? place : null;

    // 30 and 30.0 are the same number.
    private static bool Same(JsonNode sent, JsonNode? shown) =>
        (sent.GetValueKind(), shown?.GetValueKind()) == (JsonValueKind.Number, JsonValueKind.Number)
            ? NumberOf(sent).Equals(NumberOf(shown!))
            : JsonNode.DeepEquals(sent, shown);

    private static double NumberOf(JsonNode node) => JsonSerializer.SerializeToElement(node).GetDouble();

    // The members of all records that a record is made of: Record.Member.
    private static HashSet<string> Members(JsonTypeInfo type, HashSet<string> found)
    {
        var inner = type.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary ? Kinds.Element(type) : type;
        foreach (var member in inner.Kind is JsonTypeInfoKind.Object ? inner.Properties : [])
        {
            if (found.Add($"{inner.Type.Name}.{member.Name}"))
            {
                Members(Kinds.Of(member), found);
            }
        }

        return found;
    }

    private static IEnumerable<string> Sent(JsonTypeInfo type, JsonNode? node) => (type.Kind, node) switch
    {
        (JsonTypeInfoKind.Enumerable, JsonArray list) => list.SelectMany(item => Sent(Kinds.Element(type), item)),
        (JsonTypeInfoKind.Object, JsonObject body) => body.SelectMany(member =>
            Sent(Kinds.Of(type.Properties.Single(each => each.Name == member.Key)), member.Value).Prepend($"{type.Type.Name}.{member.Key}")),
        _ => [],
    };
}
