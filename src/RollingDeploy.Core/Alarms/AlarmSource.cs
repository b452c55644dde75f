using System.Buffers;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>One period of what an alarm watches.</summary>
/// <param name="Start">When the period begins.</param>
/// <param name="Value">Its value; null where there was no data.</param>
/// <param name="SampleCount">How many samples it was made of; 0 where that is not known.</param>
/// <param name="Band">What the value is held against; null where that is the alarm's threshold.</param>
public readonly record struct Datapoint(DateTimeOffset Start, double? Value, double SampleCount = 0, Band? Band = null);

/// <summary>What a value is expected to be within.</summary>
public readonly record struct Band(double Lower, double Upper);

/// <summary>Where the datapoints of an alarm come from.</summary>
public abstract record AlarmSource
{
    /// <summary>The length of a period in seconds.</summary>
    public abstract int PeriodInSeconds { get; }

    /// <summary>The metrics that it is made of.</summary>
    public abstract IEnumerable<MetricStat> Stats { get; }

    /// <summary>Writes a datapoint for each period, also for those without data.</summary>
    internal abstract void Look(Region region, in Periods periods, Span<Datapoint> points);
}

/// <summary>One statistic of one metric.</summary>
public sealed record SingleMetric(MetricStat Stat) : AlarmSource
{
    /// <inheritdoc/>
    public override int PeriodInSeconds => Stat.PeriodInSeconds;

    /// <inheritdoc/>
    public override IEnumerable<MetricStat> Stats => [Stat];

    internal override void Look(Region region, in Periods periods, Span<Datapoint> points)
    {
        // A day of ten-second periods is thousands of slots, looked at thousands of times a day.
        var buffer = ArrayPool<SampleSet>.Shared.Rent(periods.Count);
        var slots = buffer.AsSpan(0, periods.Count);
        slots.Clear();
        Stat.Read(region.Metrics, periods, region.Now, slots);
        for (var i = 0; i < slots.Length; i++)
        {
            points[i] = new Datapoint(periods.StartOf(i), Stat.Statistic.Of(slots[i]), slots[i].Summary.SampleCount);
        }

        ArrayPool<SampleSet>.Shared.Return(buffer, clearArray: Stat.Statistic.NeedsValues);
    }
}
