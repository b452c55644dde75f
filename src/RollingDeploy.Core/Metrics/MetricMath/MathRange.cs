namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// The time range from <see cref="StartSeconds"/> (inclusive) to <see cref="EndSeconds"/> (exclusive) in epoch seconds, in steps
/// of the period. For example, from 0 to 150 in steps of 60, the timestamps are 0, 60 and 120.
/// </summary>
public sealed record MathRange
{
    /// <summary>The maximum number of periods. The longest retention of 455 days has 655,200 minutes.</summary>
    public const int MaxPeriods = 1_000_000;

    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Creates a range. The times must be valid dates, and the period at least a second.</summary>
    public MathRange(long startSeconds, long endSeconds, int periodSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startSeconds, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endSeconds, Latest);
        ArgumentOutOfRangeException.ThrowIfLessThan(endSeconds, startSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodSeconds, 1);
        (StartSeconds, EndSeconds, PeriodSeconds) = (startSeconds, endSeconds, periodSeconds);
    }

    /// <summary>The start of the range, inclusive.</summary>
    public long StartSeconds { get; }

    /// <summary>The end of the range, exclusive.</summary>
    public long EndSeconds { get; }

    /// <summary>The period of results without a metric, such as <c>TIME_SERIES(5)</c>.</summary>
    public int PeriodSeconds { get; }

    // The number of periods is limited only where a function fills them in. Metrics with gaps can have a longer range.
    internal int Periods(int periodSeconds, int position)
    {
        var count = (EndSeconds - StartSeconds + periodSeconds - 1) / periodSeconds;
        return count <= MaxPeriods
            ? (int)count
            : throw new MathException($"The time range has more than {MaxPeriods} periods of {periodSeconds} seconds", position);
    }

    /// <summary>Returns a series with a value at each timestamp.</summary>
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
