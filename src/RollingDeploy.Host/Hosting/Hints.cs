namespace RollingDeploy.Host.Hosting;

/// <summary>A refusal that we can say more about than AWS does.</summary>
internal sealed record Hint(DateTimeOffset Time, string Region, string Operation, string Resource, string Text);

/// <summary>
/// The last hints of an account, for its journal. They are kept beside the world and not in it: a refused call changes nothing
/// there.
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
