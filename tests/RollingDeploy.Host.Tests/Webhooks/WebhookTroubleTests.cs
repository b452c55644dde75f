using Microsoft.Extensions.DependencyInjection;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Webhooks;

namespace RollingDeploy.Host.Tests.Webhooks;

/// <summary>A webhook that does not accept events holds nobody up, and is told what it has missed.</summary>
public sealed class WebhookTroubleTests : IAsyncLifetime
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(31);

    private HookServer _hook = null!;

    public async ValueTask InitializeAsync() => _hook = await HookServer.Start();

    public ValueTask DisposeAsync() => _hook.DisposeAsync();

    [Fact]
    public async Task Event_ThatIsRefusedAtFirst_IsSentAgain()
    {
        await using var host = Host();
        var account = host.NewAccount();
        var answers = new Queue<int>([500, 503]);
        _hook.Status = _ => answers.TryDequeue(out var status) ? status : 200;

        await account.HasModel();
        await Until(host, () => _hook.Accepted.Count == 2);

        _hook.Accepted.Select(each => each.Id).Should().Equal("1-1", "1-2");
        _hook.Refused.Should().Be(2);
        host.Warnings.With("has not accepted").Should().ContainSingle().Which.Should().Be(
            $"Warning: The webhook {_hook.Url} has not accepted the event 1-1 of account {account.Id}. It answered 500. RollingDeploy tries again for 300 s.");
    }

    [Fact]
    public async Task Event_ThatIsRefusedForAnHour_IsGivenUpAndTold()
    {
        await using var host = Host(("RollingDeploy:Webhooks:0:GiveUpSeconds", "3600"));
        var account = host.NewAccount();
        _hook.Status = _ => 500;
        await account.HasModel("first");
        var start = host.Time.GetUtcNow();
        var calls = 0;

        await Until(host, () =>
        {
            calls += account.SageMaker("ListModels", "{}").Result.Status == 200 ? 1 : 0;
            return host.Warnings.With("is given up").Any();
        });
        _hook.Status = _ => 200;
        await Until(host, () => _hook.Accepted.Count == 2);

        calls.Should().BeGreaterThan(50);
        (host.Time.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromHours(1));
        host.Warnings.With("is given up").Should().ContainSingle().Which.Should().Be(
            $"Warning: The event 1-1 of account {account.Id} is given up: the webhook {_hook.Url} has not accepted it in 3600 s.");
        _hook.Accepted.Select(each => $"{each.Id} {each.Kind}").Should().Equal("1-1 missed", "1-2 resourceCreated");
        _hook.Accepted[0].Json.ToJsonString().Should().Be(
            """{"epoch":1,"kind":"missed","sentence":"The event 1-1 was given up, because it was not accepted in time.","from":"1-1","to":"1-1"}""");
    }

    [Fact]
    public async Task Redirect_OfAWebhook_IsNotFollowed()
    {
        await using var host = Host();
        var account = host.NewAccount();
        var first = 302;
        _hook.Status = hooked => hooked.Path == "/hook" ? Interlocked.Exchange(ref first, 200) : 404;

        await account.HasModel();
        await Until(host, () => _hook.Accepted.Count == 2);

        _hook.Refused.Should().Be(1);
        _hook.Accepted.Should().OnlyContain(each => each.Path == "/hook");
        host.Warnings.With("It answered 302.").Should().ContainSingle();
    }

    [Fact]
    public async Task Webhook_ThatHangs_HoldsUpNoOther()
    {
        await using var other = await HookServer.Start();
        await using var host = Host(("RollingDeploy:Webhooks:1:Url", other.Url));
        var account = host.NewAccount();
        _hook.Status = _ => null;

        await account.HasModel("first");
        await account.HasModel("second");

        (await other.Has(3)).Select(each => each.Id).Should().Equal("1-1", "1-2", "1-3");
        await Eventually.Holds(() => _hook.Refused == 1, "nothing was sent");
        _hook.Status = _ => 200;
        host.Time.Advance(Sender.AttemptLimit);
        // The time of the other webhook goes on too, so some events may be sent twice.
        await Until(host, () => _hook.Accepted.DistinctBy(each => each.Id).Count() == 3);
        _hook.Accepted.Select(each => each.Id).Distinct().Should().Equal("1-1", "1-2", "1-3");
        host.Warnings.With("It did not answer in 10 s.").Should().Contain(line => line.Contains(_hook.Url));
    }

    [Fact]
    public async Task Webhook_ThatRefusesOneAccount_GetsTheEventsOfOthers()
    {
        await using var host = Host();
        var (one, other) = (host.NewAccount(), host.NewAccount());
        _hook.Status = hooked => hooked.Account == one.Id ? 500 : 200;

        await one.HasModel();
        await other.HasModel();

        (await _hook.Has(2, other)).Select(each => each.Id).Should().Equal("1-1", "1-2");
    }

    [Fact]
    public async Task Webhook_ThatIsTooSlowForTheLog_IsToldWhatWasDropped()
    {
        await using var host = Host(("RollingDeploy:Webhooks:0:Kinds", "resourceCreated"));
        var account = host.NewAccount();
        _hook.Status = _ => null;
        await account.HasModel("first");
        await Eventually.Holds(() => _hook.Refused == 1, "nothing was sent");
        var call = """{"limit":4}""";
        while (account.World.Log.Last < 10_100)
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => account.Ours("PUT quotas/ml.m5.large", call)));
        }

        await account.HasModel("last");
        _hook.Status = _ => 200;
        var last = account.World.Log.Last;
        host.Time.Advance(Sender.AttemptLimit);
        await Until(host, () => _hook.Accepted.Count == 3);

        _hook.Accepted.Select(each => each.Id).Should().Equal("1-2", $"1-{last - 10_000}", $"1-{last}");
        _hook.Accepted[1].Json.At("sentence").Should().Be(
            $"{last - 10_000 - 2} events were dropped before they were read, from 1-3 to 1-{last - 10_000}.");
    }

    // The time of the machine goes on while an event waits until it is sent again.
    private static Task Until(TestHost host, Func<bool> condition)
    {
        var sender = host.Services.GetRequiredService<Sender>();
        return Eventually.Holds(
            () =>
            {
                if (!condition())
                {
                    host.Time.Advance(sender.Resting > 0 && host.Time.IsArmedFor(Step) ? Step : TimeSpan.Zero);
                }

                return condition();
            },
            "it did not happen");
    }

    private TestHost Host(params (string Key, string Value)[] more) =>
        TestHost.With([("RollingDeploy:Webhooks:0:Url", _hook.Url), .. more]);
}
