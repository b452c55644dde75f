using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>A world leaves one host in a file, and goes on in another one.</summary>
public sealed class StateRoutesTests : IAsyncDisposable
{
    private readonly TestHost _one = TestHost.With();
    private readonly TestHost _other = TestHost.With(("RollingDeploy:Clock:Start", "2040-01-01T00:00:00Z"));

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Deployment_ExportedAtItsThirdBatch_EndsElsewhereAsItWouldHave()
    {
        var (here, there) = (Of(_one), Of(_other));
        await here.BeginsRolling(wait: 3600, seconds: 7800);
        var state = await here.Ours("GET state");

        (await there.Ours("PUT state", state.Text)).Status.Should().Be(204);

        (await Seen(there)).Should().Be(await Seen(here));
        (await Ended(there)).Should().Be(await Ended(here));
    }

    [Fact]
    public async Task Export_OfAnImportedWorld_IsTheSameButForItsEpoch()
    {
        var (here, there) = (Of(_one), Of(_other));
        await here.BeginsRolling(wait: 3600, seconds: 7800);
        var state = (await here.Ours("GET state")).Text;
        await there.Ours("PUT state", state);

        var again = (await there.Ours("GET state")).Text;

        again.Should().Be(state.Replace("\"epoch\":1", "\"epoch\":2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_OfAnotherAccount_NeedsAWord()
    {
        var (here, there) = (Of(_one), new Account(_other, "222222222222"));
        await here.BeginsRolling(wait: 3600, seconds: 7800);
        var state = (await here.Ours("GET state")).Text;

        var refused = await there.Ours("PUT state", state);
        var accepted = await there.Send(
            HttpMethod.Put, "/_rollingdeploy/state?account=222222222222&as=222222222222", state, "application/json");

        refused.Status.Should().Be(400);
        refused.Json["detail"]!.GetValue<string>().Should().Be(
            "account: this is the state of account 111111111111, not of 222222222222. "
            + "Add as=222222222222 to the query, or --as 222222222222 to the command, to import it all the same.");
        accepted.Status.Should().Be(204);
        (await Ended(there)).Should().Be((await Ended(here)).Replace("111111111111", "222222222222", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hello", "This is no snapshot of RollingDeploy: it is no JSON document.")]
    [InlineData("""{"format":9,"account":"111111111111","epoch":1,"items":[]}""", "The snapshot has the format 9, from a newer version of RollingDeploy. This version reads the format 1.")]
    [InlineData("""{"format":1,"account":"111111111111","epoch":1,"items":[{"model":{}}]}""", "items[0].model: the first item, and only this one, is simulation.")]
    public async Task Import_ThatDoesNotFit_ChangesNothing(string state, string detail)
    {
        var account = Of(_one);
        await account.BeginsRolling(wait: 3600, seconds: 7800);
        var before = await Seen(account);

        var answer = await account.Ours("PUT state", state);

        answer.Status.Should().Be(400);
        answer.Json["detail"]!.GetValue<string>().Should().Be(detail);
        (await Seen(account)).Should().Be(before);
    }

    [Fact]
    public async Task Import_OfAStateThatWasCutShort_ChangesNothing()
    {
        var account = Of(_one);
        await account.BeginsRolling(wait: 3600, seconds: 7800);
        var (before, state) = (await Seen(account), (await account.Ours("GET state")).Text);

        foreach (var length in new[] { 10, 200, state.Length / 2, state.Length - 3 })
        {
            (await account.Ours("PUT state", state[..length])).Status.Should().Be(400);
        }

        (await Seen(account)).Should().Be(before);
    }

    [Fact]
    public async Task Import_WithAMemberThatIsNotThere_NamesItsPath()
    {
        var account = Of(_one);
        await account.BeginsRolling(wait: 3600, seconds: 7800);
        var state = (await account.Ours("GET state")).Text;

        var answer = await account.Ours(
            "PUT state", state.Replace("\"configName\":\"blue\"", "\"configNaem\":\"blue\"", StringComparison.Ordinal));

        answer.Status.Should().Be(400);
        answer.Json["detail"]!.GetValue<string>().Should().Contain("items[").And.Contain("configNaem");
    }

    [Fact]
    public async Task Listener_ToEvents_HearsOfAnImport()
    {
        var (here, there) = (Of(_one), Of(_other));
        await here.BeginsRolling(wait: 3600, seconds: 7800);
        await there.HasModel("before");
        await there.Ours("PUT state", (await here.Ours("GET state")).Text);

        var page = await there.Send(
            HttpMethod.Get, "/_rollingdeploy/events?wait=false&after=0&account=111111111111", null, null);

        page.Text.Should().Contain("\"epoch\":2").And.Contain("endpoint/demo").And.NotContain("before");
    }

    private static Account Of(TestHost host) => new(host, "111111111111");

    private static async Task<string> Ended(Account account)
    {
        await account.Ours("POST clock/advance", """{"until":{"endpoint":"demo","status":"InService"}}""");
        return await Seen(account);
    }

    private static async Task<string> Seen(Account account)
    {
        List<Answer> answers =
        [
            await account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}"""),
            await account.Ours("GET endpoints/demo/journal"),
            await account.Ours("GET endpoints/demo/deployments"),
            await account.Ours("GET clock"),
        ];
        return string.Join('\n', answers.Select(answer => answer.Text));
    }
}
