namespace RollingDeploy.Host.Hosting;

/// <summary>An explanation of a refused call, with more details than AWS's error text.</summary>
internal sealed record Hint(DateTimeOffset Time, string Region, string Operation, string Resource, string Text);

/// <summary>
/// The latest hints of an account, for the journals of its endpoints. They are not part of the world, because a refused call does
/// not change the world.
/// </summary>
internal sealed class Hints
{
    private const int Kept = 100;

    private readonly Lock _lock = new();
    private readonly Queue<Hint> _hints = new();

    public void Add(Hint hint)
    {
        lock (_lock)
        {
            _hints.Enqueue(hint);
            if (_hints.Count > Kept)
            {
                _hints.Dequeue();
            }
        }
    }

    public IReadOnlyList<Hint> Of(string region, string resource)
    {
        lock (_lock)
        {
            return [.. _hints.Where(hint =>
                hint.Region == region && string.Equals(hint.Resource, resource, StringComparison.OrdinalIgnoreCase))];
        }
    }
}
