namespace RollingDeploy.Host.Hosting;

/// <summary>How long somebody has worked, measured against how long they may.</summary>
internal readonly struct Stint(TimeProvider time, TimeSpan limit)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Whether the time is over.</summary>
    public bool IsOver => time.GetElapsedTime(_start) >= limit;
}
