using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>An asynchronous endpoint publishes its backlog of a minute that has ended.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="minute">The minute.</param>
/// <param name="groups">The metrics of the endpoint.</param>
internal sealed class BacklogMinute(Endpoint endpoint, DateTimeOffset minute, MetricGroups groups)
{
    public Endpoint Endpoint => endpoint;

    public DateTimeOffset Minute => minute;

    public MetricGroups Groups => groups;

    /// <summary>Whether requests wait or are being processed, so the next minute can have another backlog.</summary>
    public bool HasRequests { get; set; }
}
