using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Traffic;

/// <summary>The synthetic traffic of an endpoint has changed.</summary>
/// <param name="Pattern">The traffic; null if there is none.</param>
public sealed record TrafficChanged(TrafficPattern? Pattern) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "trafficChanged";

    /// <inheritdoc/>
    public override string Sentence => Pattern is null ? "It has no synthetic traffic any more."
        : FormattableString.Invariant($"Its synthetic traffic is {Pattern.RequestsPerSecond} requests a second.");
}
