using System.CommandLine;
using System.Text.Json.Nodes;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.CommandLine.Watching;
using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy events</c> prints the events that are kept, or follows them.</summary>
internal static class EventsCommand
{
    private const string Page = "1000";

    public static Command Create(Failure failure)
    {
        var follow = new Option<bool>("--follow") { Arity = ArgumentArity.Zero, Description = "Prints later events too, until you press Ctrl+C." };
        var endpoint = new Option<string>("--endpoint") { HelpName = "name", Description = "Only events of this endpoint." };
        var kind = new Option<string>("--kind") { HelpName = "kinds", Description = "Only events of these kinds, separated by commas." };
        var after = new Option<string>("--after")
        {
            HelpName = "id",
            Description = "Begins after this event, such as 1-24. The default is the first event that is kept; with --follow, the present.",
        };
        return new ServerCommand(
            "events",
            "Prints what has happened in the account.",
            [follow, endpoint, kind, after],
            new ServerOptions(hasRegion: true),
            "Prints the events as one JSON document; with --follow, as a JSON object on each line.")
        {
            More = """
                Without a region, events of all regions are printed. docs/events.md lists the kinds.

                Examples:
                  rollingdeploy events --endpoint demo
                  rollingdeploy events --follow --kind alarmTripped,rolledBack --json
                """,
        }.Does(failure, run =>
        {
            (string, string?)[] query = [("endpoint", run.Value(endpoint)), ("kind", run.Value(kind))];
            return run.Value(follow) ? Follow(run, query, run.Value(after)) : Print(run, query, run.Value(after) ?? "0");
        });
    }

    private static async Task<int> Print(ServerRun run, (string, string?)[] query, string after)
    {
        var events = new JsonArray();
        for (var next = after; ;)
        {
            var answer = await run.Client.GetText("events", run.Cancel, [.. query, ("after", next), ("wait", "false"), ("limit", Page)]);
            var page = Documents.Read<EventPage>(answer);
            if (run.IsJson)
            {
                foreach (var each in JsonNode.Parse(answer)!["events"]!.AsArray())
                {
                    events.Add(each!.DeepClone());
                }
            }
            else
            {
                Print(page);
            }

            if (page.Events.Count == 0)
            {
                PrintAll(run, events, page.Next);
                return 0;
            }

            next = page.Next;
        }
    }

    private static void Print(EventPage page)
    {
        if (page.Missed is { } missed)
        {
            Console.Error.WriteLine(Printable.Of(missed.Sentence));
        }

        foreach (var each in page.Events)
        {
            Screen.Line(LineWatch.Line(each));
        }
    }

    private static void PrintAll(ServerRun run, JsonArray events, string next)
    {
        if (run.IsJson)
        {
            Screen.Document(new JsonObject { ["events"] = events, ["next"] = next }.ToJsonString());
        }
    }

    private static async Task<int> Follow(ServerRun run, (string, string?)[] query, string? after)
    {
        var feed = new EventFollower(run.Client, query, after);
        var following = feed.Run(run.Cancel);
        try
        {
            await foreach (var message in feed.Messages.ReadAllAsync(run.Cancel))
            {
                Print(message, run.IsJson);
            }
        }
        catch (OperationCanceledException) when (run.Cancel.IsCancellationRequested)
        {
            // Ctrl+C is the usual end.
        }

        await following;
        return 0;
    }

    private static void Print(FeedMessage message, bool isJson)
    {
        switch (message)
        {
            case Refused refused: throw refused.Error;
            case Away: Console.Error.WriteLine(LineWatch.NoAnswer); break;
            case Happened happened when isJson: Screen.Document(happened.Json, isOnOneLine: true); break;
            case Missed missed when isJson: Screen.Document(missed.Json, isOnOneLine: true); break;
            case Happened happened: Screen.Line(LineWatch.Line(happened.Event)); break;
            case Missed missed: Screen.Line(missed.Sentence); break;
            default: break;
        }
    }
}
