namespace RollingDeploy.Core.Deployments;

/// <summary>Which resources have a running deployment that watches an alarm, by the name of the alarm.</summary>
internal sealed class WatchedAlarms
{
    private readonly Dictionary<string, HashSet<Deployable>> _subjects = new(StringComparer.Ordinal);

    /// <summary>Returns the resources whose running deployments watch an alarm.</summary>
    public IReadOnlyCollection<Deployable> Watching(string alarm) =>
        _subjects.TryGetValue(alarm, out var subjects) ? subjects : [];

    /// <summary>Adds the alarms of a deployment that begins.</summary>
    public void Add(Deployable subject, Deployment deployment)
    {
        foreach (var alarm in deployment.Alarms)
        {
            if (!_subjects.TryGetValue(alarm, out var subjects))
            {
                _subjects.Add(alarm, subjects = []);
            }

            subjects.Add(subject);
        }
    }

    /// <summary>Removes the alarms of a deployment that has ended.</summary>
    public void Remove(Deployable subject, Deployment deployment)
    {
        foreach (var alarm in deployment.Alarms)
        {
            if (_subjects.TryGetValue(alarm, out var subjects) && subjects.Remove(subject) && subjects.Count == 0)
            {
                _subjects.Remove(alarm);
            }
        }
    }
}
