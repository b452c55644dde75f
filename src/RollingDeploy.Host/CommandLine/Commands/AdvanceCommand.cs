using System.CommandLine;
using System.Text.Json.Nodes;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy advance</c> advances virtual time.</summary>
internal static class AdvanceCommand
{
    private static readonly Argument<string?> Duration = new("duration")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "How far to advance, such as 90 (seconds), 60s, 5m or 1h30m.",
    };

    private static readonly Option<string> To = new("--to") { HelpName = "time", Description = "Advances to this virtual time, such as 2030-01-01T12:00:00Z." };

    private static readonly Option<bool> ToNextEvent = new("--to-next-event")
    {
        Arity = ArgumentArity.Zero,
        Description = "Advances to the next journal entry of an endpoint or an inference component.",
    };

    private static readonly Option<string> Until = Waiting("--until", "endpoint=status", "an endpoint has this status, such as demo=InService");

    private static readonly Option<string> UntilComponent =
        Waiting("--until-inference-component", "name=status", "an inference component has this status");

    private static readonly Option<string> UntilAlarm = Waiting("--until-alarm", "name=state", "an alarm has this state, such as errors=ALARM");

    private static readonly Option<bool> Require = new("--require")
    {
        Arity = ArgumentArity.Zero,
        Description = "With one of --until: another stable status is an error, which says why.",
    };

    private static readonly Option<string> Limit = new("--limit")
    {
        HelpName = "duration",
        Description = "The most virtual time that --to-next-event and --until advance. The default is 8h.",
    };

    public static Command Create(Failure failure)
    {
        return new ServerCommand(
            "advance",
            "Advances virtual time, and returns when everything that is due has run.",
            [Duration, To, ToNextEvent, Until, UntilComponent, UntilAlarm, Require, Limit],
            new ServerOptions(hasRegion: true),
            "Prints the answer as JSON.")
        {
            More = """
                The exit code is 1 if the event, the status or the state was not reached.

                Examples:
                  rollingdeploy advance 5m
                  rollingdeploy advance --until demo=InService
                  rollingdeploy advance --to-next-event
                """,
        }.Does(failure, async run =>
        {
            var answer = await AdvanceProgress.Run(run, Request(run.Parsed));
            var result = Documents.Read<AdvanceResult>(answer);
            if (run.IsJson)
            {
                Screen.Document(answer);
            }
            else
            {
                Screen.Line($"{UtcConverter.Text(result.Now)}, {Numbered.Of(result.Events, "journal entry", "journal entries")} on the way.{(result.Reached ? "" : " What was asked for was not reached.")}");
            }

            return result.Reached ? 0 : 1;
        });
    }

    private static Option<string> Waiting(string name, string value, string what) => new(name)
    {
        HelpName = value,
        Description = $"Advances until {what}, or another stable one.",
    };

    private static JsonObject Request(ParseResult parsed)
    {
        var request = new JsonObject();
        Add("seconds", parsed.GetValue(Duration), text => Durations.Read(Duration.Name, text));
        Add("to", parsed.GetValue(To), text => text);
        Add("until", parsed.GetValue(Until), text => Pair(Until, text, "endpoint", "status"));
        Add("until", parsed.GetValue(UntilComponent), text => Pair(UntilComponent, text, "inferenceComponent", "status"));
        Add("until", parsed.GetValue(UntilAlarm), text => Pair(UntilAlarm, text, "alarm", "state"));
        if (parsed.GetValue(ToNextEvent))
        {
            request.Add("toNextEvent", true);
        }

        if (request.Count != 1)
        {
            throw new StartUpException("Specify exactly one of a duration, --to, --to-next-event and --until.", "Run rollingdeploy advance --help to see how to use it.");
        }

        Add("limitSeconds", parsed.GetValue(Limit), text => Durations.Read(Limit.Name, text));
        if (parsed.GetValue(Require))
        {
            request.Add("require", true);
        }

        return request;

        void Add(string name, string? text, Func<string, JsonNode> value)
        {
            if (text is not null && !request.TryAdd(name, value(text)))
            {
                throw new StartUpException("Only one --until can be used at a time.");
            }
        }
    }

    private static JsonObject Pair(Option<string> option, string text, string noun, string condition)
    {
        var equals = text.LastIndexOf('=');
        return equals > 0 && equals < text.Length - 1
            ? new() { [noun] = text[..equals], [condition] = text[(equals + 1)..] }
            : throw new StartUpException($"{option.Name} is {Printable.Of(text)}; it must be <{option.HelpName}>.");
    }
}
