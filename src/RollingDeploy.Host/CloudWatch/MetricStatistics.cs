using RollingDeploy.Core.Alarms;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>GetMetricStatistics: one datapoint for each period and unit that has data.</summary>
internal static class MetricStatistics
{
    private const int MostDatapoints = 1440;

    public static GetMetricStatisticsOutput Get(GetMetricStatisticsInput input, Call call)
    {
        var period = input.Period!.Value;
        if (period is not (1 or 5 or 10 or 20 or 30) && period % 60 != 0)
        {
            throw CloudWatchFaults.InvalidValue("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }

        if (input.ExtendedStatistics is not null)
        {
            throw CloudWatchFaults.InvalidValue("RollingDeploy does not compute ExtendedStatistics yet.");
        }

        if (input.Statistics is null)
        {
            throw CloudWatchFaults.Missing("At least one of the parameters Statistics and ExtendedStatistics must be specified.");
        }

        if (input.StartTime >= input.EndTime)
        {
            throw CloudWatchFaults.InvalidValue("The parameter StartTime must be less than the parameter EndTime.");
        }

        return call.Read(region =>
        {
            var start = Round(input.StartTime!.Value, region.World.Now, period);
            RequireFew(start, input.EndTime!.Value, period);
            var metric = MetricIds.Read(input.Namespace!, input.MetricName!, input.Dimensions);
            var units = region.Metrics.Units(metric).Where(unit => input.Unit is null || input.Unit == unit.Key);
            return new GetMetricStatisticsOutput
            {
                Label = input.MetricName,
                Datapoints = [.. units.SelectMany(unit => Periods(unit.Key, unit.Value, start, input))],
            };
        });
    }

    // Younger than 15 days to the minute, then to 5 minutes, after 63 days to the hour; below a minute's period to that period.
    private static DateTimeOffset Round(DateTimeOffset start, DateTimeOffset now, int period)
    {
        var age = now - start;
        var seconds = period < 60 ? period : age < TimeSpan.FromDays(15) ? 60 : age < TimeSpan.FromDays(63) ? 300 : 3600;
        var second = start.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(second - (second % seconds));
    }

    private static void RequireFew(DateTimeOffset start, DateTimeOffset end, int period)
    {
        var datapoints = (long)Math.Ceiling((end - start).TotalSeconds / period);
        if (datapoints > MostDatapoints)
        {
            throw CloudWatchFaults.InvalidCombination(
                $"You have requested up to {datapoints} datapoints, which exceeds the limit of {MostDatapoints}. "
                + "You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        }
    }

    private static IEnumerable<Shapes.Datapoint> Periods(string unit, Series series, DateTimeOffset start, GetMetricStatisticsInput input)
    {
        var wanted = input.Statistics!.ToHashSet();
        var period = TimeSpan.FromSeconds(input.Period!.Value);

        // Counted, not added up: the end of the last period may lie beyond what a date can hold.
        var periods = (int)Math.Ceiling((input.EndTime!.Value - start) / period);
        for (var i = 0; i < periods; i++)
        {
            var from = start + (i * period);
            var samples = series.Sum(from, DateTimeOffset.MaxValue - from < period ? DateTimeOffset.MaxValue : from + period);
            if (samples.SampleCount > 0)
            {
                yield return new()
                {
                    Timestamp = from,
                    Unit = unit,
                    SampleCount = Get(wanted, samples, Statistic.SampleCount),
                    Average = Get(wanted, samples, Statistic.Average),
                    Sum = Get(wanted, samples, Statistic.Sum),
                    Minimum = Get(wanted, samples, Statistic.Minimum),
                    Maximum = Get(wanted, samples, Statistic.Maximum),
                };
            }
        }
    }

    private static double? Get(HashSet<string> wanted, Core.Alarms.StatisticSet samples, Statistic statistic) =>
        wanted.Contains(statistic.ToString()) ? samples.Get(statistic) : null;
}
