using RollingDeploy.Host.Browsers;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Hosting;

/// <summary>The settings for browsers.</summary>
internal sealed partial class RollingDeployOptions
{
    /// <summary>
    /// More host names that clients may use for this server, besides those that <see cref="HostRule"/> always allows.
    /// </summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>The origins of browser applications that may call this server, such as http://localhost:3000.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    private IEnumerable<string> BrowserProblems() =>
    [
        .. AllowedHosts.Where(host => Uri.CheckHostName(host) == UriHostNameType.Unknown)
            .Select(host => $"{Section}:AllowedHosts has {host}; it must be a host's name or address, without a port."),
        .. AllowedOrigins.Where(origin => Origin.Parse(origin) is null)
            .Select(origin => $"{Section}:AllowedOrigins has {origin}; it must be an origin such as http://localhost:3000, without a path."),
    ];
}
