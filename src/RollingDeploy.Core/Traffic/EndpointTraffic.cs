using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>The traffic of an endpoint.</summary>
public static class EndpointTraffic
{
    private static readonly Slot<Deployable, EndpointMeter> MeterSlot = new(
        static subject => new EndpointMeter((Endpoint)subject));

    private static readonly Slot<Deployable, InFlightTable> InFlightSlot = new(static _ => new InFlightTable());

    extension(Endpoint endpoint)
    {
        /// <summary>The synthetic traffic; null if there is none.</summary>
        public TrafficPattern? Traffic => endpoint.Find(MeterSlot)?.Pattern;

        /// <summary>Whether there is a meter already.</summary>
        internal bool HasMeter => endpoint.Find(MeterSlot) is not null;

        /// <summary>The meter, which counts the synthetic traffic and publishes metrics every minute.</summary>
        internal EndpointMeter Meter => endpoint.Get(MeterSlot);

        /// <summary>The requests in flight, for prefix-aware routing.</summary>
        internal InFlightTable InFlight => endpoint.Get(InFlightSlot);

        /// <summary>Returns the requests in flight; null if there were none yet.</summary>
        internal InFlightTable? FindInFlight() => endpoint.Find(InFlightSlot);
    }
}
