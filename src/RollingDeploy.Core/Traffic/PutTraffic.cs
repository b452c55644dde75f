using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>Gives an endpoint synthetic traffic from now on, or takes it away; its result is what there was before.</summary>
public sealed record PutTraffic(string Region, string EndpointName, TrafficPattern? Pattern) : Command<TrafficPattern?>(Region)
{
    /// <inheritdoc/>
    protected internal override TrafficPattern? Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var endpoint = region.Endpoints.Get(EndpointName);
        var before = endpoint.Traffic;
        endpoint.Meter.Set(Pattern);
        endpoint.Log(new TrafficChanged(Pattern));
        return before;
    }
}
