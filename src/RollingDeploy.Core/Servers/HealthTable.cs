namespace RollingDeploy.Core.Servers;

/// <summary>The last known health of the real servers that respond for models.</summary>
public sealed class HealthTable
{
    private readonly Dictionary<Uri, bool> _answers = [];

    /// <summary>Returns whether a server was healthy at the last check; null if it was not checked yet.</summary>
    public bool? Of(Uri server) => _answers.TryGetValue(server, out var isWell) ? isWell : null;

    /// <summary>Whether no server has been checked yet.</summary>
    public bool IsEmpty => _answers.Count == 0;

    /// <summary>Returns the health of all servers, for a snapshot.</summary>
    internal IEnumerable<SavedHealth> Save() => _answers.Select(each => new SavedHealth(each.Key, each.Value));

    /// <summary>Adds the health of a server in a snapshot.</summary>
    internal void Restore(SavedHealth saved) => _answers.Add(saved.Server, saved.IsWell);

    internal void Set(Uri server, bool isWell) => _answers[server] = isWell;
}
