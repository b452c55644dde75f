namespace RollingDeploy.Core.Fleets;

/// <summary>
/// AWS's PrefixAwareRoutingConfig: requests that begin alike reach the same instance, unless it is busy (API reference,
/// PrefixAwareRoutingConfig).
/// </summary>
/// <param name="Length">The number of bytes, from the beginning of a body, that decide about the instance.</param>
/// <param name="ConcurrencyThreshold">The number of requests in flight on an instance from which it counts as busy.</param>
public sealed record PrefixRouting(int Length, int ConcurrencyThreshold)
{
    /// <summary>The largest length that AWS allows, in bytes.</summary>
    public const int MaxLength = 65536;
}
