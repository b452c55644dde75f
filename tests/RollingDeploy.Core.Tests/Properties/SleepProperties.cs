namespace RollingDeploy.Core.Tests.Properties;

/// <summary>
/// Meters, alarms and deployments sleep while nothing can change. An engine that looks at everything at every minute and at every
/// poll gives the same events, alarms and metrics, to the last bit; and readers change nothing.
/// </summary>
public sealed class SleepProperties
{
    private static int Cases => CaseCount.Asked ?? 2000;

    [Fact]
    public void AnyWorld_LookedAtEveryMinute_IsTheSame()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            RequireSame(WorldStory.Of(seed, isRead: seed % 4 == 0), WorldStory.Of(seed, isEager: true), seed);
        }
    }

    // The texts have megabytes, so only the first line that differs is shown.
    private static void RequireSame(string sleeping, string eager, int seed)
    {
        if (sleeping == eager)
        {
            return;
        }

        var (ours, theirs) = (sleeping.Split('\n'), eager.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(ours.Length, theirs.Length)).First(i => ours[i] != theirs[i]);
        var before = string.Join('\n', theirs[..(line + 1)].TakeLast(3));
        ours[line].Should().Be(theirs[line], "seed {0} gives the same at line {1} after {2}", seed, line, before);
    }
}
