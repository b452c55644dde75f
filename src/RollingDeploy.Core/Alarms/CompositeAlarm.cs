using System.Collections.Immutable;
using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Alarms;

/// <summary>What a composite alarm watches.</summary>
/// <param name="Rule">The rule over the states of other alarms, as it was written.</param>
/// <param name="Children">The names of the alarms that the rule refers to, without repetition.</param>
/// <param name="Suppressor">What keeps its actions back; null for nothing.</param>
public sealed record CompositeConfiguration(string Rule, ImmutableArray<string> Children, ActionsSuppressor? Suppressor);

/// <summary>An alarm that keeps the actions of a composite alarm back while it is in ALARM itself.</summary>
/// <param name="AlarmName">Its name.</param>
/// <param name="WaitPeriod">How long actions wait for it to go into ALARM.</param>
/// <param name="ExtensionPeriod">How long actions are kept back after it has left ALARM.</param>
public sealed record ActionsSuppressor(string AlarmName, TimeSpan WaitPeriod, TimeSpan ExtensionPeriod);

/// <summary>Why actions are kept back.</summary>
public enum SuppressedBy
{
    /// <summary>The suppressor may still go into ALARM.</summary>
    WaitPeriod,

    /// <summary>The suppressor has just left ALARM.</summary>
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

    /// <summary>What it watches.</summary>
    public CompositeConfiguration Configuration { get; private set; }

    /// <summary>Its rule.</summary>
    internal AlarmRule Rule { get; private set; }

    /// <summary>The names of the alarms that its rule refers to.</summary>
    public ImmutableArray<string> Children => Configuration.Children;

    /// <summary>What keeps its actions back.</summary>
    public ActionsSuppressor? Suppressor => Configuration.Suppressor;

    internal IEnumerable<string> Suppressors => Suppressor is null ? [] : [Suppressor.AlarmName];

    /// <summary>Why the actions of its present state are kept back; null when they are not.</summary>
    public SuppressedBy? SuppressedBy { get; private set; }

    /// <summary>Until when a wait or an extension keeps them back.</summary>
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

    internal void Suppress(SuppressedBy? by, DateTimeOffset? until) => (SuppressedBy, SuppressedUntil) = (by, until);

    /// <summary>Its rule was evaluated again, and its state is what it was.</summary>
    internal void Confirm(DateTimeOffset now) => UpdatedAt = now;
}
