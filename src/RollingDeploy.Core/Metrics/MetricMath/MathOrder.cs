namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// Sorts expressions so that each comes after those that it refers to. It is a depth-first search, which also finds circular
/// references.
/// </summary>
internal sealed class MathOrder
{
    private readonly HashSet<string> _metricIds;
    private readonly Dictionary<string, MathStep> _steps;
    private readonly List<string> _path = [];
    private readonly HashSet<string> _done = [];
    private readonly List<MathStep> _sorted = [];

    private MathOrder(IEnumerable<string> metricIds, IEnumerable<MathStep> steps)
    {
        _metricIds = [.. metricIds];
        _steps = steps.ToDictionary(step => step.Id);
    }

    public static IReadOnlyList<MathStep> Sort(IEnumerable<string> metricIds, IReadOnlyList<MathStep> steps)
    {
        var order = new MathOrder(metricIds, steps);
        foreach (var step in steps)
        {
            order.Visit(step);
        }

        return order._sorted;
    }

    private void Visit(MathStep step)
    {
        if (_done.Contains(step.Id))
        {
            return;
        }

        _path.Add(step.Id);
        foreach (var node in step.Expression.Ids.Where(node => !_metricIds.Contains(node.Id)))
        {
            Follow(step, node.Id, node.Position);
        }

        _path.RemoveAt(_path.Count - 1);
        _done.Add(step.Id);
        _sorted.Add(step);
    }

    private void Follow(MathStep from, string id, int position)
    {
        if (!_steps.TryGetValue(id, out var next))
        {
            throw new MathException($"Metric or expression '{id}' not found", position, from.Id);
        }

        var start = _path.IndexOf(id);
        if (start >= 0)
        {
            throw new MathException($"Circular reference {string.Join(" -> ", _path.Skip(start))} -> {id}", position, from.Id);
        }

        Visit(next);
    }
}
