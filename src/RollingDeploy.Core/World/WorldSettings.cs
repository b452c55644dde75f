using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Models;

namespace RollingDeploy.Core;

/// <summary>What a world is made with. A reset makes it anew with the same.</summary>
public sealed record WorldSettings
{
    /// <summary>The virtual time at which it starts.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where its randomness starts.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How long instances and traffic take.</summary>
    public FleetTimings Timings { get; init; } = new();

    /// <summary>The status shown while a deployment rolls back: <c>Updating</c>, or <c>RollingBack</c> (DESIGN §7).</summary>
    public EndpointStatus RollbackStatus { get; init; } = EndpointStatus.Updating;

    /// <summary>Whether the last canary or linear step is followed by its WaitIntervalInSeconds too (DESIGN §7).</summary>
    public bool BakeAfterLastStep { get; init; }

    /// <summary>What models cannot be made from.</summary>
    public ModelAccess ModelAccess { get; init; } = new();

    /// <summary>How containers of certain images behave; the last that fits wins.</summary>
    public ImmutableArray<ImageBehavior> Behaviors { get; init; } = [];

    /// <summary>Told who was set aside after a defect of ours, and of the defect.</summary>
    public Action<string, Exception>? ReportDefect { get; init; }

    /// <summary>Told whose work begins: by throwing, a test stands in for a defect in that work.</summary>
    internal Action<Owner>? WorkBegins { get; init; }

    /// <summary>Which life of the world it is: a reset begins the next one.</summary>
    public long Epoch { get; init; } = 1;

    /// <summary>How much of what happens is kept for those who read it from outside.</summary>
    public EventLogLimits EventLog { get; init; } = new();

    /// <summary>Called after each event, while the world's lock is held: it must return at once and must not throw.</summary>
    public Action<EventLog>? EventAppended { get; init; }

    /// <summary>How many deployments an endpoint keeps, journals included; the last one is always kept.</summary>
    public int KeptDeployments { get; init; } = 100;
}
