namespace RollingDeploy.Host.Browsers;

/// <summary>Where a web page comes from, as its browser says: <c>http://localhost:3000</c>.</summary>
/// <param name="Scheme">Such as <c>http</c>.</param>
/// <param name="Host">As <see cref="HostName"/> spells it.</param>
/// <param name="Port">-1 where there is none and the scheme has no usual one.</param>
internal sealed record Origin(string Scheme, string Host, int Port)
{
    private const int Longest = 300;

    /// <summary>Null where it is no origin: <c>null</c>, <c>*</c>, or an address with a path.</summary>
    public static Origin? Parse(string? text) =>
        text is { Length: <= Longest }
        && !text.EndsWith('/')
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Host.Length: > 0, UserInfo: "", PathAndQuery: "/" or "", Fragment: "" }
            ? new(uri.Scheme, HostName.Of(uri.IdnHost), uri.Port)
            : null;

    /// <summary>
    /// Whether a page of this origin was served by the host that a request is for. The scheme does not count: TLS may end before
    /// us.
    /// </summary>
    public bool IsOf(HostString host) =>
        HostName.Of(host.Host) == Host && (host.Port ?? (Scheme == Uri.UriSchemeHttps ? 443 : 80)) == Port;
}
