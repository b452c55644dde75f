using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Webhooks;

/// <summary>After a restart, webhooks go on where they were.</summary>
public sealed class WebhookRestartTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly string _account = "123456789012";
    private HookServer _hook = null!;

    public async ValueTask InitializeAsync() => _hook = await HookServer.Start();

    public async ValueTask DisposeAsync()
    {
        await _hook.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Events_AfterAStop_FollowThoseBefore()
    {
        await Run("state", async account =>
        {
            await account.HasModel("first");
            await _hook.Has(2);
        });

        await Run("state", async account =>
        {
            await account.HasModel("second");
            await _hook.Has(3);
        });

        Ids().Should().Equal("1-1", "1-2", "1-3");
    }

    [Fact]
    public async Task Reset_AfterARestart_IsSentLikeAllEvents()
    {
        await Run("state", async account =>
        {
            await account.HasModel("first");
            await _hook.Has(2);
        });

        await Run("state", async account =>
        {
            (await account.Ours("POST reset")).Status.Should().Be(204);
            await Eventually.Holds(() => Ids().Contains("2-1"), "not all were sent");
        });

        Ids().Should().Equal("1-1", "1-2", "1-3", "2-1");
        _hook.Accepted.Select(each => each.Kind).Should().Contain("worldReset").And.NotContain("missed");
    }

    [Theory]
    [InlineData("native", "resourceCreated")]
    [InlineData("eventbridge", "SageMaker Model State Change")]
    public async Task Events_ThatWaitedWhenTheHostStopped_AreSentAfterwards(string format, string kind)
    {
        var settings = ("RollingDeploy:Webhooks:0:Format", format);
        _hook.Status = _ => 500;
        await Run("state", async account =>
        {
            await account.HasModel("first");
            await account.HasModel("second");
            await Eventually.Holds(() => _hook.Refused > 0, "nothing was sent");
        }, settings);

        _hook.Status = _ => 200;
        await Run("state", async account =>
        {
            await account.HasModel("third");
            await Eventually.Holds(() => _hook.Accepted.Count(each => each.Kind == kind) == 3, "not all were sent");
        }, settings);

        Ids().Where(id => id != "1-1").Should().Equal("1-2", "1-3", "1-4");
    }

    [Fact]
    public async Task Events_AfterAKill_AreSentAtLeastOnce()
    {
        await Run("state", async account =>
        {
            await account.HasModel("first");
            await _hook.Has(2);
            _hook.Status = _ => 500;
            await account.HasModel("second");
            await account.HasModel("third");
            await Eventually.Holds(() => _hook.Refused > 0, "nothing was sent");

            // What a killed process leaves.
            File.Copy(Path.Combine(_folder.FullName, "state"), Path.Combine(_folder.FullName, "killed"));
            File.Copy(Path.Combine(_folder.FullName, "state-wal"), Path.Combine(_folder.FullName, "killed-wal"));
        });

        _hook.Status = _ => 200;
        await Run("killed", async account =>
        {
            await account.HasModel("fourth");
            await Eventually.Holds(() => Ids().Contains("1-5"), "not all were sent");
        });

        Ids().Distinct().Should().Equal("1-1", "1-2", "1-3", "1-4", "1-5");
    }

    [Fact]
    public async Task Notification_ThatWaitedWhenTheHostStopped_IsSentAfterwards()
    {
        const string Arn = "arn:aws:sns:us-east-1:123456789012:alarms";
        (string, string)[] settings = [("RollingDeploy:Topics:0:Arn", Arn), ("RollingDeploy:Topics:0:Url", $"{_hook.Url}/topic")];
        _hook.Status = hooked => hooked.Path == "/hook/topic" ? 500 : 200;
        await Run("state", async account =>
        {
            await account.CloudWatch("PutMetricAlarm", $$"""
                {"AlarmName":"errors","Namespace":"MyApp","MetricName":"Errors","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold","AlarmActions":["{{Arn}}"]}
                """);
            await account.SetsAlarm("OK");
            await account.SetsAlarm("ALARM");
        }, settings);

        _hook.Status = _ => 200;
        await Run("state", _ => Eventually.Holds(() => _hook.Accepted.Any(each => each.Path == "/hook/topic"), "it was not sent"), settings);

        _hook.Accepted.Single(each => each.Path == "/hook/topic").Json.At("Message").Should().Contain("\"OldStateValue\":\"OK\"");
    }

    [Fact]
    public async Task Webhook_ThatIsNew_BeginsAtThePresent()
    {
        await Run("state", account => account.HasModel("first"), ("RollingDeploy:Webhooks:0:Url", ""));

        await Run("state", async account =>
        {
            await account.HasModel("second");
            await _hook.Has(1);
        });

        Ids().Should().Equal("1-3");
    }

    private IEnumerable<string> Ids() => _hook.Accepted.Select(each => each.Id);

    private async Task Run(string file, Func<Account, Task> use, params (string Key, string Value)[] settings)
    {
        var hasWebhook = settings is not [(_, "")];
        await using var host = TestHost.With(
        [
            ("RollingDeploy:StatePath", Path.Combine(_folder.FullName, file)),
            .. hasWebhook ? [("RollingDeploy:Webhooks:0:Url", _hook.Url), .. settings] : Array.Empty<(string, string)>(),
        ]);
        await use(new Account(host, _account));
    }
}
