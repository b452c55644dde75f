using System.Buffers;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>Reads the datapoints of an alarm. It is the compiled form of a source.</summary>
public abstract class SourceReader
{
    private protected SourceReader()
    {
    }

    /// <summary>Writes a datapoint for each period, including periods without data.</summary>
    internal abstract void Look(Region region, in Periods periods, Span<Datapoint> points);
}

/// <summary>Reads a statistic of a metric.</summary>
internal sealed class SingleMetricReader(MetricStat stat) : SourceReader
{
    internal override void Look(Region region, in Periods periods, Span<Datapoint> points)
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
    }
}
