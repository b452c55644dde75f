using System.Text;
using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>Lists of 100,000 items, in every operation that takes a list: the answer is AWS's, and short.</summary>
public sealed class HugeListTests(TestHost host)
{
    private const int Items = 100_000;
    private const int LongestAnswer = 200_000;

    private static readonly string[] Wrong = ["{}", "null", "\"\"", "0"];

    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (service, operation) in FuzzedOperations.Where(_ => true).Select(row => row.Data))
            {
                if (Lists(FuzzedOperations.Find(service).Find(operation)!).Any())
                {
                    data.Add(service, operation);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Json_OfAHugeList_IsAnsweredAsAwsDoes(string serviceName, string operation)
    {
        using var world = new FuzzedWorld(host, "980000000001");
        var service = FuzzedOperations.Find(serviceName);

        foreach (var body in Bodies(service.Find(operation)!))
        {
            Require(await world.Send(Json(service, operation, body)));
        }
    }

    [Fact]
    public async Task Cbor_OfAHugeList_IsAnsweredAsAwsDoes()
    {
        using var world = new FuzzedWorld(host, "980000000002");
        var service = FuzzedOperations.Find("CloudWatch");
        var operation = service.Find("PutMetricData")!;

        foreach (var body in Bodies(operation))
        {
            var cbor = CborJson.Encode(JsonNode.Parse(body), operation.Input);
            Require(await world.Send(new(
                $"/service/{service.TargetPrefix}/operation/{operation.Name}", "application/cbor", cbor, service.SigningNames[0], null)));
        }
    }

    [Fact]
    public async Task Query_OfAHugeList_IsAnsweredAsAwsDoes()
    {
        using var world = new FuzzedWorld(host, "980000000003");
        var items = Enumerable.Range(1, Items / 2).Select(number => $"&MetricData.member.{number}.Value=1");
        var form = $"Action=PutMetricData&Version=2010-08-01{string.Concat(items)}";

        Require(await world.Send(new("/", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(form), "monitoring", null)));
    }

    private static IEnumerable<string> Lists(Operation operation) => operation.Input.Properties
        .Where(property => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(
            typeof(System.Collections.IEnumerable)))
        .Select(property => property.Name);

    private static IEnumerable<string> Bodies(Operation operation) =>
        Lists(operation).SelectMany(_ => Wrong, (list, item) => $"{{\"{list}\":[{item}{string.Concat(Enumerable.Repeat("," + item, Items - 1))}]}}");

    private static Sending Json(Service service, string operation, string body) =>
        new($"/{service.Route}/{operation}", "application/json", Encoding.UTF8.GetBytes(body), service.SigningNames[0], null);

    private static void Require(Answer answer)
    {
        Verdict.Of(answer).Should().BeNull();
        answer.Text.Length.Should().BeLessThan(LongestAnswer);
    }
}
