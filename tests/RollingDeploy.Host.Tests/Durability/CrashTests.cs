using Microsoft.Extensions.DependencyInjection;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>What is there after a crash. A copy of a state file in use is what a crash leaves.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Crash_AfterARunWithOtherSettings_LosesNothing()
    {
        await Run("one", static async account =>
        {
            await account.HasModel("old");
            return "";
        });
        var before = await Run("one", async account =>
        {
            await account.BeginsRolling(wait: 600, seconds: 700);
            Crash("one", "two");
            return await Journal(account);
        }, ("RollingDeploy:Fleet:LaunchSeconds", "100"));

        (await Run("two", Journal)).Should().Be(before);
    }

    [Fact]
    public async Task Renew_OfASnapshotInTheMiddleOfADeployment_ChangesNothing()
    {
        var (before, end) = ("", "");
        await using (var host = TestHost.With([Setting("one")]))
        {
            var account = new Account(host, "123456789012");
            await account.BeginsRolling(wait: 600, seconds: 700);
            await host.Services.GetRequiredService<Snapshots>().Renew("123456789012");
            before = await Journal(account);
            Crash("one", "two");
            end = await End(account);
        }

        using (var store = SqliteStateStore.Open(Path.Combine(_folder.FullName, "two")))
        {
            store.LatestSnapshots().Should().ContainSingle().Which.Sequence.Should().BeGreaterThan(5);
            store.ReadAfter("123456789012", 0).Should().BeEmpty();
        }

        (await Run("two", Journal)).Should().Be(before);
        (await Run("two", End)).Should().Be(end);
    }

    [Fact]
    public async Task Stop_OfAHostThatOnlyRanCommandsAgain_LeavesASnapshot()
    {
        await Run("one", async account =>
        {
            await account.BeginsRolling(wait: 600, seconds: 700);
            Crash("one", "two");
            return "";
        });

        await Run("two", Journal);

        using var store = SqliteStateStore.Open(Path.Combine(_folder.FullName, "two"));
        store.LatestSnapshots().Should().ContainSingle().Which.Sequence.Should().BeGreaterThan(5);
    }

    private static async Task<string> Journal(Account account) => (await account.Ours("GET endpoints/demo/journal")).Text;

    private static async Task<string> End(Account account)
    {
        await account.Ours("POST clock/advance", """{"until":{"endpoint":"demo","status":"InService"}}""");
        return await Journal(account);
    }

    private (string Key, string Value) Setting(string file) =>
        ("RollingDeploy:StatePath", Path.Combine(_folder.FullName, file));

    private void Crash(string file, string copy)
    {
        foreach (var path in Directory.GetFiles(_folder.FullName, $"{file}*"))
        {
            File.Copy(path, path.Replace(file, copy, StringComparison.Ordinal));
        }
    }

    private async Task<string> Run(string file, Func<Account, Task<string>> use, params (string Key, string Value)[] settings)
    {
        await using var host = TestHost.With([Setting(file), .. settings]);
        return await use(new Account(host, "123456789012"));
    }
}
