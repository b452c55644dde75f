using System.Text;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// Five hundred bodies for every operation, half of them right but for one member. Whatever is sent, the answer is AWS's, and a
/// refusal leaves the whole world as it was.
/// </summary>
public abstract class GeneratedBodies(TestHost host, ITestOutputHelper output)
{
    private const int Bodies = 500;
    private const int MostTold = 2000;

    // One defect breaks hundreds of bodies; a few of them tell it.
    private const int Shown = 3;

    /// <summary>Sends them. Accounts and seeds are numbered, from <paramref name="offset"/> on: none is used twice.</summary>
    private protected async Task Run(
        string serviceName, string operation, Func<Service, string, JsonTypeInfo, Sampler, Random, Sending> make, int offset = 0)
    {
        var service = FuzzedOperations.Find(serviceName);
        var number = FuzzedOperations.Number(serviceName, operation) + offset;
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
        var text = sending.ContentType == "application/cbor" ? Convert.ToHexString(sending.Body) : Encoding.UTF8.GetString(sending.Body);
        return $"to {sending.Target ?? sending.Path} {(text.Length <= MostTold ? text : $"{text[..MostTold]}... ({text.Length} characters)")}";
    }
}
