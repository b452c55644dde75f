using System.Net;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Browsers;

/// <summary>
/// Decides which values of the <c>Host</c> header are allowed. A web page can point its own host name at this machine (DNS
/// rebinding) and then has the same origin as RollingDeploy. A web page cannot have one of the allowed names.
/// </summary>
internal sealed class HostRule(IEnumerable<string> allowed)
{
    /// <summary>Endings of names that do not exist in the public DNS.</summary>
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
