namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The machine's monotonic clock, as a time: it starts at the wall clock's time and never jumps, whatever is done to the wall
/// clock afterwards.
/// </summary>
internal sealed class MachineClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _startTime = time.GetUtcNow();

    /// <summary>The present: only differences between two of them mean anything.</summary>
    public DateTimeOffset Now => _startTime + time.GetElapsedTime(_start);

    /// <summary>What the wall clock shows now.</summary>
    public DateTimeOffset Wall => time.GetUtcNow();
}
