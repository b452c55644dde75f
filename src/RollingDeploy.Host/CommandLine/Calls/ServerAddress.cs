namespace RollingDeploy.Host.CommandLine.Calls;

/// <summary>A server, and the account and region of it that a command is for.</summary>
/// <param name="Url">The address.</param>
/// <param name="Account">The account; null for that of the server.</param>
/// <param name="Region">The region; null for that of the server.</param>
internal sealed record ServerAddress(Uri Url, string? Account, string? Region)
{
    /// <summary>The address without a path, for messages.</summary>
    public string Name => Url.GetLeftPart(UriPartial.Authority);

    /// <summary>Returns the address of a route of ours.</summary>
    /// <param name="route">The route, such as <c>clock/advance</c>.</param>
    /// <param name="query">The parameters besides the account and the region. Those that are null are left out.</param>
    public Uri Of(string route, params IEnumerable<(string Name, string? Value)> query)
    {
        IEnumerable<(string Name, string? Value)> all = [("account", Account), ("region", Region), .. query];
        var parameters = string.Join(
            '&', all.Where(each => each.Value is not null).Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}"));
        return new Uri(Url, $"/_rollingdeploy/{route}{(parameters.Length > 0 ? "?" : "")}{parameters}");
    }
}
