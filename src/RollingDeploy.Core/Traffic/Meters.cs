using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>Calls the meters of endpoints.</summary>
internal static class Meters
{
    /// <summary>Publishes the metrics of a minute that has ended, unless the endpoint was deleted.</summary>
    public static void MinuteIsOver(Region region, string name)
    {
        if (region.Endpoints.TryGet(name, out var endpoint))
        {
            endpoint.Meter.MinuteIsOver();
        }
    }

    /// <summary>
    /// Updates the shares after a change of the fleets, or of the traffic shares, of an endpoint or of an inference component on
    /// it.
    /// </summary>
    public static void FollowFleetsOf(Deployable subject)
    {
        var endpoint = subject is InferenceComponent component ? component.Endpoint : (Endpoint)subject;
        endpoint.Meter.SharesHaveChanged();
    }

    /// <summary>Updates all endpoints of a region after a change of the behavior of models.</summary>
    public static void BehaviorsChanged(Region region)
    {
        foreach (var endpoint in region.Endpoints.All)
        {
            endpoint.Meter.SharesHaveChanged();
        }
    }
}
