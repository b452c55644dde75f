using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>GetMetricData: returns the datapoints of metrics and expressions, page by page.</summary>
internal static class GetMetricData
{
    private const int MostQueries = 500;
    private const int MostDatapoints = 100_800;

    // A request can have one Metrics Insights query (grafana issue 74563 has AWS's text).
    private const int MostInsights = 1;

    public static GetMetricDataOutput Handle(GetMetricDataInput input, Call call)
    {
        Require(input);
        var given = Parse(input.MetricDataQueries!);
        return call.Read(region =>
        {
            var reader = new MetricReader(region.Metrics, region.Now);
            var (settled, messages) = MetricUnits.Settle(input, reader);
            var (results, reached) = Evaluate(input, messages.Count == 0 ? given : Parse(settled), messages, reader);
            return MetricDataPage.Of(results, input, input.MaxDatapoints ?? MostDatapoints, call) with
            {
                Messages = InsightsMessages.Of(reached),
            };
        });
    }

    private static void Require(GetMetricDataInput input)
    {
        if (input.MetricDataQueries!.Count > MostQueries)
        {
            throw CloudWatchErrors.Validation($"The collection MetricDataQueries must not have a size greater than {MostQueries}.");
        }

        if (input.MaxDatapoints is < 1 or > MostDatapoints)
        {
            throw CloudWatchErrors.Validation($"The parameter MaxDatapoints must be between 1 and {MostDatapoints}.");
        }

        if (input.StartTime >= input.EndTime)
        {
            throw CloudWatchErrors.Validation(input.StartTime == input.EndTime
                ? "The parameter StartTime must not equal parameter EndTime."
                : "The parameter EndTime must be greater than StartTime.");
        }
    }

    private static MetricQueries Parse(List<MetricDataQuery> queries)
    {
        var parsed = MetricQueryRules.ReadAll(queries);
        return parsed.Plan.Queries.Count > MostInsights
            ? throw CloudWatchErrors.Validation($"Maximum number of queries ({MostInsights}) exceeded")
            : parsed;
    }

    private static (List<MetricDataResult> Results, InsightsLimits Reached) Evaluate(
        GetMetricDataInput input, MetricQueries queries, ILookup<string, MessageData> messages, MetricReader reader)
    {
        var given = input.MetricDataQueries!;
        var start = Retention.RoundStart(input.StartTime!.Value, reader.Now, queries.PeriodInSeconds);
        try
        {
            var context = queries.Evaluate(reader, start, input.EndTime!.Value, InsightsQuery.Reach);
            var labels = new MetricLabels(given);
            List<MetricDataResult> results =
            [
                .. given.Where(query => query.ReturnData != false).SelectMany(query => context.RequireTimeSeries(query.Id!)
                    .Select(series => Write(query, series, labels.Of(query, series.Label), messages, input.ScanBy))),
            ];
            return (results, context.Reached);
        }
        catch (MathException error)
        {
            throw CloudWatchErrors.Validation($"{error.Message}\n");
        }
    }

    private static MetricDataResult Write(
        MetricDataQuery query, TimeSeries series, string label, ILookup<string, MessageData> messages, string? scanBy)
    {
        List<DateTimeOffset> timestamps = [.. series.Timestamps.ToArray().Select(DateTimeOffset.FromUnixTimeSeconds)];
        List<double> values = [.. series.Values];
        if (scanBy != "TimestampAscending")
        {
            timestamps.Reverse();
            values.Reverse();
        }

        return new()
        {
            Id = query.Id,
            Label = label,
            Timestamps = timestamps,
            Values = values,
            StatusCode = "Complete",
            Messages = messages.Contains(query.Id!) ? [.. messages[query.Id!]] : null,
        };
    }
}
