using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// A model whose real server is RollingDeploy itself would ask without end. What we send names us, as RFC 8586 has it, and what
/// names us is refused.
/// </summary>
internal static class Loop
{
    public const string Header = "CDN-Loop";
    public const string Name = "rollingdeploy";

    /// <exception cref="AwsError">We sent the request ourselves.</exception>
    public static void Refuse(HttpRequest request)
    {
        if (request.Headers[Header].Any(each => each?.Contains(Name, StringComparison.OrdinalIgnoreCase) is true))
        {
            throw new AwsError(
                "ValidationException", "RollingDeploy cannot be the server of its own model. This request came from RollingDeploy itself.");
        }
    }
}
