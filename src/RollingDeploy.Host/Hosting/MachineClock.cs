namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The monotonic clock of the machine, as a time. It starts at the time of the wall clock and does not change when the wall clock
/// is set.
/// </summary>
internal sealed class MachineClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _startTime = time.GetUtcNow();

    /// <summary>The current time. Use it only to compute differences.</summary>
    public DateTimeOffset Now => _startTime + time.GetElapsedTime(_start);

    /// <summary>The current time of the wall clock.</summary>
    public DateTimeOffset Wall => time.GetUtcNow();
}
