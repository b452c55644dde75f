using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>Requests that instances of the same kind have answered.</summary>
/// <param name="Requests">The number of requests. For synthetic traffic, it can be a fraction.</param>
/// <param name="ClientErrors">The number of 4xx responses.</param>
/// <param name="ServerErrors">The number of 5xx responses.</param>
/// <param name="PerInstance">The sum over all requests of 1 / instances of their configuration.</param>
/// <param name="PerInstanceOfVariant">The sum over all requests of 1 / instances of the variant, in all configurations.</param>
/// <param name="Latency">The response times of the model, in microseconds.</param>
internal readonly record struct Load(
    double Requests, double ClientErrors, double ServerErrors, double PerInstance, double PerInstanceOfVariant, SampleSet Latency)
{
    /// <summary>Returns the load of one request.</summary>
    public static Load Of(int status, TimeSpan latency, int instances, int instancesOfVariant) => new(
        1,
        status is >= 400 and < 500 ? 1 : 0,
        status >= 500 ? 1 : 0,
        1.0 / instances,
        1.0 / instancesOfVariant,
        SampleSet.Of(latency.TotalMicroseconds));

    /// <summary>
    /// Returns the load of many requests, with the error rates and latencies of the behavior. If the error rates are more than 1
    /// together, the 4xx rate is reduced, as for a single request. For example, 80 % of 5xx and 50 % of 4xx give 20 % of 4xx.
    /// </summary>
    /// <param name="serving">The instances that answer.</param>
    /// <param name="behavior">The behavior of the model.</param>
    /// <param name="requests">The number of requests.</param>
    /// <param name="erring">The fraction of the requests that arrive while the model returns errors.</param>
    /// <param name="latency">The response times.</param>
    public static Load Of(in Serving serving, ModelBehavior behavior, double requests, double erring, in SampleSet latency) =>
        new(
        requests,
        requests * erring * Math.Min(behavior.ClientErrorRate!.Value, 1 - behavior.ErrorRate!.Value),
        requests * erring * behavior.ErrorRate.Value,
        requests / serving.Instances,
        requests / serving.InstancesOfVariant,
        latency);

    /// <summary>Returns the sum of both loads.</summary>
    public Load Plus(in Load other) => new(
        Requests + other.Requests,
        ClientErrors + other.ClientErrors,
        ServerErrors + other.ServerErrors,
        PerInstance + other.PerInstance,
        PerInstanceOfVariant + other.PerInstanceOfVariant,
        default(SampleSet).Absorb(Latency).Absorb(other.Latency));
}
