using System.Buffers;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>One period of what an alarm watches.</summary>
/// <param name="Start">When the period begins.</param>
/// <param name="Value">Its value; null where there was no data.</param>
/// <param name="SampleCount">How many samples it was made of; 0 where that is not known.</param>
public readonly record struct Datapoint(DateTimeOffset Start, double? Value, double SampleCount = 0);

/// <summary>Where the datapoints of an alarm come from.</summary>
public abstract record AlarmSource
{
    /// <summary>The length of a period in seconds.</summary>
    public abstract int PeriodInSeconds { get; init; }

    /// <summary>The unit whose data alone counts; null for all.</summary>
    public abstract string? Unit { get; init; }

    /// <summary>The statistic of the datapoints; null when they are computed by an expression.</summary>
    public abstract Statistic Statistic { get; init; }

    /// <summary>Writes a datapoint for each period, also for those without data.</summary>
    internal abstract void Look(Region region, in Periods periods, Span<Datapoint> points);
}

/// <summary>One statistic of one metric.</summary>
public sealed record SingleMetric(MetricId Metric, string? Unit, Statistic Statistic, int PeriodInSeconds) : AlarmSource
{
    /// <inheritdoc/>
    public override int PeriodInSeconds { get; init; } = PeriodInSeconds;

    /// <inheritdoc/>
    public override string? Unit { get; init; } = Unit;

    /// <inheritdoc/>
    public override Statistic Statistic { get; init; } = Statistic;

    internal override void Look(Region region, in Periods periods, Span<Datapoint> points)
    {
        // A day of ten-second periods is thousands of slots, looked at thousands of times a day.
        var buffer = ArrayPool<SampleSet>.Shared.Rent(periods.Count);
        var slots = buffer.AsSpan(0, periods.Count);
        slots.Clear();
        region.Metrics.Find(Metric)?.Merge(periods, Unit, region.World.Now, slots, Statistic.NeedsValues);
        for (var i = 0; i < slots.Length; i++)
        {
            points[i] = new Datapoint(periods.StartOf(i), Statistic.Of(slots[i]), slots[i].Summary.SampleCount);
        }

        ArrayPool<SampleSet>.Shared.Return(buffer, clearArray: Statistic.NeedsValues);
    }
}
