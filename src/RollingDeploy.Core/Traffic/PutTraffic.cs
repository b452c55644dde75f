using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>Gives an endpoint synthetic traffic from now on, or takes it away; its result is what there was before.</summary>
public sealed record PutTraffic(string Region, string EndpointName, TrafficPattern? Pattern) : Command<TrafficPattern?>(Region)
{
    /// <inheritdoc/>
    protected internal override TrafficPattern? Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var meter = region.Endpoints.Get(EndpointName).Meter;
        var before = meter.Pattern;
        meter.Set(Pattern);
        return before;
    }
}
