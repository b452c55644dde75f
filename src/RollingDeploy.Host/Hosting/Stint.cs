namespace RollingDeploy.Host.Hosting;

/// <summary>Measures whether a time limit for a piece of work is over.</summary>
internal readonly struct Stint(TimeProvider time, TimeSpan limit)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Whether the limit has been reached.</summary>
    public bool IsOver => time.GetElapsedTime(_start) >= limit;
}
