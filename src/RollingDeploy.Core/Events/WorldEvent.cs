using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Events;

/// <summary>One thing that happened in a world.</summary>
/// <param name="Epoch">Which life of the world: a reset begins the next one.</param>
/// <param name="Sequence">Its place in the epoch, counted from 1 without gaps.</param>
/// <param name="At">When, in virtual time.</param>
/// <param name="Region">Where.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Data">What happened.</param>
public sealed record WorldEvent(long Epoch, long Sequence, DateTimeOffset At, string Region, Subject Subject, EventData Data);

/// <summary>
/// What happened. Each room declares its own; whoever adds one is asked by the compiler for its kind and its sentence, and by a
/// test for its serializer.
/// </summary>
public abstract record EventData
{
    /// <summary>One word for machines, such as <c>statusChanged</c>. It never changes once it was published.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>One sentence for people.</summary>
    [JsonIgnore]
    public abstract string Sentence { get; }

    /// <summary>How many characters of documents it holds, by which the log is bounded besides its number of events.</summary>
    internal virtual int Weight => 0;
}
