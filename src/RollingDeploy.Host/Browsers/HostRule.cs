using System.Net;

namespace RollingDeploy.Host.Browsers;

/// <summary>
/// The names by which RollingDeploy may be called. A page can point its own name at this machine (DNS rebinding) and is then of
/// the same origin, but no page can have one of these names.
/// </summary>
internal sealed class HostRule(IEnumerable<string> allowed)
{
    /// <summary>Ends of names that the public DNS does not have.</summary>
    public static readonly string[] Suffixes = [".localhost", ".internal", ".local", ".svc", ".test"];

    private readonly HashSet<string> _allowed = [.. allowed.Select(HostName.Of)];

    public bool Allows(HostString host)
    {
        var name = HostName.Of(host.Host ?? "");
        return name.Length > 0
            && (!name.Contains('.', StringComparison.Ordinal)
                || IPAddress.TryParse(name, out _)
                || Array.Exists(Suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal))
                || _allowed.Contains(name));
    }
}
