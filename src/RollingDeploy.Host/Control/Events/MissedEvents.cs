namespace RollingDeploy.Host.Control.Events;

/// <summary>Events that a reader asked for and that are not kept any more.</summary>
/// <param name="From">The ID of the first one.</param>
/// <param name="To">The ID of the last one.</param>
internal readonly record struct MissedEvents(EventPlace From, EventPlace To)
{
    /// <summary>The kind of the message.</summary>
    public const string Kind = "missed";

    public string Sentence => From.Epoch == To.Epoch && To.Sequence >= From.Sequence
        ? $"{To.Sequence - From.Sequence + 1} events were dropped before they were read, from {From} to {To}."
        : $"The events from {From} on are not kept: the account was reset, or RollingDeploy was started again. The next event follows {To}.";
}
