using System.Text;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// That what is mutated was right before: without it, five hundred bodies would test one check each five hundred times.
/// </summary>
public sealed class SamplerTests(TestHost host, ITestOutputHelper output)
{
    private const int Bodies = 40;

    public static TheoryData<string, string> Operations => FuzzedOperations.Where(service => service.TargetPrefix is not null);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Structure_OfEveryOperation_KeepsItsConstraints(string service, string operation)
    {
        var found = FuzzedOperations.Find(service);
        var account = $"9{FuzzedOperations.Number(service, operation) + 800:D11}";
        using var world = new FuzzedWorld(host, account);
        await world.Prepare();

        var answers = new List<Answer>();
        for (var seed = 0; seed < Bodies; seed++)
        {
            answers.Add(await world.Send(Sending(found, operation, new Sampler(new Random(seed), account, operation))));
            await (StatePrinter.Hash(world.World) == world.Prepared ? Task.CompletedTask : world.Prepare());
        }

        var refusals = answers.Where(answer => answer.Status != 200).ToList();
        output.WriteLine($"{operation}: {Bodies - refusals.Count} of {Bodies} taken");
        refusals.Take(8).ToList().ForEach(answer => output.WriteLine(answer.Text));
        refusals.Should().NotContain(answer => answer.Text.Contains("detected: ") || answer.Text.Contains("SerializationException"));
    }

    private static Sending Sending(Service service, string operation, Sampler sampler) => new(
        "/",
        $"application/x-amz-json-{service.JsonVersion}",
        Encoding.UTF8.GetBytes(sampler.Structure(service.Find(operation)!.Input).ToJsonString()),
        service.SigningNames[0],
        $"{service.TargetPrefix}.{operation}");
}
