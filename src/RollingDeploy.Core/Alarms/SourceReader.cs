using System.Buffers;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>Reads the data of an alarm. It is the compiled form of a source.</summary>
public abstract class SourceReader
{
    private protected SourceReader()
    {
    }

    /// <summary>Whether it evaluates a Metrics Insights query.</summary>
    internal virtual bool UsesInsights => false;

    /// <summary>
    /// Whether its datapoints depend only on the data in the window, and not on the time or on which metrics there are.
    /// </summary>
    internal virtual bool DependsOnDataOnly => false;

    /// <summary>Returns the shortest period in seconds with which it reads a metric; null if it does not read it.</summary>
    internal abstract int? PeriodOf(MetricId metric);

    /// <summary>
    /// Writes a datapoint for each period, including periods without data. It returns false if not all of the data was read,
    /// because of a limit.
    /// </summary>
    internal abstract bool Look(Region region, in Periods periods, Span<Datapoint> points);
}

/// <summary>Reads a statistic of a metric.</summary>
internal sealed class SingleMetricReader(MetricStat stat) : SourceReader
{
    internal override bool DependsOnDataOnly => true;

    internal override int? PeriodOf(MetricId metric) => stat.Metric.Equals(metric) ? stat.PeriodInSeconds : null;

    internal override bool Look(Region region, in Periods periods, Span<Datapoint> points)
    {
        // Buffers are reused. A day of ten-second periods has thousands of slots and is read thousands of times a day.
        var buffer = ArrayPool<SampleSet>.Shared.Rent(periods.Count);
        var slots = buffer.AsSpan(0, periods.Count);
        slots.Clear();
        stat.Read(region.Metrics, periods, region.Now, slots);
        for (var i = 0; i < slots.Length; i++)
        {
            points[i] = new Datapoint(periods.StartOf(i), stat.Statistic.Of(slots[i]), slots[i].Summary.SampleCount);
        }

        ArrayPool<SampleSet>.Shared.Return(buffer, clearArray: stat.Statistic.NeedsValues);
        return true;
    }
}
