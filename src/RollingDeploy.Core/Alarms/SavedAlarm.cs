using System.Collections.Immutable;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Alarms;

/// <summary>What all alarms have, in a snapshot.</summary>
internal sealed record SavedAlarm(
    string Name,
    string Document,
    AlarmActions Actions,
    AlarmStateRecord Current,
    DateTimeOffset CreatedAt,
    DateTimeOffset ConfigurationUpdatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LeftAlarmAt = null,
    DateTimeOffset? EnteredAlarmAt = null,
    AlarmState? PreviousState = null);

/// <summary>A metric alarm, in a snapshot.</summary>
/// <param name="Alarm">What all alarms have.</param>
/// <param name="Configuration">The configuration.</param>
/// <param name="LookAt">When it is evaluated next. For one that sleeps, it is the next time of its interval.</param>
/// <param name="Contributors">The contributors in ALARM; null if there are none.</param>
/// <param name="IsPartial">Whether the last evaluation left out metrics or time series because of a limit.</param>
/// <param name="WarmsUpUntil">When its warm-up period ends; null if it is not in its warm-up period.</param>
internal sealed record SavedMetricAlarm(
    SavedAlarm Alarm,
    AlarmConfiguration Configuration,
    DateTimeOffset LookAt,
    ImmutableArray<ContributorInAlarm>? Contributors = null,
    bool IsPartial = false,
    DateTimeOffset? WarmsUpUntil = null);

/// <summary>A composite alarm, in a snapshot.</summary>
/// <param name="Alarm">What all alarms have.</param>
/// <param name="Configuration">The configuration.</param>
/// <param name="SuppressedBy">Why the actions of the current state are suppressed; null if they are not.</param>
/// <param name="SuppressedUntil">When the wait period or the extension period ends; null if neither is running.</param>
internal sealed record SavedCompositeAlarm(
    SavedAlarm Alarm,
    CompositeConfiguration Configuration,
    SuppressedBy? SuppressedBy = null,
    DateTimeOffset? SuppressedUntil = null);

/// <summary>The changes that composite alarms have not seen yet, in a snapshot.</summary>
internal sealed record SavedAlarmChanges(ImmutableArray<string> Changed, bool IsSettling);

/// <summary>An item of the history, in a snapshot.</summary>
internal sealed record SavedHistoryItem(long Sequence, AlarmType Type, KeptEvent Event);
