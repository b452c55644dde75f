using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Runtime;

/// <summary>Checks the size of a request body (endpoint-metrics.md §4.1).</summary>
internal static class RuntimeRules
{
    private const int ServerlessPayload = 4 * 1024 * 1024;

    /// <summary>
    /// Refuses a body that is too large. Returns whether the endpoint exists. A missing endpoint is refused later, by Core.
    /// </summary>
    public static bool Require(Region region, string endpointName, int payload)
    {
        if (!region.Endpoints.TryGet(endpointName, out var endpoint) || endpoint.Current is not { } fleet)
        {
            return false;
        }

        return payload <= ServerlessPayload || !fleet.Variants.All(variant => variant.Spec.IsServerless)
            ? true
            : throw new AwsError("RequestEntityTooLargeException", $"HTTP content length exceeded {ServerlessPayload} bytes.");
    }
}
