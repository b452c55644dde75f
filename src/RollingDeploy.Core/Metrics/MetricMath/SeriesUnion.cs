namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>One number from several: a sum, a mean, the least.</summary>
internal delegate double Aggregator(ReadOnlySpan<double> values);

/// <summary>Goes through the instants at which any of several series has a point.</summary>
internal static class SeriesUnion
{
    /// <summary>
    /// The aggregate at each instant of the scalars and of the series that have a point there; a series that has none counts
    /// as 0 or not at all. Scalars alone give a scalar.
    /// </summary>
    public static MathValue Aggregate(SeriesList list, Aggregator aggregator, bool missingIsZero, int defaultPeriodSeconds)
    {
        var (series, values) = (new List<TimeSeries>(list.Items.Count), new double[list.Items.Count]);
        var scalars = 0;
        foreach (var item in list.Items)
        {
            if (item is TimeSeries each)
            {
                series.Add(each);
            }
            else if (item is ScalarValue { IsMissing: false } scalar)
            {
                values[scalars++] = scalar.Value;
            }
        }

        return series.Count == 0 && list.Items.Count > 0
            ? ScalarValue.Of(aggregator(values.AsSpan(0, scalars)))
            : Join(series, values, scalars, aggregator, missingIsZero, defaultPeriodSeconds);
    }

    // The scalars stay at the front of the values; what the series have at an instant comes behind them.
    private static TimeSeries Join(
        List<TimeSeries> series, double[] values, int scalars, Aggregator aggregator, bool missingIsZero, int period)
    {
        var cursors = new int[series.Count];
        var builder = new SeriesBuilder(series.Count == 0 ? 0 : series[0].Count);
        while (Next(series, cursors) is { } at)
        {
            var count = scalars;
            for (var i = 0; i < series.Count; i++)
            {
                if (Has(series[i], cursors[i], at))
                {
                    values[count++] = series[i].Values[cursors[i]++];
                }
                else if (missingIsZero)
                {
                    values[count++] = 0;
                }
            }

            builder.Add(at, aggregator(values.AsSpan(0, count)));
        }

        return builder.Build(series.Count == 0 ? period : series.Min(each => each.PeriodSeconds), "");
    }

    private static long? Next(List<TimeSeries> series, int[] cursors)
    {
        long? earliest = null;
        for (var i = 0; i < series.Count; i++)
        {
            if (cursors[i] < series[i].Count && !(earliest <= series[i].Timestamps[cursors[i]]))
            {
                earliest = series[i].Timestamps[cursors[i]];
            }
        }

        return earliest;
    }

    private static bool Has(TimeSeries series, int cursor, long at) => cursor < series.Count && series.Timestamps[cursor] == at;
}
