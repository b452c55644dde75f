using System.Collections.Immutable;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The random numbers of a region's IDs, in a snapshot.</summary>
internal sealed record SavedScalingIds(SavedDice Ids);

/// <summary>A scaling activity, in a snapshot.</summary>
/// <param name="Sequence">The sequence number.</param>
/// <param name="ResourceId">The ResourceId.</param>
/// <param name="Dimension">The ScalableDimension.</param>
/// <param name="Begun">The event at its beginning.</param>
/// <param name="Ended">The event at its end; null if it has not ended.</param>
/// <param name="IsKept">Whether it is listed. Others are only referred to.</param>
internal sealed record SavedActivity(
    long Sequence, string ResourceId, string Dimension, KeptEvent Begun, KeptEvent? Ended = null, bool IsKept = true);

/// <summary>A scalable target with its scheduled actions, in a snapshot.</summary>
/// <param name="Id">The last part of its ARN.</param>
/// <param name="ResourceId">The ResourceId.</param>
/// <param name="Dimension">The ScalableDimension.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="MinCapacity">The minimum capacity.</param>
/// <param name="MaxCapacity">The maximum capacity.</param>
/// <param name="Suspended">The suspended state.</param>
/// <param name="LastOut">The last scale-out by a policy.</param>
/// <param name="LastInAt">When the last scale-in by a policy was completed.</param>
/// <param name="LastActivity">The sequence number of the last activity.</param>
/// <param name="LookedAt">When its policies were last evaluated.</param>
/// <param name="IsToBeLookedAt">Whether an evaluation is scheduled.</param>
/// <param name="AwaitsBounds">Whether the capacity is outside the bounds.</param>
/// <param name="ScheduledUuid">The UUID in the ARNs of the scheduled actions.</param>
/// <param name="WakesAt">When the next scheduled action is due.</param>
/// <param name="Actions">The scheduled actions; null if there are none.</param>
/// <param name="IsRegistered">Whether it is registered. Others have only a running change.</param>
internal sealed record SavedTarget(
    string Id,
    string ResourceId,
    string Dimension,
    DateTimeOffset CreatedAt,
    int MinCapacity,
    int MaxCapacity,
    SuspendedScaling Suspended,
    ScaleOut? LastOut = null,
    DateTimeOffset? LastInAt = null,
    long? LastActivity = null,
    DateTimeOffset? LookedAt = null,
    bool IsToBeLookedAt = false,
    bool AwaitsBounds = false,
    string ScheduledUuid = "",
    DateTimeOffset? WakesAt = null,
    ImmutableArray<SavedAction>? Actions = null,
    bool IsRegistered = true);

/// <summary>A scaling policy, in a snapshot.</summary>
internal sealed record SavedPolicy(
    string Target,
    string Name,
    string Uuid,
    DateTimeOffset CreatedAt,
    ScalingConfiguration Configuration,
    string Document,
    ImmutableArray<string> OwnAlarms);

/// <summary>A running change of a capacity, in a snapshot.</summary>
internal sealed record SavedCapacityChange(string Deployment, string Target, long Activity, int From, int To, int? Basis = null);
