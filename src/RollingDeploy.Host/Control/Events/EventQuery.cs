using System.Globalization;
using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control.Events;

/// <summary>The query parameters of the events, and where they ask to begin.</summary>
internal sealed record EventQuery
{
    private const int MostOnAPage = 1000;
    private const string LastEventId = "Last-Event-ID";
    private const StringSplitOptions Separate = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public required EventFilter Filter { get; init; }

    public required EventFormat Format { get; init; }

    /// <summary>Whether to send a stream. Otherwise the answer is a page.</summary>
    public required bool Waits { get; init; }

    /// <summary>Whether the stream also has messages about the virtual clock.</summary>
    public required bool HasClock { get; init; }

    /// <summary>The maximum number of events on a page.</summary>
    public required int Limit { get; init; }

    /// <summary>The header Last-Event-ID, or the parameter <c>after</c>; null for the present.</summary>
    public required string? After { get; init; }

    /// <summary>Where <see cref="After"/> was given.</summary>
    public required string AfterName { get; init; }

    /// <exception cref="ProblemException">A parameter is not valid.</exception>
    public static EventQuery Of(HttpRequest request)
    {
        var query = request.Query;
        var waits = Flag(query, "wait", standard: true);
        var hasClock = Flag(query, "clock", standard: false);
        if (waits && query.ContainsKey("limit"))
        {
            throw ProblemException.Bad("limit", "A stream has no limit. Add wait=false to get a page.");
        }

        if (!waits && hasClock)
        {
            throw ProblemException.Bad("clock", "A page has no messages about the clock. GET /_rollingdeploy/clock returns it.");
        }

        // A browser sends the header when it connects again, to the same address. So the header is the later one.
        var last = request.Headers[LastEventId].ToString();
        return new()
        {
            Filter = new(Text(query, "endpoint"), Kinds(query), Text(query, "region")),
            Format = Shape(query),
            Waits = waits,
            HasClock = hasClock,
            Limit = Count(query, "limit"),
            After = last.Length > 0 ? last : Text(query, "after"),
            AfterName = last.Length > 0 ? LastEventId : "after",
        };
    }

    /// <summary>Returns the place where to begin, in the account with this log.</summary>
    /// <exception cref="ProblemException">It is not a place.</exception>
    public EventPlace StartIn(EventLog log) =>
        After is null ? new(log.Epoch, log.Last)
        : EventPlace.TryParse(After, log.Epoch, out var place) ? place
        : throw ProblemException.Bad(
            AfterName, $"'{Excerpt.Of(After)}' is not a place. Use the sequence number of an event, such as 17, or its ID, such as 1-17.");

    private static string? Text(IQueryCollection query, string name) =>
        !query.TryGetValue(name, out var values) ? null
        : values.Count > 1 ? throw ProblemException.Bad(name, $"The parameter {name} may be given only once.")
        : values.ToString() is { Length: > 0 } value ? value
        : throw ProblemException.Bad(name, $"The parameter {name} has no value. Leave it out, or give it one.");

    private static string[] Kinds(IQueryCollection query) => !query.ContainsKey("kind")
        ? []
        : query["kind"].SelectMany(each => each!.Split(',', Separate)).ToArray() is { Length: > 0 } kinds ? Known(kinds)
        : throw ProblemException.Bad("kind", "The parameter kind has no value. Leave it out, or name kinds such as statusChanged.");

    private static string[] Known(string[] kinds) =>
        Array.Find(kinds, kind => !EventWords.All.Contains(kind)) is { } odd
            ? throw ProblemException.Bad("kind", $"There is no kind '{Excerpt.Of(odd)}' of events.{Meant(odd)}")
            : kinds;

    private static string Meant(string odd) =>
        EventWords.All.FirstOrDefault(kind => string.Equals(kind, odd, StringComparison.OrdinalIgnoreCase)) is { } near
            ? $" Did you mean {near}?"
            : "";

    private static EventFormat Shape(IQueryCollection query) => Text(query, "format") switch
    {
        null => EventFormat.Own,
        "eventbridge" => EventFormat.EventBridge,
        var other => throw ProblemException.Bad("format", $"Unknown value '{Excerpt.Of(other)}' for format; use eventbridge, or leave it out."),
    };

    private static bool Flag(IQueryCollection query, string name, bool standard) => Text(query, name) switch
    {
        null => standard,
        "true" => true,
        "false" => false,
        var other => throw ProblemException.Bad(name, $"Unknown value '{Excerpt.Of(other)}' for {name}; use true or false."),
    };

    private static int Count(IQueryCollection query, string name) => Text(query, name) is not { } text ? 100
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostOnAPage
            ? count
            : throw ProblemException.Bad(name, $"'{Excerpt.Of(text)}' is no valid limit; use a whole number from 1 to {MostOnAPage}.");
}
