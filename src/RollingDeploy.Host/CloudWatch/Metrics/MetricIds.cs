using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>Converts metrics between requests and Core.</summary>
internal static class MetricIds
{
    public static MetricId Read(string metricNamespace, string name, List<Shapes.Dimension>? dimensions)
    {
        var read = new Dimension[dimensions?.Count ?? 0];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = new(dimensions![i].Name!, dimensions[i].Value!);
        }

        return new(metricNamespace, name, read);
    }

    public static List<Shapes.Dimension> Write(MetricId metric) =>
        [.. metric.Dimensions.Select(each => new Shapes.Dimension { Name = each.Name, Value = each.Value })];
}
