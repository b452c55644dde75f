using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// Prevents endless calls if the real server of a model is RollingDeploy itself. Requests to real servers have the header
/// CDN-Loop (RFC 8586) with our name, and requests with our name in it are refused.
/// </summary>
internal static class Loop
{
    public const string Header = "CDN-Loop";
    public const string Name = "rollingdeploy";

    /// <summary>Refuses a request that RollingDeploy has sent.</summary>
    /// <exception cref="AwsError">RollingDeploy has sent the request.</exception>
    public static void Refuse(RequestHead request)
    {
        if (request.Headers[Header].Any(each => each?.Contains(Name, StringComparison.OrdinalIgnoreCase) is true))
        {
            throw new AwsError(
                "ValidationException", "RollingDeploy cannot be the server of its own model. This request came from RollingDeploy itself.");
        }
    }
}
