namespace RollingDeploy.Core.Traffic;

/// <summary>The minutes in which a meter sleeps, because each would publish what the last one has published.</summary>
/// <param name="since">The end of the last minute that was published.</param>
/// <param name="minute">What was published in it.</param>
internal sealed class Sleep(DateTimeOffset since, List<Published> minute)
{
    /// <summary>The time until which everything was published.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    /// <summary>Publishes the minutes until <paramref name="end"/>, a full minute.</summary>
    public void CatchUp(DateTimeOffset end)
    {
        var (start, minutes) = (Since, (end - Since).Ticks / TimeSpan.TicksPerMinute);
        SkipTo(end);
        foreach (var each in minutes > 0 ? minute : [])
        {
            each.Repeat(start, minutes);
        }
    }

    /// <summary>Leaves out the minutes until <paramref name="end"/>, a full minute.</summary>
    public void SkipTo(DateTimeOffset end) => Since = end;
}
