using System.Text.Json;
using System.Text.Json.Serialization;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;
using Dimension = RollingDeploy.Core.Metrics.Dimension;
using Metric = RollingDeploy.Core.Metrics.Metric;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>ListMetrics: returns metrics sorted by namespace, name and dimensions, with 500 on a page.</summary>
internal static class MetricList
{
    private const int PageSize = 500;

    public static ListMetricsOutput List(ListMetricsInput input, Call call)
    {
        // In AWS's model, ListMetrics has no InvalidNextToken.
        var last = input.NextToken is null
            ? null
            : Open(input.NextToken, call) ?? throw CloudWatchErrors.InvalidValue("Request parameter NextToken is invalid");
        return call.Read(region =>
        {
            // Metrics without data in the last two weeks are not listed (cloudwatch.md §2).
            var since = region.Now.AddHours(input.RecentlyActive is null ? -14 * 24 : -3);
            var rest = (last is null ? region.Metrics.All : region.Metrics.After(last))
                .Where(metric => Fits(metric.Id, input) && metric.NewestAt(region.Now) >= since)
                .Take(PageSize + 1)
                .ToList();
            return new ListMetricsOutput
            {
                Metrics = [.. rest.Take(PageSize).Select(Write)],
                OwningAccounts = input.IncludeLinkedAccounts == true
                    ? [.. rest.Take(PageSize).Select(_ => region.Account)]
                    : null,
                NextToken = rest.Count > PageSize ? Seal(rest[PageSize - 1].Id, call) : null,
            };
        });
    }

    private static bool Fits(MetricId metric, ListMetricsInput input) =>
        (input.Namespace is null || input.Namespace == metric.Namespace)
        && (input.MetricName is null || input.MetricName == metric.Name)
        && (input.Dimensions ?? []).TrueForAll(wanted => metric.Dimensions.Any(dimension =>
            dimension.Name == wanted.Name && (wanted.Value is null || dimension.Value == wanted.Value)));

    private static Shapes.Metric Write(Metric metric) => new()
    {
        Namespace = metric.Id.Namespace,
        MetricName = metric.Id.Name,
        Dimensions = MetricIds.Write(metric.Id),
    };

    // The token contains a list and not a joined text, because names can contain any separator.
    private static string Seal(MetricId id, Call call)
    {
        string[] parts = [id.Namespace, id.Name, .. id.Dimensions.SelectMany(each => new[] { each.Name, each.Value })];
        return call.Tokens.Seal(JsonSerializer.Serialize(parts, MetricTokenJson.Default.StringArray));
    }

    private static MetricId? Open(string token, Call call) =>
        call.Tokens.Open(token) is { } text && Parts(text) is [var metricNamespace, var name, .. var dimensions]
            ? new(metricNamespace, name, dimensions.Chunk(2).Select(each => new Dimension(each[0], each[^1])))
            : null;

    private static string[]? Parts(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, MetricTokenJson.Default.StringArray);
        }
        catch (JsonException)
        {
            // The token belongs to another operation.
            return null;
        }
    }
}

/// <summary>The content of a token: the namespace, name and dimensions of the last metric of the page.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class MetricTokenJson : JsonSerializerContext;
