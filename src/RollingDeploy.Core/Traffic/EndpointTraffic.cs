using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>The traffic of an endpoint.</summary>
public static class EndpointTraffic
{
    extension(Endpoint endpoint)
    {
        /// <summary>Its synthetic traffic; null for none.</summary>
        public TrafficPattern? Traffic => endpoint.FindSlot<EndpointMeter>()?.Pattern;

        /// <summary>Its synthetic traffic, and what it publishes every minute.</summary>
        internal EndpointMeter Meter => endpoint.Slot(static subject => new EndpointMeter((Endpoint)subject));
    }
}
