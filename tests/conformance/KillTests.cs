using System.Globalization;

namespace RollingDeploy.Conformance;

/// <summary>
/// The host is killed at random moments while 16 clients change its world. After each restart, everything that was acknowledged
/// is there, nothing that was refused, and every deployment ends. <c>ROLLINGDEPLOY_KILLS</c> changes the number of kills.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Clients = 16;
    private const int KillsOfAFile = 10;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static int Kills =>
        Environment.GetEnvironmentVariable("ROLLINGDEPLOY_KILLS") is { } kills ? int.Parse(kills, CultureInfo.InvariantCulture) : 10;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task State_AfterAKillAtAnyMoment_HasWhatWasAcknowledged()
    {
        var random = new Random(20_261_127);
        var seen = new LoadRecord();
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill % KillsOfAFile == 0)
            {
                seen = new LoadRecord();
            }

            var file = Path.Combine(_folder.FullName, $"{kill / KillsOfAFile}.db");
            await using (var host = await HostProcess.Start(("StatePath", file)))
            {
                await Load(host, seen, answersUntilKill: random.Next(5, 400));
            }

            await using var again = await HostProcess.Start(("StatePath", file));
            await seen.Check(again);
        }
    }

    // The host is killed when this returns.
    private static async Task Load(HostProcess host, LoadRecord seen, int answersUntilKill)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = 0;
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var http = new HttpClient { BaseAddress = host.Url };
            while (await seen.CallOnce(http))
            {
                if (Interlocked.Increment(ref answers) == answersUntilKill)
                {
                    enough.SetResult();
                }
            }
        })).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await host.Kill();
        await Task.WhenAll(clients);
    }
}
