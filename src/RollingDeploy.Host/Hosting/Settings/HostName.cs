using System.Net;

namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>
/// Gives each host one spelling: names in lower case without a dot at the end, and IP addresses as .NET prints them.
/// </summary>
internal static class HostName
{
    public static string Of(string host)
    {
        var name = host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host;
        name = (name.EndsWith('.') ? name[..^1] : name).ToLowerInvariant();
        return IPAddress.TryParse(name, out var address) ? address.ToString() : name;
    }
}
