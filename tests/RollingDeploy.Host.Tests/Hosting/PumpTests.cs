using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

public sealed class PumpTests : IAsyncDisposable
{
    private readonly TestHost _host = TestHost.With(("RollingDeploy:Clock:Mode", "real"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Pump_WithTwoWorlds_CarriesBothOut()
    {
        var (one, other) = (_host.NewAccount(), _host.NewAccount());
        await Create(one);
        await Create(other);

        await _host.Time.AdvanceThroughTimer(TimeSpan.FromSeconds(6));

        await Eventually.Holds(() => Status(one) == EndpointStatus.InService, "the first world stands still");
        await Eventually.Holds(() => Status(other) == EndpointStatus.InService, "the second world stands still");
    }

    [Fact]
    public async Task Pump_WhenAWorldThrows_GoesOnWithItAndWithTheOthers()
    {
        var (broken, sound) = (_host.NewAccount(), _host.NewAccount());
        var world = broken.Session.World;
        world.Schedule.Add(world.Now.AddSeconds(1), DueKind.Fleet, new Owner("a region that is not there", "x"));
        await Create(broken);
        await Create(sound);

        await _host.Time.AdvanceThroughTimer(TimeSpan.FromSeconds(2));
        await _host.Time.AdvanceThroughTimer(TimeSpan.FromSeconds(4));

        await Eventually.Holds(() => Status(sound) == EndpointStatus.InService, "the pump died");
        await Eventually.Holds(() => Status(broken) == EndpointStatus.InService, "the world was given up");
    }

    [Fact]
    public async Task Pump_OnceADeploymentIsDone_WaitsForTheNextMinuteOfMetrics()
    {
        var account = _host.NewAccount();
        await Create(account);
        await _host.Time.AdvanceThroughTimer(TimeSpan.FromSeconds(6));

        await Eventually.Holds(() => Status(account) == EndpointStatus.InService, "the pump did not carry it out");

        // It was done six seconds into a minute.
        await Eventually.Holds(() => !_host.Time.IsArmedFor(TimeSpan.FromSeconds(50)), "the pump wakes up for nothing");
        await Eventually.Holds(() => _host.Time.IsArmedFor(TimeSpan.FromSeconds(60)), "the pump forgets what is published every minute");
    }

    [Fact]
    public async Task Pump_AfterADay_HasRunEveryMinuteOfAnAlarm()
    {
        var account = _host.NewAccount();
        await account.HasAlarm();

        await _host.Time.AdvanceThroughTimer(TimeSpan.FromDays(1));

        await Eventually.Holds(
            () => account.World.Read(world => world.Now) == new DateTimeOffset(2030, 1, 2, 0, 0, 0, TimeSpan.Zero), "the pump lags behind");
    }

    private static async Task Create(Account account)
    {
        await account.HasModel();
        await account.HasConfig("blue", 2);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
    }

    private static EndpointStatus Status(Account account) =>
        account.World.Read(world => world.Regions.Single().Endpoints.Get("demo").Status);
}
