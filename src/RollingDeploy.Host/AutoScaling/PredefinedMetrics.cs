using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>
/// SageMaker's predefined metrics, with the metric of AWS/SageMaker that each of them means (endpoint-metrics.md §1; user guide,
/// predefined metrics of target tracking scaling policies).
/// </summary>
internal static class PredefinedMetrics
{
    private static readonly Row[] Rows =
    [
        new("SageMakerVariantInvocationsPerInstance", VariantInstances.Name, "InvocationsPerInstance", "Sum", 60),
        new("SageMakerVariantConcurrentRequestsPerModelHighResolution", VariantInstances.Name, "ConcurrentRequestsPerModel", "Maximum", 10),
        new("SageMakerVariantProvisionedConcurrencyUtilization", VariantConcurrency.Name, "ServerlessProvisionedConcurrencyUtilization", "Average", 60),
        new("SageMakerInferenceComponentInvocationsPerCopy", ComponentCopies.Name, "InvocationsPerCopy", "Sum", 60),
        new("SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution", ComponentCopies.Name, "ConcurrentRequestsPerCopy", "Maximum", 10),
    ];

    public static IEnumerable<string> Of(ScalableResource resource) =>
        Rows.Where(row => row.Dimension == resource.Dimension).Select(row => row.Word);

    /// <summary>
    /// Returns the members of PutMetricAlarm for a predefined metric; null if it cannot be used for the resource.
    /// </summary>
    public static PutMetricAlarmInput? Find(string word, ScalableResource resource) =>
        Array.Find(Rows, row => row.Word == word && row.Dimension == resource.Dimension) is { } found
            ? new()
            {
                Namespace = "AWS/SageMaker",
                MetricName = found.Metric,
                Dimensions = DimensionsOf(resource),
                Statistic = found.Statistic,
                Period = found.Period,
            }
            : null;

    private static List<Dimension> DimensionsOf(ScalableResource resource) => resource switch
    {
        EndpointVariant variant =>
        [
            new() { Name = "EndpointName", Value = variant.EndpointName },
            new() { Name = "VariantName", Value = variant.VariantName },
        ],
        ComponentCopies component => [new() { Name = "InferenceComponentName", Value = component.ComponentName }],
        _ => [],
    };

    private sealed record Row(string Word, string Dimension, string Metric, string Statistic, int Period);
}
