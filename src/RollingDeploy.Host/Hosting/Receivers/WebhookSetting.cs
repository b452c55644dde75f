using RollingDeploy.Core;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Hosting.Receivers;

/// <summary>An entry of the setting <c>Webhooks</c>.</summary>
/// <param name="Url">Where events are sent.</param>
/// <param name="Kinds">The kinds of the events; empty for all.</param>
/// <param name="Format">The shape of the events.</param>
/// <param name="GiveUp">The time after which an event that is not accepted is given up.</param>
internal sealed record WebhookSetting(Uri Url, IReadOnlyCollection<string> Kinds, WebhookFormat Format, TimeSpan GiveUp)
{
    private const StringSplitOptions Separate = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    // In the order of WebhookFormat.
    private static readonly string[] Formats = ["native", "eventbridge"];

    /// <summary>Reads an entry. The exception begins with the name of the setting.</summary>
    /// <exception cref="FormatException">A value is not valid.</exception>
    public static WebhookSetting Read(IReadOnlyDictionary<string, string> values, string path, ForwardTargets targets)
    {
        var entry = new ReceiverEntry(values, path);
        entry.RequireKnown(nameof(Kinds), nameof(Format));
        return new(entry.Address(targets), KindsOf(entry), FormatOf(entry), entry.GiveUp());
    }

    private static string[] KindsOf(ReceiverEntry entry)
    {
        var kinds = (entry.Get(nameof(Kinds)) ?? "").Split(',', Separate);
        return kinds.FirstOrDefault(kind => !EventWords.All.Contains(kind)) is not { } unknown
            ? kinds
            : throw entry.Wrong(
                nameof(Kinds),
                $"has {ReceiverEntry.Shown(unknown)}, which is not a kind of event. Use kinds such as statusChanged, with commas between them."
                + Nearest.Hint(unknown, EventWords.All));
    }

    private static WebhookFormat FormatOf(ReceiverEntry entry) => entry.Get(nameof(Format)) is not { } text
        ? WebhookFormat.Native
        : Array.FindIndex(Formats, each => string.Equals(each, text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var format
            ? (WebhookFormat)format
            : throw entry.Wrong(nameof(Format), $"is {ReceiverEntry.Shown(text)}; it must be {Choice.Of(Formats)}.{Nearest.Hint(text, Formats)}");
}

/// <summary>The shapes of the events that are sent to a webhook.</summary>
internal enum WebhookFormat
{
    /// <summary>RollingDeploy's own.</summary>
    Native,

    /// <summary>That of EventBridge.</summary>
    EventBridge,
}
