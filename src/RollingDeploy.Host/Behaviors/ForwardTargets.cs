using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace RollingDeploy.Host.Behaviors;

/// <summary>Decides which servers may answer for a model: servers on this machine, and on hosts in the configuration.</summary>
internal sealed class ForwardTargets(IReadOnlyList<string> hosts)
{
    public const string Allowed = "on this machine, or on a host in the setting RollingDeploy:ForwardHosts";

    private const int LongestAddress = 2048;

    private readonly HashSet<string> _hosts = new(hosts.Select(host => host.Trim('[', ']')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the URL of a server. Returns false if the text is not one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? target) =>
        Uri.TryCreate(text.Length <= LongestAddress ? text : null, UriKind.Absolute, out target)
        && (target.Scheme == Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps)
        && target is { UserInfo: "", Query: "", Fragment: "" };

    public bool Allow(Uri target) => target.IsLoopback || _hosts.Contains(target.IdnHost);

    /// <summary>
    /// Returns the addresses of a host to which a connection is allowed. The host name alone does not decide, because its
    /// addresses can change: unless the host is in the configuration, only loopback addresses are allowed.
    /// </summary>
    public IPAddress[] Reachable(string host, IEnumerable<IPAddress> addresses) =>
        [.. addresses.Where(address => _hosts.Contains(host) || IPAddress.IsLoopback(address))];
}
