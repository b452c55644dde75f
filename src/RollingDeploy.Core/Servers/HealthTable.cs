namespace RollingDeploy.Core.Servers;

/// <summary>
/// What the real servers that answer for models last said to their health check; nothing until they were asked.
/// </summary>
public sealed class HealthTable
{
    private readonly Dictionary<Uri, bool> _answers = [];

    /// <summary>Whether a server was well when it was last asked; null where it never was.</summary>
    public bool? Of(Uri server) => _answers.TryGetValue(server, out var isWell) ? isWell : null;

    /// <summary>Whether no server was ever asked.</summary>
    public bool IsEmpty => _answers.Count == 0;

    internal void Set(Uri server, bool isWell) => _answers[server] = isWell;
}
