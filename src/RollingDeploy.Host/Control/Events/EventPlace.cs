using System.Globalization;

namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// A place in the events of an account: after the event with this sequence number. As a text, such as <c>2-17</c>, it is the ID
/// of the event.
/// </summary>
internal readonly record struct EventPlace(long Epoch, long Sequence) : IComparable<EventPlace>
{
    /// <summary>The place after the next event.</summary>
    public EventPlace Next => this with { Sequence = Sequence + 1 };

    /// <summary>
    /// Reads an ID such as <c>2-17</c>, or a sequence number in an epoch.
    /// </summary>
    public static bool TryParse(string text, long epoch, out EventPlace place)
    {
        var parts = text.Split('-');
        var isWhole = long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence);
        var hasEpoch = parts.Length == 1 || long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out epoch);
        place = new(epoch, sequence);
        return isWhole && hasEpoch && parts.Length <= 2;
    }

    public int CompareTo(EventPlace other) =>
        Epoch == other.Epoch ? Sequence.CompareTo(other.Sequence) : Epoch.CompareTo(other.Epoch);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Sequence}");
}
