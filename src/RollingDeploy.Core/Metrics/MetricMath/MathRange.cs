namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// The time from <see cref="StartSeconds"/> (inclusive) to <see cref="EndSeconds"/> (exclusive) in epoch seconds, stepping by
/// the period: from 0 to 150 by 60 are 0, 60 and 120.
/// </summary>
public sealed record MathRange
{
    /// <summary>The most periods in a range; 455 days, the longest retention, have 655,200 minutes.</summary>
    public const int MaxPeriods = 1_000_000;

    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>A range of time within the calendar's; a period is at least a second.</summary>
    public MathRange(long startSeconds, long endSeconds, int periodSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startSeconds, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endSeconds, Latest);
        ArgumentOutOfRangeException.ThrowIfLessThan(endSeconds, startSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodSeconds, 1);
        (StartSeconds, EndSeconds, PeriodSeconds) = (startSeconds, endSeconds, periodSeconds);
    }

    /// <summary>The first instant.</summary>
    public long StartSeconds { get; }

    /// <summary>After the last instant.</summary>
    public long EndSeconds { get; }

    /// <summary>The period of what has no period of its own, such as <c>TIME_SERIES(5)</c>.</summary>
    public int PeriodSeconds { get; }

    // A range that is too long for memory is refused where a function would fill it, not where sparse metrics are read.
    internal int Periods(int periodSeconds, int position)
    {
        var count = (EndSeconds - StartSeconds + periodSeconds - 1) / periodSeconds;
        return count <= MaxPeriods
            ? (int)count
            : throw new MathException($"The time range has more than {MaxPeriods} periods of {periodSeconds} seconds", position);
    }

    /// <summary>A series with a value at each instant.</summary>
    internal TimeSeries Dense(int periodSeconds, int position, string label, Func<long, double> valueAt)
    {
        var count = Periods(periodSeconds, position);
        var builder = new SeriesBuilder(count);
        for (var i = 0; i < count; i++)
        {
            var at = StartSeconds + ((long)i * periodSeconds);
            builder.Add(at, valueAt(at));
        }

        return builder.Build(periodSeconds, label);
    }
}
