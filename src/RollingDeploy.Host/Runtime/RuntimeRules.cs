using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Runtime;

/// <summary>How much an endpoint takes, by what it is (endpoint-metrics.md §4.1).</summary>
internal static class RuntimeRules
{
    private const int ServerlessPayload = 4 * 1024 * 1024;

    /// <summary>
    /// Whether there is such an endpoint, and it takes this; an endpoint that is not there is refused later, by the engine.
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
