using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>What a host does with the state of the one before.</summary>
public sealed class RestartTests : IDisposable
{
    private static readonly string[] Questions =
    [
        "GET endpoints/demo/journal", "GET endpoints/demo/deployments", "GET clock", "GET faults", "GET quotas",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly string _account = "123456789012";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Deployment_InTheMiddleOfARestart_EndsAsWithoutOne()
    {
        var whole = await Run("whole", static async account =>
        {
            await account.BeginsRolling(wait: 600, seconds: 700);
            return await EndRolling(account);
        });

        await Run("cut", async account =>
        {
            await account.BeginsRolling(wait: 600, seconds: 700);
            return "";
        });
        var cut = await Run("cut", EndRolling);

        cut.Should().Be(whole);
    }

    [Fact]
    public async Task Answers_AfterARestart_AreTheSame()
    {
        var before = await Run("state", static async account =>
        {
            await account.BeginsRolling(wait: 600, seconds: 700);
            await account.Ours("POST faults", """{"kind":"slowLaunch"}""");
            await account.Ours("PUT quotas/ml.m5.large", """{"limit":40}""");
            return await Answers(account);
        });

        (await Run("state", Answers)).Should().Be(before);
    }

    [Fact]
    public async Task Clock_ThatWasChanged_GoesOnAsItWas()
    {
        await Run("state", static async account =>
        {
            await account.HasModel();
            return (await account.Ours("PUT clock", """{"mode":"scaled","speed":60}""")).Text;
        });

        var clock = await Run("state", static async account => (await account.Ours("GET clock")).Text);

        clock.Should().Contain("\"mode\":\"scaled\"").And.Contain("\"speed\":60");
    }

    [Fact]
    public async Task Import_ThenARestart_IsStillThere()
    {
        var state = await Run("one", static async account =>
        {
            await account.BeginsRolling(wait: 600, seconds: 700);
            return (await account.Ours("GET state")).Text;
        });
        var imported = await Run("other", async account =>
        {
            await account.HasModel("gone");
            (await account.Ours("PUT state", state)).Status.Should().Be(204);
            return await Answers(account);
        });

        (await Run("other", Answers)).Should().Be(imported);
        (await Run("other", EndRolling)).Should().Be(await Run("one", EndRolling));
    }

    [Fact]
    public async Task Settings_OfTheNextRun_HoldFromThenOn()
    {
        await Run("state", static async account =>
        {
            await account.HasEndpoint();
            return "";
        });

        var launching = await Run("state", static async account =>
        {
            await account.Does("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green"}""");
            await account.Ours("POST clock/advance", """{"seconds":60}""");
            return (await account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""")).Text;
        }, TimeSpan.Zero, ("RollingDeploy:Fleet:LaunchSeconds", "600"));

        launching.Should().Contain("\"EndpointStatus\":\"Updating\"");
    }

    [Fact]
    public async Task Stop_OfAHost_LeavesASnapshotAndNoCommands()
    {
        await Run("state", static async account =>
        {
            await account.BeginsRolling(wait: 600, seconds: 700);
            return "";
        });

        using var store = SqliteStateStore.Open(Path.Combine(_folder.FullName, "state"));

        store.LatestSnapshots().Should().ContainSingle().Which.Sequence.Should().BeGreaterThan(5);
        store.ReadAfter(_account, 0).Should().BeEmpty();
    }

    [Fact]
    public async Task Reset_ThenARestart_LeavesTheWorldEmpty()
    {
        await Run("state", static async account =>
        {
            await account.HasModel("old");
            await account.Ours("POST reset");
            await account.HasModel("new");
            return "";
        });

        var models = await Run("state", static async account => (await account.SageMaker("ListModels", "{}")).Text);

        models.Should().Contain("new").And.NotContain("old");
    }

    [Theory]
    [InlineData("real", null, 600)]
    [InlineData("real", "stops", 0)]
    [InlineData("scaled", null, 0)]
    [InlineData("scaled", "passes", 6000)]
    [InlineData("frozen", "passes", 0)]
    public async Task TimeAway_ByModeAndSetting_PassesOrStops(string mode, string? away, int seconds)
    {
        (string, string)[] settings =
        [
            ("RollingDeploy:Clock:Mode", mode), ("RollingDeploy:Clock:Speed", "10"),
            .. away is null ? Array.Empty<(string, string)>() : [("RollingDeploy:TimeAway", away)],
        ];
        var before = await Run("state", static async account =>
        {
            await account.HasModel();
            return await Now(account);
        }, TimeSpan.Zero, settings);

        var after = await Run("state", Now, TimeSpan.FromMinutes(10), settings);

        (DateTimeOffset.Parse(after, null) - DateTimeOffset.Parse(before, null)).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    private static async Task<string> Now(Account account) => (await account.Ours("GET clock")).Json["now"]!.GetValue<string>();

    private static async Task<string> EndRolling(Account account)
    {
        await account.Ours("POST clock/advance", """{"until":{"endpoint":"demo","status":"InService"}}""");
        return await Answers(account);
    }

    private static async Task<string> Answers(Account account)
    {
        var answers = new List<Answer>
        {
            await account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}"""),
            await account.SageMaker("ListModels", "{}"),
        };
        foreach (var question in Questions)
        {
            answers.Add(await account.Ours(question));
        }

        return string.Join('\n', answers.Select(answer => answer.Text));
    }

    private Task<string> Run(string file, Func<Account, Task<string>> use) => Run(file, use, TimeSpan.Zero);

    private async Task<string> Run(
        string file, Func<Account, Task<string>> use, TimeSpan later, params (string Key, string Value)[] settings)
    {
        await using var host = TestHost.With(
            [("RollingDeploy:StatePath", Path.Combine(_folder.FullName, file)), .. settings]);
        host.Time.Advance(later);
        return await use(new Account(host, _account));
    }
}
