using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>Requests that like instances have answered.</summary>
/// <param name="Requests">How many; of synthetic traffic also parts of one.</param>
/// <param name="ClientErrors">How many of them with 4xx.</param>
/// <param name="ServerErrors">How many of them with 5xx.</param>
/// <param name="PerInstance">The sum over all of them of 1 / instances of their configuration.</param>
/// <param name="PerInstanceOfVariant">The sum over all of them of 1 / instances of the variant, of other configurations too.</param>
/// <param name="Latency">How long the model took, in microseconds.</param>
internal readonly record struct Load(
    double Requests, double ClientErrors, double ServerErrors, double PerInstance, double PerInstanceOfVariant, SampleSet Latency)
{
    /// <summary>One request.</summary>
    public static Load Of(int status, TimeSpan latency, int instances, int instancesOfVariant) => new(
        1,
        status is >= 400 and < 500 ? 1 : 0,
        status >= 500 ? 1 : 0,
        1.0 / instances,
        1.0 / instancesOfVariant,
        SampleSet.Of(latency.TotalMicroseconds));

    /// <summary>
    /// Requests by the thousand, which have the errors and the latencies that the model was told to have. Told in two places, 80
    /// % of 5xx and 50 % of 4xx are 20 % of 4xx, as they are for one request.
    /// </summary>
    /// <param name="serving">Who answers.</param>
    /// <param name="behavior">How.</param>
    /// <param name="requests">How many requests.</param>
    /// <param name="erring">The share of them that comes while the model answers errors.</param>
    /// <param name="latency">How long they take.</param>
    public static Load Of(in Serving serving, ModelBehavior behavior, double requests, double erring, in SampleSet latency) =>
        new(
        requests,
        requests * erring * Math.Min(behavior.ClientErrorRate!.Value, 1 - behavior.ErrorRate!.Value),
        requests * erring * behavior.ErrorRate.Value,
        requests / serving.Instances,
        requests / serving.InstancesOfVariant,
        latency);

    /// <summary>Both together.</summary>
    public Load Plus(in Load other) => new(
        Requests + other.Requests,
        ClientErrors + other.ClientErrors,
        ServerErrors + other.ServerErrors,
        PerInstance + other.PerInstance,
        PerInstanceOfVariant + other.PerInstanceOfVariant,
        default(SampleSet).Absorb(Latency).Absorb(other.Latency));
}
