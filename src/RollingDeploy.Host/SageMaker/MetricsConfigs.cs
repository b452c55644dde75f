using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The rules and defaults of MetricsConfig and ContainerMetricsConfig.</summary>
internal static class MetricsConfigs
{
    /// <summary>
    /// Adds the default of EnableDetailedObservability, which describe operations show although it was not given (developer
    /// guide, "Getting started with detailed observability", verify via API).
    /// </summary>
    public static MetricsConfig WithDefault(MetricsConfig? given) =>
        (given ?? new()) with { EnableDetailedObservability = given?.EnableDetailedObservability ?? true };

    /// <summary>Requires a period that AWS supports, for the metrics of an endpoint.</summary>
    public static void Check(MetricsConfig? given) => CheckPeriod(given?.MetricPublishFrequencyInSeconds);

    /// <summary>Requires a period that AWS supports, for the metrics of a container.</summary>
    public static void Check(ContainerMetricsConfig? given)
    {
        foreach (var endpoint in given?.MetricsEndpoints ?? [])
        {
            CheckPeriod(endpoint.MetricPublishFrequencyInSeconds);
        }
    }

    private static void CheckPeriod(int? seconds)
    {
        if (seconds is not (null or 10 or 30 or 60 or 120 or 180 or 240 or 300))
        {
            throw SageMakerErrors.Validation("MetricPublishFrequencyInSeconds must be 10, 30, 60, 120, 180, 240 or 300.");
        }
    }
}
