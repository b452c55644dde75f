using System.Text;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// Five hundred bodies for every operation, half of them right but for one member. Whatever is sent, the answer is AWS's, and a
/// refusal leaves the whole world as it was.
/// </summary>
public sealed class GeneratedBodyTests(FuzzHost host, ITestOutputHelper output) : IClassFixture<FuzzHost>
{
    private const int Bodies = 500;

    public static TheoryData<string, string> JsonOperations => FuzzedOperations.Where(_ => true);

    public static TheoryData<string, string> QueryOperations => FuzzedOperations.Where(service => service.Query is not null);

    [Theory]
    [MemberData(nameof(JsonOperations))]
    public async Task Json_OfGeneratedBodies_IsAnsweredAsAwsDoes(string service, string operation) =>
        await Run(FuzzedOperations.Find(service), operation, Json, account: FuzzedOperations.Number(service, operation));

    [Theory]
    [MemberData(nameof(QueryOperations))]
    public async Task Query_OfGeneratedBodies_IsAnsweredAsAwsDoes(string service, string operation) =>
        await Run(FuzzedOperations.Find(service), operation, Form, account: FuzzedOperations.Number(service, operation) + 500);

    private async Task Run(Service service, string operation, Func<Service, string, JsonTypeInfo, Sampler, Random, Sending> make, int account)
    {
        using var stage = new Stage(host, $"{account:D12}");
        await stage.Prepare();
        var type = service.Find(operation)!.Input;
        var trial = new Trial(stage, isReading: operation.StartsWith("List") || operation.StartsWith("Describe") || operation.StartsWith("Get"));
        for (var i = 0; i < Bodies; i++)
        {
            var seed = (account * Bodies) + i;
            var random = new Random(seed);
            await trial.Try(make(service, operation, type, new Sampler(random, $"{account:D12}"), random), seed);
        }

        output.WriteLine($"{operation}: {trial.Taken} of {Bodies} taken");
        trial.Problems.Should().BeEmpty();
    }

    private static Sending Json(Service service, string operation, JsonTypeInfo type, Sampler sampler, Random random)
    {
        var body = random.Next(2) == 0
            ? Encoding.UTF8.GetBytes(Mutated.Of(sampler.Structure(type), random).Json)
            : BrokenBodies.Make(type, sampler, random);
        return service.TargetPrefix is { } prefix
            ? new("/", $"application/x-amz-json-{service.JsonVersion}", body, service.SigningNames[0], $"{prefix}.{operation}")
            : new($"/{service.Route}/{operation}", "application/json", body, service.SigningNames[0], null);
    }

    private static Sending Form(Service service, string operation, JsonTypeInfo type, Sampler sampler, Random random)
    {
        var head = $"Action={operation}&Version={service.Query!.Version}";
        var body = random.Next(2) == 0
            ? Forms.Of(Mutated.Of(sampler.Structure(type), random), head)
            : Forms.Broken(type, sampler, random, head);
        return new("/", "application/x-www-form-urlencoded", body, service.SigningNames[0], null);
    }
}
