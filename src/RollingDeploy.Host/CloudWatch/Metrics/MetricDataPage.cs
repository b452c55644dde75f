using System.Globalization;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>
/// A page of results. The maximum number of datapoints is counted through all results. A result that continues on the next page
/// has the status <c>PartialData</c>, with the datapoints that fit on this page.
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

            // A result without data is on the page of the last datapoint before it, so that it does not need a page of its own.
            if (from < to || (count == 0 && (at > skipped || skipped == 0) && at <= skipped + most))
            {
                page.Add(Cut(result, from, to));
            }

            at += count;
        }

        return new()
        {
            MetricDataResults = page,
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
