namespace RollingDeploy.Core.Events;

/// <summary>
/// What the subject of an event was like at that moment, for readers that show more than the event itself, as EventBridge does.
/// Journals and histories keep events for a long time. So the facts are not part of the event: only the log has them, and it
/// drops them with the event.
/// </summary>
public abstract record EventFacts
{
    /// <summary>The number of characters that count towards the size limit of the log.</summary>
    internal virtual int Weight => 0;
}

/// <summary>An event in the log.</summary>
/// <param name="Happened">The event.</param>
/// <param name="Facts">The facts about its subject; null if it has none.</param>
public sealed record LoggedEvent(WorldEvent Happened, EventFacts? Facts);
