namespace RollingDeploy.Core.Metrics;

/// <summary>Periods of equal length, one after the other.</summary>
/// <param name="Start">When the first begins; whole seconds.</param>
/// <param name="LengthInSeconds">How long each is.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct Periods(DateTimeOffset Start, int LengthInSeconds, int Count)
{
    /// <summary>The periods from <paramref name="start"/> that begin before <paramref name="end"/>.</summary>
    public static Periods Between(DateTimeOffset start, DateTimeOffset end, int lengthInSeconds) =>
        new(start, lengthInSeconds, (int)Math.Min(int.MaxValue, Math.Ceiling((end - start).TotalSeconds / lengthInSeconds)));

    /// <summary>The <paramref name="count"/> periods that end at <paramref name="end"/>.</summary>
    public static Periods Before(DateTimeOffset end, int lengthInSeconds, int count) =>
        new(end.AddSeconds(-(long)lengthInSeconds * count), lengthInSeconds, count);

    /// <summary>When the period at <paramref name="index"/> begins.</summary>
    public DateTimeOffset StartOf(int index) => Start.AddSeconds((long)index * LengthInSeconds);
}
