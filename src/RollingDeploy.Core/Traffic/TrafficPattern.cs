namespace RollingDeploy.Core.Traffic;

/// <summary>How synthetic traffic goes up and down.</summary>
public enum TrafficShape
{
    /// <summary>Always the same.</summary>
    Constant,

    /// <summary>From nothing to the full rate, evenly within the ramp's time; then constant.</summary>
    Ramp,

    /// <summary>Nothing at midnight UTC, the full rate at noon, a cosine between.</summary>
    Daily,
}

/// <summary>
/// Synthetic traffic to an endpoint. It is counted and not thrown: a minute has as many requests as the rate says.
/// </summary>
/// <param name="RequestsPerSecond">The full rate.</param>
/// <param name="Shape">How it goes up and down.</param>
/// <param name="RampSeconds">How long a ramp takes.</param>
public sealed record TrafficPattern(
    double RequestsPerSecond, TrafficShape Shape = TrafficShape.Constant, double RampSeconds = 600)
{
    private const double Day = 86_400;

    /// <summary>
    /// How many requests there are from one moment to another, of traffic that began at <paramref name="start"/>. A ramp of 100 s
    /// to 10 requests a second has 500 of them.
    /// </summary>
    public double Between(DateTimeOffset start, DateTimeOffset from, DateTimeOffset to) =>
        RequestsPerSecond * (FullSeconds(start, to) - FullSeconds(start, from));

    // The seconds at the full rate that are as much as all seconds since the start, or since midnight.
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
