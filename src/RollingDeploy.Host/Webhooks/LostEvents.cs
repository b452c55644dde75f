using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.Webhooks;

/// <summary>Events that a receiver does not get.</summary>
/// <param name="From">The ID of the first one.</param>
/// <param name="To">The ID of the last one.</param>
/// <param name="Sentence">Why, for people.</param>
internal sealed record LostEvents(EventPlace From, EventPlace To, string Sentence)
{
    /// <summary>Events that were dropped from the log.</summary>
    public static LostEvents Dropped(LostEvents? before, MissedEvents missed) => before is null
        ? new(missed.From, missed.To, missed.Sentence)
        : Both(before.From, missed.To);

    /// <summary>An event that was given up.</summary>
    public static LostEvents GivenUp(LostEvents? before, EventPlace place) => before is null
        ? new(place, place, $"The event {place} was given up, because it was not accepted in time.")
        : Both(before.From, place);

    /// <summary>Writes them as the route of the events does.</summary>
    public byte[] Json() => EventMessage.Missed(From, To, Sentence);

    private static LostEvents Both(EventPlace from, EventPlace to) =>
        new(from, to, $"Events from {from} to {to} were given up, because they were not accepted in time, or were dropped from the log.");
}
