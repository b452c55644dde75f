namespace RollingDeploy.Core.Tests.Properties;

/// <summary>
/// A world that is saved at any moment and restored goes on exactly like the world that was saved: the same events, journals,
/// histories of alarms, metrics and answers, to the last bit.
/// </summary>
public sealed class SnapshotProperties
{
    private static int Cases => CaseCount.Asked ?? 2000;

    [Fact]
    public void AnyWorld_SavedAndRestoredAtAnyMoment_IsTheSame() => ForAll(
        Cases, seed => Stories.RequireSame(WorldStory.Of(seed, isRead: seed % 4 == 0, isCut: true), WorldStory.Of(seed), seed));

    [Fact]
    public void AnyWorld_SavedAndRestored_HasAllOfItsState() => ForAll(
        Cases / 10, seed => WorldStory.Of(seed, isEager: true, isCut: true));

    // Each case has its own worlds.
    private static void ForAll(int cases, Action<int> check) => Parallel.For(1, cases + 1, check);
}
