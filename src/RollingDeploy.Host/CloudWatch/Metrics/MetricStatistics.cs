using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>GetMetricStatistics: returns a datapoint for each period and unit with data.</summary>
internal static class MetricStatistics
{
    private const int MostDatapoints = 1440;

    public static GetMetricStatisticsOutput Get(GetMetricStatisticsInput input, Call call)
    {
        var wanted = Wanted(input);
        var metric = MetricIds.Read(input.Namespace!, input.MetricName!, input.Dimensions);
        return call.Read(region =>
        {
            RequireFew(input);
            var start = Retention.RoundStart(input.StartTime!.Value, region.Now, input.Period!.Value);
            var periods = Periods.Between(start, input.EndTime!.Value, input.Period!.Value);
            var series = region.Metrics.Find(metric)?.Series.Where(each => input.Unit is null || input.Unit == each.Unit);
            return new GetMetricStatisticsOutput
            {
                Label = input.MetricName,
                Datapoints = [.. (series ?? []).SelectMany(each => Datapoints(each, periods, wanted, region))],
            };
        });
    }

    private static List<Statistic> Wanted(GetMetricStatisticsInput input)
    {
        if (!PeriodRule.IsOfAQuery(input.Period!.Value))
        {
            throw CloudWatchErrors.InvalidValue("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }

        if (input is { Statistics: null, ExtendedStatistics: null })
        {
            throw CloudWatchErrors.InvalidCombination("At least one of the parameters Statistics and ExtendedStatistics must be specified.");
        }

        if (input.StartTime >= input.EndTime)
        {
            throw CloudWatchErrors.InvalidValue("The parameter StartTime must be less than the parameter EndTime.");
        }

        var extended = (input.ExtendedStatistics ?? []).Select(name => Statistic.Find(name) as ExtendedStatistic
            ?? throw CloudWatchErrors.InvalidValue($"The value {name} for parameter ExtendedStatistics is not supported."));
        return [.. (input.Statistics ?? []).Select(name => Statistic.Find(name)!).Concat(extended).DistinctBy(each => each.Name)];
    }

    // AWS divides the time range of the request, before its start is rounded. So the last day by the minute is always allowed.
    private static void RequireFew(GetMetricStatisticsInput input)
    {
        var datapoints = (long)Math.Ceiling((input.EndTime!.Value - input.StartTime!.Value).TotalSeconds / input.Period!.Value);
        if (datapoints > MostDatapoints)
        {
            throw CloudWatchErrors.InvalidCombination(
                $"You have requested up to {datapoints} datapoints, which exceeds the limit of {MostDatapoints}. "
                + "You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        }
    }

    private static IEnumerable<Datapoint> Datapoints(Series series, Periods periods, List<Statistic> wanted, Region region)
    {
        var slots = new SampleSet[periods.Count];
        series.Merge(periods, region.Now, slots, wanted.Exists(each => each.NeedsValues));
        for (var i = 0; i < slots.Length; i++)
        {
            if (!slots[i].Summary.IsEmpty)
            {
                yield return Write(series.Unit, periods.StartOf(i), slots[i], wanted);
            }
        }
    }

    private static Datapoint Write(string unit, DateTimeOffset start, SampleSet samples, List<Statistic> wanted)
    {
        double? Get(Statistic statistic) => wanted.Contains(statistic) ? statistic.Of(samples) : null;

        var extended = wanted.OfType<ExtendedStatistic>()
            .Where(each => each.Of(samples) is not null)
            .ToDictionary(each => each.Name, each => each.Of(samples)!.Value);
        return new()
        {
            Timestamp = start,
            Unit = unit,
            SampleCount = Get(Statistic.SampleCount),
            Average = Get(Statistic.Average),
            Sum = Get(Statistic.Sum),
            Minimum = Get(Statistic.Minimum),
            Maximum = Get(Statistic.Maximum),
            ExtendedStatistics = extended.Count > 0 ? extended : null,
        };
    }
}
