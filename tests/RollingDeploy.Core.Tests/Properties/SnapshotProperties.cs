namespace RollingDeploy.Core.Tests.Properties;

/// <summary>
/// A world that is restored from a snapshot of any moment, from all commands, or from a snapshot and the commands after it goes
/// on exactly like the world that was not cut: the same events, journals, histories of alarms, metrics and answers, to the last
/// bit.
/// </summary>
public sealed class SnapshotProperties
{
    private static int Cases => CaseCount.OfWorlds;

    [Fact]
    public void AnyWorld_RestoredAtAnyMoment_IsTheSame() => ForAll(Cases, seed =>
    {
        var whole = WorldStory.Of(seed);
        Stories.RequireSame(WorldStory.Of(seed, isRead: seed % 4 == 0, cut: Cut.Restored), whole, seed);

        // Replays take longer, so each case has one of them.
        var replayed = seed % 2 == 0 ? Cut.Replayed : Cut.ReplayedFromSnapshot;
        Stories.RequireSame(WorldStory.Of(seed, cut: replayed), whole, seed);
    });

    [Fact]
    public void AnyWorld_SavedAndRestored_HasAllOfItsState() => ForAll(
        Cases / 10, seed => WorldStory.Of(seed, isEager: true, cut: Cut.Restored));

    // Each case has its own worlds.
    private static void ForAll(int cases, Action<int> check) => Parallel.For(1, cases + 1, check);
}
