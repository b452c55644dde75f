using RollingDeploy.Host.Tests.Durability;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Seeds;

/// <summary>Seeds are kept as a whole or not at all, so a crash leaves no world with only some of them.</summary>
public sealed class KeptSeedTests : IDisposable
{
    private const string Standard = "000000000000";

    private readonly SeedStage _stage = new();
    private readonly FakeStore _store = new();

    public KeptSeedTests() => _stage.Calls("a.json", SeedStage.Model, SeedStage.Config, SeedStage.Endpoint);

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Start_WithSeeds_KeepsThemTogether()
    {
        await using var host = _stage.Host(_store);

        _ = host.Server;

        _store.Groups[0].Should().Be(3);
    }

    [Fact]
    public async Task Reset_WithSeeds_KeepsThemTogether()
    {
        await using var host = _stage.Host(_store);
        await new Account(host, Standard).HasModel("old");
        _store.Groups.Clear();

        (await new Account(host, Standard).Ours("POST reset")).Status.Should().Be(204);

        _store.Groups[0].Should().BeGreaterThan(3, "the reset is one of them");
    }

    [Fact]
    public async Task Start_AfterACrashBeforeTheSeedsWereKept_AppliesThem()
    {
        await using (var host = _stage.Host(_store))
        {
            _ = host.Server;
        }

        using var begun = _store.Open(_store.LatestSnapshots()[0] with { Sequence = 0 });
        var crashed = new FakeStore();
        crashed.PutSnapshot(_store.LatestSnapshots()[0] with { Sequence = 0 }, begun);
        await using var next = _stage.Host(crashed);

        var endpoint = await new Account(next, Standard).SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""");

        endpoint.At("EndpointStatus").Should().Be("InService");
    }
}
