using System.Collections.Immutable;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>PutMetricData: checks all datums before it stores the first one.</summary>
internal static class MetricData
{
    private const int MostDatums = 1000;

    public static void Put(PutMetricDataInput input, Call call)
    {
        if (input.Namespace!.StartsWith("AWS/", StringComparison.OrdinalIgnoreCase))
        {
            throw CloudWatchErrors.InvalidValue("The value AWS/ for parameter Namespace is reserved for AWS services.");
        }

        var count = Lists(input).Sum(list => list.Datums.Count);
        if (count == 0)
        {
            throw CloudWatchErrors.Missing("The parameter MetricData is required.");
        }

        if (count > MostDatums)
        {
            throw CloudWatchErrors.InvalidValue($"The collection MetricData must not have a size greater than {MostDatums}.");
        }

        var times = new List<(DateTimeOffset At, DatumPlace Place)>();
        var command = new PutMetricData(call.Region, ReadAll(input, count, times, call));
        var old = call.Apply(
            command,
            region => RequireRecent(times, region.Now),
            (region, _) => OldData.Find(command.Data, region));
        OldData.Warn(old, command.Data, Places(input), call);
    }

    // If a datum is not valid, the times of the datums before it are checked first.
    private static ImmutableArray<Datum> ReadAll(
        PutMetricDataInput input, int count, List<(DateTimeOffset At, DatumPlace Place)> times, Call call)
    {
        var data = ImmutableArray.CreateBuilder<Datum>(count);
        try
        {
            foreach (var (datums, path) in Lists(input))
            {
                for (var i = 0; i < datums.Count; i++)
                {
                    data.Add(Read(input.Namespace!, datums[i], new DatumPlace(path, i), times));
                }
            }
        }
        catch (AwsError)
        {
            call.Read(region => RequireRecent(times, region.Now));
            throw;
        }

        return data.MoveToImmutable();
    }

    private static bool RequireRecent(List<(DateTimeOffset At, DatumPlace Place)> times, DateTimeOffset now)
    {
        var (first, last) = (now.AddDays(-14), now.AddHours(2));
        foreach (var (at, place) in times)
        {
            if (at < first || at > last)
            {
                throw CloudWatchErrors.InvalidValue(
                    $"The parameter {place}.Timestamp must specify a time within the past two weeks and no more than two hours in the future.");
            }
        }

        return true;
    }

    private static IEnumerable<DatumPlace> Places(PutMetricDataInput input) =>
        Lists(input).SelectMany(list => list.Datums.Select((_, index) => new DatumPlace(list.Path, index)));

    private static IEnumerable<(List<MetricDatum> Datums, string Path)> Lists(PutMetricDataInput input) =>
        (input.EntityMetricData ?? []).Select((each, index) => (each.MetricData ?? [], $"EntityMetricData.member.{index + 1}.MetricData"))
            .Prepend((input.MetricData ?? [], "MetricData"));

    private static Datum Read(
        string metricNamespace, MetricDatum datum, DatumPlace path, List<(DateTimeOffset At, DatumPlace Place)> times)
    {
        if (datum.StorageResolution is not (null or 1 or 60))
        {
            throw CloudWatchErrors.BadValue($"{path}.StorageResolution", datum.StorageResolution!.Value);
        }

        if (datum.Timestamp is { } timestamp)
        {
            times.Add((timestamp, path));
        }

        return new Datum(
            MetricIds.Read(metricNamespace, datum.MetricName!, datum.Dimensions),
            datum.Unit ?? "None",
            datum.Timestamp,
            datum.StorageResolution ?? 60,
            DatumSamples.Of(datum, path));
    }
}
