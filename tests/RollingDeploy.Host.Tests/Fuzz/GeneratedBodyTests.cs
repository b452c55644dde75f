using System.Text;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>Every operation by JSON. One class for each protocol, so that they run side by side.</summary>
public sealed class JsonBodyTests(TestHost host, ITestOutputHelper output) : GeneratedBodies(host, output)
{
    public static TheoryData<string, string> Operations => FuzzedOperations.Where(_ => true);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Json_OfGeneratedBodies_IsAnsweredAsAwsDoes(string service, string operation) => Run(service, operation, Json);

    private static Sending Json(Service service, string operation, JsonTypeInfo type, Sampler sampler, Random random)
    {
        var body = random.Next(2) == 0
            ? Encoding.UTF8.GetBytes(Mutated.Of(sampler.Structure(type), random).Json)
            : BrokenBodies.Make(type, sampler, random);
        return service.TargetPrefix is { } prefix
            ? new("/", $"application/x-amz-json-{service.JsonVersion}", body, service.SigningNames[0], $"{prefix}.{operation}")
            : new($"/{service.Route}/{operation}", "application/json", body, service.SigningNames[0], null);
    }
}

/// <summary>Every operation of CloudWatch by CBOR.</summary>
public sealed class CborBodyTests(TestHost host, ITestOutputHelper output) : GeneratedBodies(host, output)
{
    public static TheoryData<string, string> Operations => FuzzedOperations.Where(service => service.SpeaksCbor);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Cbor_OfGeneratedBodies_IsAnsweredAsAwsDoes(string service, string operation) =>
        Run(service, operation, Cbor, offset: 250);

    private static Sending Cbor(Service service, string operation, JsonTypeInfo type, Sampler sampler, Random random)
    {
        var body = random.Next(2) == 0
            ? CborBodies.Of(Mutated.Of(sampler.Structure(type), random), type, random)
            : CborBodies.Broken(type, sampler, random);
        return new($"/service/{service.TargetPrefix}/operation/{operation}", "application/cbor", body, service.SigningNames[0], null);
    }
}

/// <summary>Every operation of CloudWatch by forms.</summary>
public sealed class QueryBodyTests(TestHost host, ITestOutputHelper output) : GeneratedBodies(host, output)
{
    public static TheoryData<string, string> Operations => FuzzedOperations.Where(service => service.Query is not null);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Query_OfGeneratedBodies_IsAnsweredAsAwsDoes(string service, string operation) =>
        Run(service, operation, Form, offset: 500);

    private static Sending Form(Service service, string operation, JsonTypeInfo type, Sampler sampler, Random random)
    {
        var head = $"Action={operation}&Version={service.Query!.Version}";
        var body = random.Next(2) == 0
            ? Forms.Of(Mutated.Of(sampler.Structure(type), random), head)
            : Forms.Broken(type, sampler, random, head);
        return new("/", "application/x-www-form-urlencoded", body, service.SigningNames[0], null);
    }
}
