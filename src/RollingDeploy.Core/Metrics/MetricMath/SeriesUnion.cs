namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>Aggregates values to one number, for example their sum, mean or minimum.</summary>
internal delegate double Aggregator(ReadOnlySpan<double> values);

/// <summary>Aggregates several series at each timestamp at which one of them has a point.</summary>
internal static class SeriesUnion
{
    /// <summary>
    /// Aggregates the scalars and the values of the series at each timestamp. A missing value of a series counts as 0 or is
    /// ignored. Without series, the result is a scalar.
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

    // The scalars stay at the beginning of the array. The values of the series follow them.
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
