using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace RollingDeploy.Host.Behaviors;

/// <summary>The servers that may answer for a model: those of this machine, and hosts that the configuration names.</summary>
internal sealed class ForwardTargets(IReadOnlyList<string> hosts)
{
    public const string Allowed = "on this machine, or on a host that RollingDeploy:ForwardHosts names";

    private const int LongestAddress = 2048;

    private readonly HashSet<string> _hosts = new(hosts.Select(host => host.Trim('[', ']')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is an address of a server at all.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? target) =>
        Uri.TryCreate(text.Length <= LongestAddress ? text : null, UriKind.Absolute, out target)
        && (target.Scheme == Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps)
        && target is { UserInfo: "", Query: "", Fragment: "" };

    public bool Allow(Uri target) => target.IsLoopback || _hosts.Contains(target.IdnHost);

    /// <summary>
    /// Those of a host's addresses that may be connected to: whatever its name says, and whatever it meant when it was said, this
    /// machine is where its loopback addresses are.
    /// </summary>
    public IPAddress[] Reachable(string host, IEnumerable<IPAddress> addresses) =>
        [.. addresses.Where(address => _hosts.Contains(host) || IPAddress.IsLoopback(address))];
}
