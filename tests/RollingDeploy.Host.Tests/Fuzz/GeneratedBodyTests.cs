using System.Text;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// Five hundred bodies for every operation, half of them right but for one member. Whatever is sent, the answer is AWS's, and a
/// refusal leaves the whole world as it was.
/// </summary>
public sealed class GeneratedBodyTests(TestHost host, ITestOutputHelper output)
{
    private const int Bodies = 500;
    private const int MostTold = 2000;
    private const string CborType = "application/cbor";

    // One defect breaks hundreds of bodies; a few of them tell it.
    private const int Shown = 3;

    public static TheoryData<string, string> JsonOperations => FuzzedOperations.Where(_ => true);

    public static TheoryData<string, string> CborOperations => FuzzedOperations.Where(service => service.SpeaksCbor);

    public static TheoryData<string, string> QueryOperations => FuzzedOperations.Where(service => service.Query is not null);

    [Theory]
    [MemberData(nameof(JsonOperations))]
    public async Task Json_OfGeneratedBodies_IsAnsweredAsAwsDoes(string service, string operation) =>
        await Run(FuzzedOperations.Find(service), operation, Json, number: FuzzedOperations.Number(service, operation));

    [Theory]
    [MemberData(nameof(QueryOperations))]
    public async Task Query_OfGeneratedBodies_IsAnsweredAsAwsDoes(string service, string operation) =>
        await Run(FuzzedOperations.Find(service), operation, Form, number: FuzzedOperations.Number(service, operation) + 500);

    [Theory]
    [MemberData(nameof(CborOperations))]
    public async Task Cbor_OfGeneratedBodies_IsAnsweredAsAwsDoes(string service, string operation) =>
        await Run(FuzzedOperations.Find(service), operation, Cbor, number: FuzzedOperations.Number(service, operation) + 250);

    private async Task Run(Service service, string operation, Func<Service, string, JsonTypeInfo, Sampler, Random, Sending> make, int number)
    {
        using var world = new FuzzedWorld(host, Account(number));
        var trial = new Trial(world, isReading: operation.StartsWith("List") || operation.StartsWith("Describe") || operation.StartsWith("Get"));
        await trial.Begin();

        var problems = new List<string>();
        for (var i = 0; i < Bodies && problems.Count < Shown; i++)
        {
            var seed = (number * Bodies) + i;
            var random = new Random(seed);
            var sampler = new Sampler(random, Account(number), operation, isExtreme: i % 3 == 2);
            var sending = make(service, operation, service.Find(operation)!.Input, sampler, random);
            if (await trial.Try(sending) is { } problem)
            {
                problems.Add($"seed {seed}: {problem}\n{Told(sending)}");
                await trial.Begin();
            }
        }

        output.WriteLine($"{operation}: {trial.Taken} of {Bodies} taken");
        problems.Should().BeEmpty();
        (await trial.Renew()).Should().BeNull();
    }

    // None that other tests are given.
    private static string Account(int number) => $"9{number:D11}";

    private static string Told(Sending sending)
    {
        var text = sending.ContentType == CborType ? Convert.ToHexString(sending.Body) : Encoding.UTF8.GetString(sending.Body);
        return $"to {sending.Target ?? sending.Path} {(text.Length <= MostTold ? text : $"{text[..MostTold]}... ({text.Length} characters)")}";
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

    private static Sending Cbor(Service service, string operation, JsonTypeInfo type, Sampler sampler, Random random)
    {
        var body = random.Next(2) == 0
            ? CborBodies.Of(Mutated.Of(sampler.Structure(type), random), type, random)
            : CborBodies.Broken(type, sampler, random);
        return new($"/service/{service.TargetPrefix}/operation/{operation}", CborType, body, service.SigningNames[0], null);
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
