using System.Collections.Immutable;
using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Alarms;

/// <summary>The configuration of a composite alarm.</summary>
/// <param name="Rule">The rule, as it was written.</param>
/// <param name="Children">The names of the alarms in the rule, without duplicates.</param>
/// <param name="Suppressor">The actions suppressor; null if there is none.</param>
public sealed record CompositeConfiguration(string Rule, ImmutableArray<string> Children, ActionsSuppressor? Suppressor);

/// <summary>An alarm that suppresses the actions of a composite alarm while it is in ALARM.</summary>
/// <param name="AlarmName">The name of the suppressor alarm.</param>
/// <param name="WaitPeriod">How long actions wait until the suppressor goes into ALARM.</param>
/// <param name="ExtensionPeriod">How long actions are suppressed after the suppressor has left ALARM.</param>
public sealed record ActionsSuppressor(string AlarmName, TimeSpan WaitPeriod, TimeSpan ExtensionPeriod);

/// <summary>Why actions are suppressed.</summary>
public enum SuppressedBy
{
    /// <summary>The actions wait, because the suppressor can still go into ALARM.</summary>
    WaitPeriod,

    /// <summary>The suppressor has left ALARM, and the extension period has not ended.</summary>
    ExtensionPeriod,

    /// <summary>The suppressor is in ALARM.</summary>
    Alarm,
}

/// <summary>An alarm on the states of other alarms.</summary>
public sealed class CompositeAlarm : Alarm
{
    internal CompositeAlarm(
        string name, CompositeConfiguration configuration, AlarmRule rule, string document, AlarmActions actions,
        DateTimeOffset now)
        : base(name, document, actions, now) => (Configuration, Rule) = (configuration, rule);

    internal CompositeAlarm(SavedCompositeAlarm saved, AlarmRule rule)
        : base(saved.Alarm)
    {
        (Configuration, Rule) = (saved.Configuration, rule);
        Suppress(saved.SuppressedBy, saved.SuppressedUntil);
    }

    /// <summary>The configuration.</summary>
    public CompositeConfiguration Configuration { get; private set; }

    /// <summary>The compiled rule.</summary>
    internal AlarmRule Rule { get; private set; }

    /// <summary>The names of the alarms in the rule.</summary>
    public ImmutableArray<string> Children => Configuration.Children;

    /// <summary>The actions suppressor; null if there is none.</summary>
    public ActionsSuppressor? Suppressor => Configuration.Suppressor;

    internal IEnumerable<string> Suppressors => Suppressor is null ? [] : [Suppressor.AlarmName];

    /// <summary>Why the actions of the current state are suppressed; null if they are not.</summary>
    public SuppressedBy? SuppressedBy { get; private set; }

    /// <summary>When the wait period or the extension period ends; null if neither is running.</summary>
    public DateTimeOffset? SuppressedUntil { get; private set; }

    /// <inheritdoc/>
    public override Owner OwnerIn(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return new(region.Name, Name, OwnerType.CompositeAlarm);
    }

    internal void Put(
        CompositeConfiguration configuration, AlarmRule rule, string document, AlarmActions actions, DateTimeOffset now)
    {
        (Configuration, Rule) = (configuration, rule);
        Suppress(null, null);
        Put(document, actions, now);
    }

    /// <summary>Returns the state, for a snapshot.</summary>
    internal new SavedCompositeAlarm Save() => new(base.Save(), Configuration, SuppressedBy, SuppressedUntil);

    internal void Suppress(SuppressedBy? by, DateTimeOffset? until) => (SuppressedBy, SuppressedUntil) = (by, until);

    /// <summary>Records that the rule was evaluated without a change of the state.</summary>
    internal void Confirm(DateTimeOffset now) => UpdatedAt = now;
}
