namespace RollingDeploy.Core.Traffic;

/// <summary>How the rate of synthetic traffic changes over time.</summary>
public enum TrafficShape
{
    /// <summary>The full rate at all times.</summary>
    Constant,

    /// <summary>A linear increase from zero to the full rate during the ramp time; then the full rate.</summary>
    Ramp,

    /// <summary>Zero at midnight UTC and the full rate at noon, as a cosine curve.</summary>
    Daily,
}

/// <summary>
/// Synthetic traffic to an endpoint. The number of requests is calculated and not random, so it always corresponds to the rate.
/// </summary>
/// <param name="RequestsPerSecond">The full rate, in requests per second.</param>
/// <param name="Shape">How the rate changes over time.</param>
/// <param name="RampSeconds">The ramp time, in seconds.</param>
public sealed record TrafficPattern(
    double RequestsPerSecond, TrafficShape Shape = TrafficShape.Constant, double RampSeconds = 600)
{
    private const double Day = 86_400;

    /// <summary>
    /// Returns the number of requests in a period, for traffic that began at <paramref name="start"/>. For example, a ramp of 100
    /// s to 10 requests per second has 500 requests.
    /// </summary>
    public double Between(DateTimeOffset start, DateTimeOffset from, DateTimeOffset to) => RequestsPerSecond
        * (IsConstantFrom(start, from) ? (to - from).TotalSeconds : FullSeconds(start, to) - FullSeconds(start, from));

    /// <summary>
    /// Returns whether the rate is constant from a time on, for traffic that began at <paramref name="start"/>.
    /// </summary>
    public bool IsConstantFrom(DateTimeOffset start, DateTimeOffset time) => Shape switch
    {
        TrafficShape.Ramp => (time - start).TotalSeconds >= RampSeconds,
        TrafficShape.Daily => false,
        TrafficShape.Constant => true,
    };

    // Returns the time at the full rate that has the same number of requests as the time since the start, or since midnight of
    // that day.
    private double FullSeconds(DateTimeOffset start, DateTimeOffset at)
    {
        var seconds = (at - start).TotalSeconds;
        return Shape switch
        {
            TrafficShape.Ramp when seconds < RampSeconds => seconds * seconds / (2 * RampSeconds),
            TrafficShape.Ramp => seconds - (RampSeconds / 2),
            TrafficShape.Daily => Daily((at - start.UtcDateTime.Date).TotalSeconds),
            TrafficShape.Constant => seconds,
        };
    }

    private static double Daily(double seconds) => (seconds / 2) - (Day / (4 * Math.PI) * Math.Sin(2 * Math.PI * seconds / Day));
}
