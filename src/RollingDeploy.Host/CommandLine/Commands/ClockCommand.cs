using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy clock</c> shows the virtual clock, and <c>rollingdeploy clock set</c> changes it.</summary>
internal static class ClockCommand
{
    private const string Json = "Prints the clock as JSON.";

    public static Command Create(Failure failure)
    {
        var show = new ServerCommand("clock", "Shows the virtual clock.", [], new ServerOptions(hasRegion: false), Json)
        {
            More = """
                Examples:
                  rollingdeploy clock
                  rollingdeploy clock set --mode scaled --speed 60
                """,
        };
        show.Subcommands.Add(Set(failure));
        return show.Does(failure, async run => Show(run, await run.Client.GetText("clock", run.Cancel)));
    }

    private static ServerCommand Set(Failure failure)
    {
        var mode = new Option<string>("--mode") { HelpName = "mode", Description = "How virtual time passes: real, scaled, frozen or skip." };
        var speed = new Option<string>("--speed")
        {
            HelpName = "factor",
            Description = "The number of virtual seconds in a real second, such as 60, in the mode scaled.",
        };
        var stopAt = new Option<string>("--stop-at") { HelpName = "place", Description = "Where leaps of the mode skip stop: none or baking." };
        var now = new Option<string>("--now") { HelpName = "time", Description = "The virtual time to go to, such as 2030-01-01T12:00:00Z." };
        mode.CompletionSources.Add("real", "scaled", "frozen", "skip");
        stopAt.CompletionSources.Add("none", "baking");
        return new ServerCommand(
            "set", "Changes how virtual time passes, or goes to a later time.", [mode, speed, stopAt, now], new ServerOptions(hasRegion: false), Json)
            .Does(failure, async run =>
            {
                var change = new JsonObject();
                Add(change, "mode", run.Value(mode));
                Add(change, "stopAt", run.Value(stopAt));
                Add(change, "now", run.Value(now));
                Add(change, "speed", run.Value(speed) is { } text ? Number(text) : null);
                return change.Count > 0
                    ? Show(run, await run.Client.Call(HttpMethod.Put, "clock", change, run.Cancel))
                    : throw new StartUpException("Specify at least one of --mode, --speed, --stop-at and --now.");
            });
    }

    private static void Add(JsonObject change, string name, JsonNode? value)
    {
        if (value is not null)
        {
            change.Add(name, value);
        }
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new StartUpException($"--speed is {Printable.Of(text)}; it must be a number such as 60.");

    private static int Show(ServerRun run, string answer)
    {
        if (run.IsJson)
        {
            Screen.Document(answer);
            return 0;
        }

        var clock = Documents.Read<ClockState>(answer);
        Screen.Line($"{UtcConverter.Text(clock.Now)} ({PlainWords.Of(clock)})");
        if (clock.NextEvent is { } next)
        {
            Screen.Line($"The next journal entry is expected at {UtcConverter.Text(next)}, in {Durations.Text(next - clock.Now)}.");
        }

        if (clock.BehindSeconds >= 1)
        {
            Screen.Line($"The clock has lost {Durations.Text(TimeSpan.FromSeconds(clock.BehindSeconds))}, because the machine could not keep up.");
        }

        return 0;
    }
}
