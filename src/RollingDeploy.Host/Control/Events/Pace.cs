namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// Limits how often listeners are woken while many events happen. Waking a listener and sending to its connection costs more than
/// the event itself, so events that follow each other quickly are sent together. The first event after a quiet time is sent at
/// once.
/// </summary>
internal static class Pace
{
    // 4000 listeners a second, so a thousand of them wait for at most a quarter of a second.
    private static readonly TimeSpan OfAListener = TimeSpan.FromMilliseconds(0.25);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits after <paramref name="woken"/> listeners were woken. It is the time of the machine, also in tests.</summary>
    public static Task Rest(int woken, CancellationToken stopping) =>
        woken == 0 ? Task.CompletedTask : Task.Delay(Of(woken), TimeProvider.System, stopping);

    internal static TimeSpan Of(int woken)
    {
        var rest = woken * OfAListener;
        return rest < Shortest ? Shortest : rest > Longest ? Longest : rest;
    }
}
