using System.Net;

namespace RollingDeploy.Host.Browsers;

/// <summary>
/// One spelling for each host: names in small letters and without a dot at the end, addresses as .NET prints them.
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
