using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Durability;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Webhooks;

/// <summary>What a webhook gets.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private HookServer _hook = null!;

    public async ValueTask InitializeAsync() => _hook = await HookServer.Start();

    public ValueTask DisposeAsync() => _hook.DisposeAsync();

    [Fact]
    public async Task Event_OfACall_IsSent()
    {
        await using var host = TestHost.With(("RollingDeploy:Webhooks:0:Url", $"{_hook.Url}?token=1"));
        var account = host.NewAccount();

        await account.HasModel();

        var sent = (await _hook.Has(2))[1];
        sent.Path.Should().Be("/hook?token=1");
        sent.ToString().Should().Be($"{account.Id} 1-2 resourceCreated");
        sent.Headers["Content-Type"].Should().Be("application/json");
        sent.Json.At("subject.name").Should().Be("model");
    }

    [Fact]
    public async Task Events_OfADeployment_AreThoseOfTheRouteInTheirOrder()
    {
        await using var host = Host();
        var account = host.NewAccount();
        await account.HasEndpoint();
        await account.HasAlarm();
        await account.Updates(Policies.Canary);
        await account.AdvanceUntil("InService");

        var page = (await account.Send(
            HttpMethod.Get, $"/_rollingdeploy/events?account={account.Id}&wait=false&after=0&limit=1000", null as string, null)).Json;
        var all = page["events"]!.AsArray();
        var sent = await _hook.Has(all.Count);

        all.Should().HaveCountGreaterThan(30);
        sent.Select(each => JsonNode.Parse(each.Body)!.ToJsonString()).Should().Equal(all.Select(each => each!.ToJsonString()));
    }

    [Fact]
    public async Task Events_OfTwoAccounts_AreBothSent()
    {
        await using var host = Host();
        var (one, other) = (host.NewAccount(), host.NewAccount());

        await one.HasModel();
        await other.HasModel();

        (await _hook.Has(2, one)).Select(each => each.Id).Should().Equal("1-1", "1-2");
        (await _hook.Has(2, other)).Select(each => each.Id).Should().Equal("1-1", "1-2");
    }

    [Fact]
    public async Task Events_AfterAReset_BeginTheNextEpoch()
    {
        await using var host = Host();
        var account = host.NewAccount();
        await account.HasModel();

        await account.Ours("POST reset");
        await account.HasModel();

        (await _hook.Has(5)).Select(each => each.Id).Should().Equal("1-1", "1-2", "1-3", "2-1", "2-2");
    }

    [Fact]
    public async Task Kinds_ThatAreNamed_AreTheOnlyOnes()
    {
        await using var host = Host(("Kinds", "statusChanged, bakeStarted"));
        var account = host.NewAccount();

        await account.HasEndpoint();

        (await _hook.Has(2)).Select(each => each.Kind).Should().OnlyContain(kind => kind == "statusChanged");
    }

    [Fact]
    public async Task Format_OfEventBridge_HasItsShape()
    {
        await using var host = Host(("Format", "EventBridge"));
        var account = host.NewAccount();

        await account.HasModel();

        var sent = (await _hook.Has(1))[0];
        sent.Kind.Should().Be("SageMaker Model State Change");
        sent.Json.At("detail-type").Should().Be(sent.Kind);
        sent.Json.At("account").Should().Be(account.Id);
    }

    [Fact]
    public async Task Event_ThatIsNotKeptYet_IsNotSent()
    {
        var store = new FakeStore();
        await using var host = TestHost.With(store, ("RollingDeploy:Webhooks:0:Url", _hook.Url));
        var account = host.NewAccount();
        await account.HasModel("first");
        await _hook.Has(2);
        store.Hold();
        var call = account.HasModel("second");
        await Eventually.Holds(() => account.World.Log.Last == 3, "the model is not there");

        _hook.Accepted.Should().HaveCount(2);
        store.Release();
        await call;

        (await _hook.Has(3)).Select(each => each.Id).Should().Equal("1-1", "1-2", "1-3");
    }

    [Fact]
    public async Task Events_AfterCommandsWereLost_GoOn()
    {
        var store = new FakeStore();
        await using var host = TestHost.With(store, ("RollingDeploy:Webhooks:0:Url", _hook.Url));
        var account = host.NewAccount();
        await account.HasModel("first");
        await _hook.Has(2);
        store.IsBroken = true;
        (await account.CreatesModel("ROLLINGDEPLOY_ERROR_RATE", "0.1", "lost")).Status.Should().Be(503);
        store.IsBroken = false;
        await Eventually.Holds(
            () =>
            {
                host.Time.Advance(TimeSpan.FromSeconds(1));
                return account.CreatesModel("ROLLINGDEPLOY_ERROR_RATE", "0.1", "second").Result.Status == 200;
            },
            "nothing can be kept");

        (await _hook.Has(3)).Select(each => each.Id).Should().Equal("1-1", "1-2", "1-3");
        _hook.Accepted[2].Json.At("subject.name").Should().Be("second");
    }

    private TestHost Host(params (string Name, string Value)[] more) => TestHost.With(
    [
        ("RollingDeploy:Webhooks:0:Url", _hook.Url), .. more.Select(each => ($"RollingDeploy:Webhooks:0:{each.Name}", each.Value)),
    ]);
}
