namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>The origin of a web page, as the header <c>Origin</c> has it: <c>http://localhost:3000</c>.</summary>
/// <param name="Scheme">The scheme, such as <c>http</c>.</param>
/// <param name="Host">The host, in the spelling of <see cref="HostName"/>.</param>
/// <param name="Port">The port; -1 if there is none and the scheme has no default port.</param>
internal sealed record Origin(string Scheme, string Host, int Port)
{
    private const int Longest = 300;

    /// <summary>
    /// Reads an origin. Returns null if the text is not one, such as <c>null</c>, <c>*</c> or a URL with a path.
    /// </summary>
    public static Origin? Parse(string? text) =>
        text is { Length: <= Longest }
        && !text.EndsWith('/')
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Host.Length: > 0, UserInfo: "", PathAndQuery: "/" or "", Fragment: "" }
            ? new(uri.Scheme, HostName.Of(uri.IdnHost), uri.Port)
            : null;

    /// <summary>
    /// Returns whether this origin has the host and port of a request. The scheme is ignored, because a proxy may have ended TLS.
    /// </summary>
    public bool IsOf(HostString host) =>
        HostName.Of(host.Host) == Host && (host.Port ?? (Scheme == Uri.UriSchemeHttps ? 443 : 80)) == Port;
}
