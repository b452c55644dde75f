using System.Diagnostics.CodeAnalysis;

namespace RollingDeploy.Core.Alarms;

/// <summary>The alarms of a region by their exact names, and which composite alarms name which.</summary>
public sealed class AlarmTable
{
    private readonly SortedDictionary<string, Alarm> _alarms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MetricAlarm> _ofMetrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _parents = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>All of them, sorted by name.</summary>
    public IEnumerable<Alarm> All => _alarms.Values;

    /// <summary>The metric alarms, sorted by name.</summary>
    public IReadOnlyCollection<MetricAlarm> OfMetrics => _ofMetrics.Values;

    /// <summary>The composite alarms, sorted by name.</summary>
    public IEnumerable<CompositeAlarm> Composites => _alarms.Values.OfType<CompositeAlarm>();

    /// <summary>The alarm of that name; null when there is none.</summary>
    public Alarm? Find(string name) => _alarms.GetValueOrDefault(name);

    /// <summary>The alarm of that name, if there is one of that type.</summary>
    public bool TryGet<T>(string name, [NotNullWhen(true)] out T? alarm)
        where T : Alarm => (alarm = Find(name) as T) is not null;

    /// <summary>The names of the composite alarms whose rules name an alarm, sorted.</summary>
    public IReadOnlyCollection<string> ParentsOf(string name) => _parents.TryGetValue(name, out var parents) ? parents : [];

    internal void Add(Alarm alarm)
    {
        _alarms.Add(alarm.Name, alarm);
        if (alarm is MetricAlarm metric)
        {
            _ofMetrics.Add(alarm.Name, metric);
        }
    }

    internal bool Remove(Alarm alarm)
    {
        _ofMetrics.Remove(alarm.Name);
        _changed.Remove(alarm.Name);
        if (alarm is CompositeAlarm composite)
        {
            Unlink(composite);
        }

        return _alarms.Remove(alarm.Name);
    }

    internal void Link(CompositeAlarm composite)
    {
        foreach (var child in composite.Children)
        {
            if (!_parents.TryGetValue(child, out var parents))
            {
                _parents.Add(child, parents = new(StringComparer.Ordinal));
            }

            parents.Add(composite.Name);
        }
    }

    internal void Unlink(CompositeAlarm composite)
    {
        foreach (var child in composite.Children)
        {
            if (_parents.TryGetValue(child, out var parents) && parents.Remove(composite.Name) && parents.Count == 0)
            {
                _parents.Remove(child);
            }
        }
    }

    internal void NoteChange(string name) => _changed.Add(name);

    /// <summary>Takes the names of those whose states have changed since this was last asked, sorted.</summary>
    internal IReadOnlyList<string> TakeChanged()
    {
        string[] changed = [.. _changed];
        _changed.Clear();
        return changed;
    }
}
