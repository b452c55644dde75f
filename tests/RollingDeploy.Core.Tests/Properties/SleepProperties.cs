namespace RollingDeploy.Core.Tests.Properties;

/// <summary>
/// Meters, alarms and deployments sleep while nothing can change. An engine that looks at everything at every minute and at every
/// poll gives the same events, alarms and metrics, to the last bit; and readers change nothing.
/// </summary>
public sealed class SleepProperties
{
    private static int Cases => CaseCount.OfWorlds;

    [Fact]
    public void AnyWorld_LookedAtEveryMinute_IsTheSame()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            Stories.RequireSame(WorldStory.Of(seed, isRead: seed % 4 == 0), WorldStory.Of(seed, isEager: true), seed);
        }
    }
}
