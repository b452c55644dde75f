using RollingDeploy.Host.Control;
using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.CommandLine.Following;

/// <summary>What a reader of the event stream learns.</summary>
internal abstract record FeedMessage;

/// <summary>An event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Json">The event as the server has sent it.</param>
internal sealed record Happened(EventState Event, string Json) : FeedMessage;

/// <summary>The clock has changed in a way that could not be foreseen.</summary>
internal sealed record ClockMoved(ClockState Clock) : FeedMessage;

/// <summary>Events were dropped, or the account was reset while nobody listened.</summary>
/// <param name="Sentence">What was missed.</param>
/// <param name="Json">The message as the server has sent it.</param>
internal sealed record Missed(string Sentence, string Json) : FeedMessage;

/// <summary>The server does not answer. The feed tries again.</summary>
internal sealed record Away : FeedMessage;

/// <summary>The server answers again, and the feed goes on where it was.</summary>
internal sealed record Back : FeedMessage;

/// <summary>The server refuses the stream, so the feed has ended.</summary>
internal sealed record Refused(Exception Error) : FeedMessage;
