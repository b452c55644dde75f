using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>How virtual time follows the wall clock in each mode, seen from inside so that no call moves it on.</summary>
public sealed class ClockModeTests : IAsyncDisposable
{
    private readonly TestHost _host = TestHost.With(("RollingDeploy:Clock:Mode", "real"));
    private readonly Account _account;

    public ClockModeTests() => _account = _host.NewAccount();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Real_AsTheWallClockMoves_CarriesADeploymentOutWithoutAnyCall()
    {
        await Create();

        await _host.Time.AdvanceThroughTimer(TimeSpan.FromSeconds(6));

        await Eventually.Holds(() => Status() == EndpointStatus.InService, "the pump did not carry it out");
    }

    [Fact]
    public async Task Real_AfterAJump_KeepsItsOffset()
    {
        await _account.Ours("PUT clock", """{"now":"2030-03-01T00:00:00Z"}""");

        _host.Time.Advance(TimeSpan.FromSeconds(90));

        (await _account.Ours("GET clock")).At("now").Should().Be("2030-03-01T00:01:30Z");
    }

    [Fact]
    public async Task Real_AfterAnAdvance_GoesOnFromThere()
    {
        await _account.Advances(3600);

        _host.Time.Advance(TimeSpan.FromSeconds(5));

        (await _account.Ours("GET clock")).At("now").Should().Be("2030-01-01T01:00:05Z");
    }

    [Fact]
    public async Task Real_WhenTheWallClockIsSetBack_GoesOnAtTheMachinesPace()
    {
        await _account.Ours("GET clock");
        await Create();

        _host.Time.SetBack(TimeSpan.FromHours(4));
        _host.Time.Advance(TimeSpan.FromSeconds(90));

        (await _account.Ours("GET clock")).At("now").Should().Be("2030-01-01T00:01:30Z");
        (await _account.Describes()).At("EndpointStatus").Should().Be("InService");
    }

    [Fact]
    public async Task Scaled_ByASpeedOf60_NeedsASixtiethOfTheTime()
    {
        await _account.Ours("PUT clock", """{"mode":"scaled","speed":60}""");
        await Create();

        await _host.Time.AdvanceThroughTimer(TimeSpan.FromMilliseconds(100));

        await Eventually.Holds(() => Status() == EndpointStatus.InService, "the pump did not carry it out");
        (await _account.Ours("GET clock")).At("now").Should().Be("2030-01-01T00:00:06Z");
    }

    [Fact]
    public async Task Frozen_AsTheWallClockMoves_StandsStill()
    {
        await _account.Ours("PUT clock", """{"mode":"frozen"}""");
        await Create();

        _host.Time.Advance(TimeSpan.FromDays(1));

        (await _account.Describes()).At("EndpointStatus").Should().Be("Creating");
        (await _account.Ours("GET clock")).At("now").Should().Be("2030-01-01T00:00:00Z");
        _host.Time.IsArmedFor(TimeSpan.FromDays(1)).Should().BeFalse();
    }

    [Fact]
    public async Task Skip_WhileAnEndpointIsInTransition_NeedsNoWallTime()
    {
        await _account.Ours("PUT clock", """{"mode":"skip"}""");

        await Create();

        await Eventually.Holds(() => Status() == EndpointStatus.InService, "the pump did not leap");
        (await _account.Ours("GET clock")).At("now").Should().Be("2030-01-01T00:00:05Z");
    }

    [Fact]
    public async Task Skip_WhileNothingIsInTransition_FollowsTheWallClock()
    {
        await _account.Ours("PUT clock", """{"mode":"skip"}""");

        _host.Time.Advance(TimeSpan.FromSeconds(30));

        (await _account.Ours("GET clock")).At("now").Should().Be("2030-01-01T00:00:30Z");
    }

    [Fact]
    public async Task Skip_ClockCommandsWhileItLeaps_AreNotRefused()
    {
        await _account.Ours("PUT clock", """{"mode":"skip"}""");

        foreach (var _ in Enumerable.Range(0, 20))
        {
            await Create();
            (await _account.Ours("PUT clock", """{"mode":"skip"}""")).Status.Should().Be(200);
            (await _account.Ours("POST reset")).Status.Should().Be(204);
            await _account.Ours("PUT clock", """{"mode":"skip"}""");
        }
    }

    private async Task Create()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 2);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
    }

    private EndpointStatus Status() => _account.World.Read(world => world.Regions.Single().Endpoints.Get("demo").Status);
}
