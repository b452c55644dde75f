using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// Stateful sessions (developer guide, "Stateful sessions with Amazon SageMaker AI models"). Models start and end them in
/// headers.
/// </summary>
internal static class Sessions
{
    /// <summary>The header value with which a simulated model starts a session.</summary>
    public static string Begun(Invocation invocation) =>
        FormattableString.Invariant($"{invocation.SessionId}; Expires={invocation.At.UtcDateTime.AddHours(1):yyyy-MM-ddTHH:mm:ss}Z");
}
