using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Models;

namespace RollingDeploy.Core;

/// <summary>The settings of a world. A reset creates a new world with the same settings.</summary>
public sealed record WorldSettings
{
    /// <summary>The virtual time at which it starts.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The seed of the random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The durations of launches, terminations and traffic shifts.</summary>
    public FleetTimings Timings { get; init; } = new();

    /// <summary>The status during the rollback of an update: <c>Updating</c> or <c>RollingBack</c> (DESIGN §7).</summary>
    public EndpointStatus RollbackStatus { get; init; } = EndpointStatus.Updating;

    /// <summary>Whether WaitIntervalInSeconds also follows the last canary or linear step (DESIGN §7).</summary>
    public bool BakeAfterLastStep { get; init; }

    /// <summary>The model data, images and packages that the account has no access to.</summary>
    public ModelAccess ModelAccess { get; init; } = new();

    /// <summary>The behavior of containers by image. The last match wins.</summary>
    public ImmutableArray<ImageBehavior> Behaviors { get; init; } = [];

    /// <summary>Called with the name of an owner that was set aside and the exception.</summary>
    public Action<string, Exception>? ReportDefect { get; init; }

    /// <summary>Called before the work of an owner. A test can throw an exception in it to simulate a bug in this work.</summary>
    internal Action<Owner>? WorkBegins { get; init; }

    /// <summary>
    /// Whether everything is looked at every minute and at every poll, also if nothing can have changed. It changes no result.
    /// </summary>
    internal bool IsEager { get; init; }

    /// <summary>The epoch of the world, which is counted up by each reset.</summary>
    public long Epoch { get; init; } = 1;

    /// <summary>How many events are kept for readers.</summary>
    public EventLogLimits EventLog { get; init; } = new();

    /// <summary>Called after each event while the lock of the world is held. It must return at once and must not throw.</summary>
    public Action<EventLog>? EventAppended { get; init; }

    /// <summary>Records the commands, so that they can be kept and run again; null for nobody.</summary>
    public ICommandRecorder? Recorder { get; init; }

    /// <summary>The number of deployments that are kept per endpoint, with their journals. The last one is always kept.</summary>
    public int KeptDeployments { get; init; } = 100;
}
