using Microsoft.Extensions.Primitives;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Browsers;

/// <summary>The messages for refused requests of browsers: what is wrong, and which setting allows the request.</summary>
internal static class Objections
{
    private const string Hosts = "RollingDeploy:AllowedHosts";
    private const string Origins = "RollingDeploy:AllowedOrigins";

    public static string ToHost(HostString host)
    {
        var name = Excerpt.Of(host.Host ?? "");
        return (name.Length == 0 ? "The request has no Host header. " : $"The Host header of the request is {name}. ")
            + $"RollingDeploy answers to IP addresses, to names without a dot and to names that end in {string.Join(", ", HostRule.Suffixes)}. "
            + "It refuses other names, because a web page could point its own name at this address. "
            + $"To use another name, add it to the setting {Hosts}, such as --{Hosts}:0={(name.Length == 0 ? "emulator.example.com" : name)}.";
    }

    public static string ToPage(StringValues origin)
    {
        var known = origin.Count == 1 && Origin.Parse(origin[0]) is not null ? origin.ToString() : null;
        return $"The request comes from a web page {(known is null ? "of another site" : $"at {known}")}. "
            + "RollingDeploy refuses such requests, because any web page could send them. "
            + $"To let a browser application call it, add the origin of the application to the setting {Origins}, "
            + $"such as --{Origins}:0={known ?? "http://localhost:3000"}.";
    }
}
