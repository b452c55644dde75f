using System.Collections.Immutable;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// The periods that an alarm evaluates, oldest first. The last period of a sliding window ends at the last evaluation time, and
/// not at a multiple of the period. The last one of a wall clock window is the last that has ended by the clock.
/// </summary>
internal readonly struct AlarmWindow
{
    // Of a sliding window.
    private readonly Periods _periods;

    // The starts of the periods of a wall clock window, and the end of the last one.
    private readonly ImmutableArray<DateTimeOffset> _starts;

    private AlarmWindow(Periods periods) => _periods = periods;

    private AlarmWindow(ImmutableArray<DateTimeOffset> starts) => _starts = starts;

    /// <summary>The number of periods.</summary>
    public int Count => _starts.IsDefault ? _periods.Count : _starts.Length - 1;

    /// <summary>Returns the window of an evaluation.</summary>
    public static AlarmWindow Of(AlarmConfiguration configuration, DateTimeOffset at)
    {
        var (count, period) = (configuration.Range, configuration.PeriodInSeconds);
        if (configuration.WallClock is not { } clock)
        {
            return new(Periods.Before(at, period, count));
        }

        var starts = new DateTimeOffset[count + 1];
        starts[count] = clock.StartAt(at, period);
        for (var i = count - 1; i >= 0; i--)
        {
            starts[i] = clock.StartAt(starts[i + 1].AddSeconds(-1), period);
        }

        return new(ImmutableArray.Create(starts));
    }

    /// <summary>Returns the start of the period at <paramref name="index"/>.</summary>
    public DateTimeOffset StartOf(int index) => _starts.IsDefault ? _periods.StartOf(index) : _starts[index];

    /// <summary>The periods as if all had the length of the first one, for queries that are evaluated as a whole.</summary>
    public Periods Periods =>
        _starts.IsDefault ? _periods : new Periods(_starts[0], (int)(_starts[1] - _starts[0]).TotalSeconds, Count);

    /// <summary>
    /// Writes a datapoint for each period, including periods without data. It returns false if data were left out because of a
    /// limit.
    /// </summary>
    public bool Read(Region region, SourceReader reader, Span<Datapoint> points)
    {
        if (_starts.IsDefault)
        {
            return reader.Look(region, _periods, points);
        }

        // Days in which the clock is changed have another length, so each period is read by itself.
        var isWhole = true;
        for (var i = 0; i < points.Length; i++)
        {
            var length = (int)(_starts[i + 1] - _starts[i]).TotalSeconds;
            isWhole &= reader.Look(region, new Periods(_starts[i], length, 1), points.Slice(i, 1));
        }

        return isWhole;
    }
}
