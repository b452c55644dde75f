using System.Diagnostics.CodeAnalysis;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// The alarms of a region, with the dependencies between composite alarms and other alarms. Names are case-sensitive.
/// </summary>
public sealed class AlarmTable
{
    private readonly Dictionary<string, Alarm> _alarms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MetricAlarm> _ofMetrics = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CompositeAlarm> _composites = new(StringComparer.Ordinal);
    private readonly Relation _parents = new();
    private readonly Relation _suppressed = new();
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>The metric alarms, sorted by name.</summary>
    public IReadOnlyCollection<MetricAlarm> OfMetrics => _ofMetrics.Values;

    /// <summary>The composite alarms, sorted by name.</summary>
    public IReadOnlyCollection<CompositeAlarm> Composites => _composites.Values;

    /// <summary>Returns the alarm with this name; null if there is none.</summary>
    public Alarm? Find(string name) => _alarms.GetValueOrDefault(name);

    /// <summary>Gets the alarm with this name, if it exists and has this type.</summary>
    public bool TryGet<T>(string name, [NotNullWhen(true)] out T? alarm)
        where T : Alarm => (alarm = Find(name) as T) is not null;

    /// <summary>Returns the names of the composite alarms that have an alarm in their rules, sorted.</summary>
    public IReadOnlyCollection<string> ParentsOf(string name) => _parents.Of(name);

    /// <summary>Returns the names of the composite alarms that have an alarm as their suppressor, sorted.</summary>
    internal IReadOnlyCollection<string> SuppressedBy(string name) => _suppressed.Of(name);

    internal void Add(Alarm alarm)
    {
        _alarms.Add(alarm.Name, alarm);
        if (alarm is MetricAlarm metric)
        {
            _ofMetrics.Add(alarm.Name, metric);
        }
        else if (alarm is CompositeAlarm composite)
        {
            _composites.Add(alarm.Name, composite);
            Link(composite);
        }
    }

    internal void Remove(Alarm alarm)
    {
        _alarms.Remove(alarm.Name);
        _changed.Remove(alarm.Name);
        _ofMetrics.Remove(alarm.Name);
        if (_composites.Remove(alarm.Name, out var composite))
        {
            Unlink(composite);
        }
    }

    internal void Link(CompositeAlarm composite)
    {
        _parents.Add(composite.Children, composite.Name);
        _suppressed.Add(composite.Suppressors, composite.Name);
    }

    internal void Unlink(CompositeAlarm composite)
    {
        _parents.Remove(composite.Children, composite.Name);
        _suppressed.Remove(composite.Suppressors, composite.Name);
    }

    internal void NoteChange(string name) => _changed.Add(name);

    /// <summary>Whether alarms have changed their state since the last call of <see cref="TakeChanged"/>.</summary>
    internal bool HaveChanged => _changed.Count > 0;

    /// <summary>Whether the evaluation of composite alarms is scheduled.</summary>
    internal bool IsSettling { get; set; }

    /// <summary>
    /// Returns the names of the alarms that have changed their state since the last call, sorted, and clears them.
    /// </summary>
    internal IReadOnlySet<string> TakeChanged()
    {
        var changed = new SortedSet<string>(_changed, StringComparer.Ordinal);
        _changed.Clear();
        return changed;
    }

    /// <summary>Returns the changes that composite alarms have not seen, for a snapshot; none if there are none.</summary>
    internal IEnumerable<SavedAlarmChanges> SaveChanges() =>
        HaveChanged || IsSettling ? [new SavedAlarmChanges([.. _changed], IsSettling)] : [];

    /// <summary>Adds the changes of a snapshot.</summary>
    internal void Restore(SavedAlarmChanges saved)
    {
        _changed.UnionWith(saved.Changed);
        IsSettling = saved.IsSettling;
    }

    /// <summary>Stores which composite alarms depend on an alarm.</summary>
    private sealed class Relation
    {
        private static readonly SortedSet<string> Nobody = [];

        private readonly Dictionary<string, SortedSet<string>> _dependents = new(StringComparer.Ordinal);

        public SortedSet<string> Of(string name) => _dependents.GetValueOrDefault(name) ?? Nobody;

        public void Add(IEnumerable<string> names, string dependent)
        {
            foreach (var name in names)
            {
                if (!_dependents.TryGetValue(name, out var found))
                {
                    _dependents.Add(name, found = new(StringComparer.Ordinal));
                }

                found.Add(dependent);
            }
        }

        public void Remove(IEnumerable<string> names, string dependent)
        {
            foreach (var name in names)
            {
                if (_dependents.TryGetValue(name, out var found) && found.Remove(dependent) && found.Count == 0)
                {
                    _dependents.Remove(name);
                }
            }
        }
    }
}
