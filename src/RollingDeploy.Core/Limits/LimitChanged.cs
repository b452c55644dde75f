using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Limits;

/// <summary>A limit was set or removed.</summary>
/// <param name="Most">The limit; null if it was removed.</param>
public sealed record LimitChanged(int? Most) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "limitChanged";

    /// <inheritdoc/>
    public override string Sentence => Most is { } most ? FormattableString.Invariant($"The limit is {most}.") : "There is no limit any more.";
}
