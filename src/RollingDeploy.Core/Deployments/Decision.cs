using System.Collections.Immutable;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>An event for the journal.</summary>
/// <param name="Event">One word for machines, such as <c>bakeStarted</c>.</param>
/// <param name="Sentence">One sentence for people.</param>
public readonly record struct JournalLine(string Event, string Sentence);

/// <summary>What the planner decided.</summary>
/// <param name="Next">The deployment from now on.</param>
/// <param name="Order">What the fleets are to become; null for nothing.</param>
/// <param name="LookAgainAt">When to look again; null when only the fleets can move it on, or when it has ended.</param>
/// <param name="Lines">What the journal says of it: what ended, then what begins. Every act has a line.</param>
public sealed record Decision(Deployment Next, Step? Order, DateTimeOffset? LookAgainAt, ImmutableArray<JournalLine> Lines)
{
    /// <summary>The fault that decided it; it is counted when the decision is carried out.</summary>
    public FaultKind? Struck { get; init; }

    /// <summary>Whether anything is to be done; if not, deciding again at this instant decides the same.</summary>
    public bool Acts => !Lines.IsEmpty;

    internal static Decision Wait(Deployment deployment, DateTimeOffset? lookAgainAt) => new(deployment, null, lookAgainAt, []);

    internal static Decision Act(Deployment next, Step? order, JournalLine? first, JournalLine? second = null) =>
        new(next, order, null, [.. new[] { first, second }.OfType<JournalLine>()]);
}
