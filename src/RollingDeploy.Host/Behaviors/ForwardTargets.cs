using System.Diagnostics.CodeAnalysis;

namespace RollingDeploy.Host.Behaviors;

/// <summary>The servers that may answer for a model: those of this machine, and hosts that the configuration names.</summary>
internal sealed class ForwardTargets(IReadOnlyList<string> hosts)
{
    public const string Allowed = "on this machine, or on a host that RollingDeploy:ForwardHosts names";

    /// <summary>Whether it is an address of a server at all.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? target) =>
        Uri.TryCreate(text, UriKind.Absolute, out target)
        && (target.Scheme == Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps)
        && target is { UserInfo: "", Query: "", Fragment: "" };

    public bool Allow(Uri target) => target.IsLoopback || hosts.Contains(target.Host, StringComparer.OrdinalIgnoreCase);
}
