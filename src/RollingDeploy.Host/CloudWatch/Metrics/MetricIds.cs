using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>Metrics between the wire and the store.</summary>
internal static class MetricIds
{
    public static MetricId Read(string metricNamespace, string name, IEnumerable<Shapes.Dimension>? dimensions) => new(
        metricNamespace, name, (dimensions ?? []).Select(each => new Dimension(each.Name!, each.Value!)));

    public static List<Shapes.Dimension> Write(MetricId metric) =>
        [.. metric.Dimensions.Select(each => new Shapes.Dimension { Name = each.Name, Value = each.Value })];
}
