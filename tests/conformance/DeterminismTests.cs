namespace RollingDeploy.Conformance;

/// <summary>
/// The same start, seed and calls give the same journal, byte for byte, in every process. Set <c>RECORD=1</c> to write the
/// committed journal anew, after a change that is meant to change it.
/// </summary>
public sealed class DeterminismTests
{
    private static readonly string Committed = Path.Combine(Places.Journals, "rolling-rollback.json");

    [Fact]
    public async Task Journal_OfTwoProcesses_IsTheSame()
    {
        var first = await PlayedAnew(seed: 1);
        var second = await PlayedAnew(seed: 1);

        second.Should().Be(first);
    }

    [Fact]
    public async Task Journal_OfThisProcess_IsTheCommittedOne()
    {
        var journal = await PlayedAnew(seed: 1);

        if (Environment.GetEnvironmentVariable("RECORD") is "1")
        {
            await File.WriteAllTextAsync(Committed, journal);
        }

        journal.Should().Be(await File.ReadAllTextAsync(Committed));
    }

    [Fact]
    public async Task Answers_OfTwoProcesses_AreTheSame()
    {
        var (first, second) = (await EverythingPlayed(seed: 1), await EverythingPlayed(seed: 1));

        second.Should().Be(first);
        first.Should().Contain("\"event\":\"rolledBack\"").And.Contain("X-Amzn-SageMaker-New-Session-Id").And.Contain("Rate exceeded");
    }

    [Fact]
    public async Task Answers_OfAnotherSeed_Differ() =>
        (await EverythingPlayed(seed: 2)).Should().NotBe(await EverythingPlayed(seed: 1));

    [Fact]
    public async Task Journal_OfAnotherSeed_HasOtherTimes()
    {
        var one = await PlayedAnew(seed: 1);
        var other = await PlayedAnew(seed: 2);

        other.Should().NotBe(one);
    }

    private static Task<string> PlayedAnew(int seed) => PlayedAnew(seed, RollingRollback.Play);

    private static Task<string> EverythingPlayed(int seed) => PlayedAnew(seed, EveryKindOfCall.Play);

    private static async Task<string> PlayedAnew(int seed, Func<HostProcess, Task<string>> play)
    {
        await using var host = await HostProcess.Start(("Fleet__LaunchJitterSeconds", "10"), ("Seed", $"{seed}"));
        return await play(host);
    }
}
