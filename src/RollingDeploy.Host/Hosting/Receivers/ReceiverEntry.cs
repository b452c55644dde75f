using System.Globalization;
using RollingDeploy.Host.Behaviors;

namespace RollingDeploy.Host.Hosting.Receivers;

/// <summary>Reads an entry of a setting such as <c>Webhooks</c>.</summary>
/// <param name="entry">The values by their names.</param>
/// <param name="path">The name of the entry, such as <c>RollingDeploy:Webhooks:0</c>.</param>
internal sealed class ReceiverEntry(IReadOnlyDictionary<string, string> entry, string path)
{
    private const string Url = nameof(Url);
    private const string GiveUpSeconds = nameof(GiveUpSeconds);
    private const int LongestUrl = 2048;

    private static readonly string[] Common = [Url, GiveUpSeconds];

    private readonly Dictionary<string, string> _values = new(entry, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns a value; null if there is none.</summary>
    public string? Get(string name) => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Refuses names that are neither common ones nor among <paramref name="own"/>.</summary>
    /// <exception cref="FormatException">There is one.</exception>
    public void RequireKnown(params string[] own)
    {
        string[] known = [Common[0], .. own, .. Common[1..]];
        if (_values.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Wrong(unknown, $"is not a setting. The settings are {string.Join(", ", known)}.");
        }
    }

    /// <summary>Returns the URL to which events are sent.</summary>
    /// <exception cref="FormatException">It is missing, not valid or not allowed.</exception>
    public Uri Address(ForwardTargets targets)
    {
        if (Get(Url) is not { } text)
        {
            throw Wrong(Url, "is missing; it must be a URL such as http://localhost:8080/events.");
        }

        if (text.Length > LongestUrl || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            || url.Fragment.Length > 0)
        {
            throw Wrong(Url, $"is {Shown(text)}; it must be a URL such as http://localhost:8080/events.");
        }

        // The password is not shown, because logs keep the sentence.
        if (url.UserInfo.Length > 0)
        {
            throw Wrong(Url, "has a user name or a password, which is not sent. Use a URL such as http://localhost:8080/events.");
        }

        return targets.Allow(url) ? url : throw Wrong(Url, $"is {Shown(text)}; the server must be {ForwardTargets.Allowed}.");
    }

    /// <summary>Returns the time after which an event that is not accepted is given up.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public TimeSpan GiveUp()
    {
        if (Get(GiveUpSeconds) is not { } text)
        {
            return TimeSpan.FromMinutes(5);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 1 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw Wrong(GiveUpSeconds, $"is {Shown(text)}; it must be a number of seconds, from 1 to 86400.");
    }

    /// <summary>Makes the exception for a value. The sentence begins with its name.</summary>
    public FormatException Wrong(string name, string text) => new($"{path}:{name} {text}");

    /// <summary>Returns a value as a sentence shows it.</summary>
    public static string Shown(string text) => text.Length > 80 ? $"{text[..80]}…" : text;
}
