using System.Globalization;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Hosting;

/// <summary>Configures the addresses on which the host listens.</summary>
internal static class Addresses
{
    // 4566 is the usual port of AWS emulators. The default is loopback, so that only this machine can connect.
    private const string Default = "http://localhost:4566";
    private const string UrlsKey = "urls";
    private const string EndpointsKey = "Kestrel:Endpoints";

    private static readonly string[] PortKeys = ["http_ports", "https_ports"];

    /// <summary>
    /// Uses the configured addresses, or the default. <paramref name="port"/> replaces the port of the first address.
    /// </summary>
    /// <exception cref="StartUpException">An address or a port is not valid.</exception>
    public static void UseAddresses(this WebApplicationBuilder builder, int? port)
    {
        var configuration = builder.Configuration;
        var urls = configuration[UrlsKey] is { Length: > 0 } set ? set : IsSetElsewhere(configuration) ? null : Default;
        Require(configuration, urls);

        if (port is { } number || urls is not null)
        {
            builder.WebHost.UseUrls(
                port is null ? urls! : At(BindingAddress.Parse(Split(urls).FirstOrDefault(Default)), port.Value));
        }
    }

    public static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;

    private static void Require(ConfigurationManager configuration, string? urls)
    {
        var names = new SettingNames(configuration);
        var addresses = Split(urls).Select(url => (Key: UrlsKey, Url: url))
            .Concat(configuration.GetSection(EndpointsKey).GetChildren().Select(each => (Key: $"{each.Path}:Url", Url: each["Url"]!)))
            .Where(each => each.Url is not null)
            .Select(each => ProblemOf(each.Url) is { } problem ? $"{names.Of(each.Key)} has {each.Url}; {problem}." : null);
        var ports = PortKeys.SelectMany(key => Split(configuration[key]).Select(text =>
            IsPort(text, out _) ? null : $"{names.Of(key)} has {text}; it must be a port number, from 0 to 65535."));
        if (addresses.Concat(ports).OfType<string>().ToList() is { Count: > 0 } problems)
        {
            throw new StartUpException(problems);
        }
    }

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool IsSetElsewhere(ConfigurationManager configuration) =>
        PortKeys.Any(key => !string.IsNullOrEmpty(configuration[key]))
            || configuration.GetSection(EndpointsKey).GetChildren().Any();

    // Port 0 means any free port. It needs one IP address, but "localhost" has two.
    private static string At(BindingAddress address, int port) =>
        $"{address.Scheme}://{(port == 0 && IsLocalhost(address) ? "127.0.0.1" : address.Host)}:{port}";

    private static string? ProblemOf(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return "it must be an address such as http://localhost:4566";
        }

        return address switch
        {
            { Scheme: not ("http" or "https") } => "it must begin with http:// or https://",
            { IsUnixPipe: true } => Path.GetDirectoryName(address.UnixPipePath) is { Length: > 0 } folder
                && !Directory.Exists(folder)
                ? $"there is no folder {folder}" : null,
            { IsNamedPipe: true } => null,
            { PathBase.Length: > 0 } => "it must end with the port, without a path",
            _ when HasOddPort(address) => "its port must be a number from 0 to 65535",
            { Port: 0 } when IsLocalhost(address) => "to use any free port, write http://127.0.0.1:0",
            _ => null,
        };
    }

    // .NET takes a port that is not a number as part of the host name, and would listen on port 80.
    private static bool HasOddPort(BindingAddress address) =>
        address.Port is < 0 or > 65535 || (address.Host.Contains(':', StringComparison.Ordinal) && !address.Host.EndsWith(']'));

    private static bool IsLocalhost(BindingAddress address) =>
        string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase);
}
