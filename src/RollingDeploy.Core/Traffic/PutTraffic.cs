using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>Sets or removes the synthetic traffic of an endpoint from now on. The result is the previous traffic.</summary>
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
