using System.Diagnostics.CodeAnalysis;

namespace RollingDeploy.Core.Alarms;

/// <summary>The alarms of a region by their exact names, and which composite alarms depend on which.</summary>
public sealed class AlarmTable
{
    private readonly Dictionary<string, Alarm> _alarms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MetricAlarm> _ofMetrics = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CompositeAlarm> _composites = new(StringComparer.Ordinal);
    private readonly Relation _parents = new();
    private readonly Relation _suppressed = new();
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>The evaluation intervals, in seconds, that have an entry in the schedule.</summary>
    internal HashSet<int> Intervals { get; } = [];

    /// <summary>The metric alarms, sorted by name.</summary>
    public IReadOnlyCollection<MetricAlarm> OfMetrics => _ofMetrics.Values;

    /// <summary>The composite alarms, sorted by name.</summary>
    public IReadOnlyCollection<CompositeAlarm> Composites => _composites.Values;

    /// <summary>The alarm of that name; null when there is none.</summary>
    public Alarm? Find(string name) => _alarms.GetValueOrDefault(name);

    /// <summary>The alarm of that name, if there is one of that type.</summary>
    public bool TryGet<T>(string name, [NotNullWhen(true)] out T? alarm)
        where T : Alarm => (alarm = Find(name) as T) is not null;

    /// <summary>The names of the composite alarms whose rules name an alarm, sorted.</summary>
    public IReadOnlyCollection<string> ParentsOf(string name) => _parents.Of(name);

    /// <summary>The names of the composite alarms that an alarm suppresses, sorted.</summary>
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

    /// <summary>Takes the names of those whose states have changed since this was last asked, sorted.</summary>
    internal IReadOnlySet<string> TakeChanged()
    {
        var changed = new SortedSet<string>(_changed, StringComparer.Ordinal);
        _changed.Clear();
        return changed;
    }

    /// <summary>Who depends on whom.</summary>
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
