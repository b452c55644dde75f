using System.Collections.Immutable;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>An event for the journal of a deployment.</summary>
/// <param name="Event">The name for programs, such as <c>bakeStarted</c>.</param>
/// <param name="Sentence">The sentence for people.</param>
public readonly record struct JournalLine(string Event, string Sentence);

/// <summary>A decision of the planner.</summary>
/// <param name="Next">The deployment after the decision.</param>
/// <param name="Order">The change of the fleets; null for none.</param>
/// <param name="LookAgainAt">
/// When to decide again; null if only a change of the fleets can continue it, or if it has ended.
/// </param>
/// <param name="Lines">
/// The lines for the journal: what ended, then what begins. Every decision that changes something has a line.
/// </param>
public sealed record Decision(Deployment Next, Step? Order, DateTimeOffset? LookAgainAt, ImmutableArray<JournalLine> Lines)
{
    /// <summary>The fault that caused the decision. It is counted when the decision is carried out.</summary>
    public FaultKind? Struck { get; init; }

    /// <summary>Whether the decision changes something. If not, another decision at the same time is the same.</summary>
    public bool Acts => !Lines.IsEmpty;

    internal static Decision Wait(Deployment deployment, DateTimeOffset? lookAgainAt) => new(deployment, null, lookAgainAt, []);

    internal static Decision Act(Deployment next, Step? order, JournalLine? first, JournalLine? second = null) =>
        new(next, order, null, [.. new[] { first, second }.OfType<JournalLine>()]);
}
