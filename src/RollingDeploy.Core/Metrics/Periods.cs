namespace RollingDeploy.Core.Metrics;

/// <summary>Successive periods of equal length.</summary>
/// <param name="Start">The start of the first period, in whole seconds.</param>
/// <param name="LengthInSeconds">The length of a period.</param>
/// <param name="Count">The number of periods.</param>
public readonly record struct Periods(DateTimeOffset Start, int LengthInSeconds, int Count)
{
    /// <summary>Returns the periods from <paramref name="start"/> that begin before <paramref name="end"/>.</summary>
    public static Periods Between(DateTimeOffset start, DateTimeOffset end, int lengthInSeconds) =>
        new(start, lengthInSeconds, (int)Math.Min(int.MaxValue, Math.Ceiling((end - start).TotalSeconds / lengthInSeconds)));

    /// <summary>Returns <paramref name="count"/> periods that end at <paramref name="end"/>.</summary>
    public static Periods Before(DateTimeOffset end, int lengthInSeconds, int count) =>
        new(end.AddSeconds(-(long)lengthInSeconds * count), lengthInSeconds, count);

    /// <summary>Returns the start of the period at <paramref name="index"/>.</summary>
    public DateTimeOffset StartOf(int index) => Start.AddSeconds((long)index * LengthInSeconds);
}
