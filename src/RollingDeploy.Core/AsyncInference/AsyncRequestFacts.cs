using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>An asynchronous request that has ended, for the notification of its topic.</summary>
/// <param name="Request">The request, which does not change any more.</param>
/// <param name="IncludesResponse">Whether the notification includes the response of the model.</param>
public sealed record AsyncRequestFacts(AsyncRequest Request, bool IncludesResponse) : EventFacts
{
    /// <inheritdoc/>
    internal override int Weight => (Request.Call.Body?.Length ?? 0) + (Request.Answer?.Body.Length ?? 0);
}
