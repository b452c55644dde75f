using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Limits;

/// <summary>A limit was set, or lifted.</summary>
/// <param name="Most">What it is now; null where it was lifted.</param>
public sealed record LimitChanged(int? Most) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "limitChanged";

    /// <inheritdoc/>
    public override string Sentence => Most is { } most ? FormattableString.Invariant($"The limit is {most}.") : "There is no limit any more.";
}
