namespace RollingDeploy.Core.Alarms;

/// <summary>The graph of composite alarms and the alarms in their rules.</summary>
internal static class AlarmGraph
{
    /// <summary>Returns the composite alarms that depend on alarms, directly or through others.</summary>
    public static HashSet<string> Ancestors(Region region, IEnumerable<string> names)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        var open = new Queue<string>(names);
        while (open.TryDequeue(out var name))
        {
            foreach (var parent in region.Alarms.ParentsOf(name).Where(found.Add))
            {
                open.Enqueue(parent);
            }
        }

        return found;
    }

    /// <summary>Returns whether an alarm depends on itself through the rules of other alarms.</summary>
    public static bool IsInCycle(Region region, string name) => Ancestors(region, [name]).Contains(name);

    /// <summary>
    /// Returns whether one of the alarms is in a cycle. It takes time in proportion to their number, and cycles are rare, so that
    /// most often no alarm need be looked at by itself.
    /// </summary>
    /// <param name="region">The region.</param>
    /// <param name="alarms">Composite alarms, with all that depend on them.</param>
    public static bool HasCycle(Region region, IReadOnlySet<string> alarms)
    {
        // An alarm is taken when all of its children are. Those in a cycle never are.
        var open = alarms.ToDictionary(name => name, name => ChildrenAmong(region, name, alarms), StringComparer.Ordinal);
        var free = new Queue<string>(open.Where(each => each.Value == 0).Select(each => each.Key));
        var taken = 0;
        while (free.TryDequeue(out var name))
        {
            taken++;
            foreach (var parent in region.Alarms.ParentsOf(name).Where(parent => --open[parent] == 0))
            {
                free.Enqueue(parent);
            }
        }

        return taken < alarms.Count;
    }

    private static int ChildrenAmong(Region region, string name, IReadOnlySet<string> alarms) =>
        region.Alarms.TryGet<CompositeAlarm>(name, out var alarm) ? alarm.Children.Count(alarms.Contains) : 0;
}
