using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Host.Runtime;

/// <summary>Stateful sessions (DG "Stateful sessions with Amazon SageMaker AI models"): models begin and end them, by headers.</summary>
internal static class Sessions
{
    /// <summary>What a simulated model says to one who asks for a session.</summary>
    public static string Begun(Invocation invocation) =>
        FormattableString.Invariant($"{invocation.SessionId}; Expires={invocation.At.UtcDateTime.AddHours(1):yyyy-MM-ddTHH:mm:ss}Z");
}
