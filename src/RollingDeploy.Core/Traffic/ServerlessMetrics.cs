using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Publishes the concurrency of a serverless variant (developer guide, monitor a serverless endpoint). The page has no metric for
/// the executions of an on-demand variant, only their share of the maximum concurrency.
/// </summary>
internal static class ServerlessMetrics
{
    /// <summary>Publishes a minute.</summary>
    /// <param name="put">The dimensions and the time.</param>
    /// <param name="busy">The mean number of concurrent requests.</param>
    /// <param name="capacity">The concurrency of the variant.</param>
    public static void Publish(in Publication put, double busy, ServerlessCapacity capacity)
    {
        if (capacity.MaxConcurrency is { } most)
        {
            put.Add("ServerlessConcurrentExecutionsUtilization", "None", SampleSet.Of(busy / most));
        }

        if (capacity.ProvisionedConcurrency is { } provisioned)
        {
            put.Add("ServerlessProvisionedConcurrencyExecutions", "Count", SampleSet.Of(busy));
            put.Add("ServerlessProvisionedConcurrencyUtilization", "None", SampleSet.Of(busy / provisioned));
        }
    }
}
