using System.Globalization;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>
/// A page of results: so many datapoints, counted through all results. One that goes on upon the next page says
/// <c>PartialData</c>, and so many datapoints of it as fit.
/// </summary>
internal static class MetricDataPage
{
    public static GetMetricDataOutput Of(List<MetricDataResult> results, GetMetricDataInput input, int most, Call call)
    {
        var skipped = input.NextToken is null ? 0 : Open(input.NextToken, call);
        var (page, at) = (new List<MetricDataResult>(), 0);
        foreach (var result in results)
        {
            var count = result.Values!.Count;
            var (from, to) = (Math.Clamp(skipped - at, 0, count), Math.Clamp(skipped + most - at, 0, count));

            // One without data stands behind the last datapoint before it, so that no page is needed for it alone.
            if (from < to || (count == 0 && (at > skipped || skipped == 0) && at <= skipped + most))
            {
                page.Add(Cut(result, from, to));
            }

            at += count;
        }

        return new()
        {
            MetricDataResults = page,
            Messages = [],
            NextToken = at > skipped + most ? call.Tokens.Seal((skipped + most).ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    private static MetricDataResult Cut(MetricDataResult result, int from, int to) => result with
    {
        Timestamps = result.Timestamps![from..to],
        Values = result.Values![from..to],
        StatusCode = to < result.Values.Count ? "PartialData" : "Complete",
    };

    private static int Open(string token, Call call) =>
        int.TryParse(call.Tokens.Open(token), NumberStyles.None, CultureInfo.InvariantCulture, out var skipped)
            ? skipped
            : throw CloudWatchErrors.InvalidNextToken();
}
