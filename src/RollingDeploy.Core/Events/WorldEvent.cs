using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Events;

/// <summary>An event of a world.</summary>
/// <param name="Epoch">The epoch of the world, which is counted up by each reset.</param>
/// <param name="Sequence">The sequence number in the epoch. Numbers start at 1 and have no gaps.</param>
/// <param name="At">The virtual time.</param>
/// <param name="Region">The region; empty for the account as a whole.</param>
/// <param name="Subject">The subject of the event.</param>
/// <param name="Data">The data of the event.</param>
public sealed record WorldEvent(long Epoch, long Sequence, DateTimeOffset At, string Region, Subject Subject, EventData Data);

/// <summary>
/// The data of an event. Each feature has its own types. The compiler requires a kind and a sentence of each type, and a test
/// requires a serializer.
/// </summary>
public abstract record EventData
{
    /// <summary>The kind for programs, such as <c>statusChanged</c>. It must not change after it was published.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>A sentence for people.</summary>
    [JsonIgnore]
    public abstract string Sentence { get; }

    /// <summary>The number of characters of the documents in the event. It counts towards the size limit of the log.</summary>
    internal virtual int Weight => 0;
}
