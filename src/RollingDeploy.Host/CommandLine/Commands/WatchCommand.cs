using System.CommandLine;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.CommandLine.Watching;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy watch endpoint</c> shows an endpoint while it changes.</summary>
internal static class WatchCommand
{
    public static Command Create(Failure failure)
    {
        var endpoint = new Argument<string>("endpoint") { Description = "The name of the endpoint." };
        var untilDone = new Option<bool>("--until-done")
        {
            Arity = ArgumentArity.Zero,
            Description = "Ends when the newest deployment has ended, with the exit code of the command status.",
        };
        return new ServerCommand(
            "watch",
            "Shows an endpoint while it changes: its status, steps, fleets, traffic and alarms.",
            [endpoint, untilDone],
            new ServerOptions(hasRegion: true),
            "Prints the endpoint as a JSON object on a line, each time that it changes.")
        {
            More = $"""
                On a terminal, a tree is drawn at the same place again. Elsewhere, each event is a line. It runs until you press
                Ctrl+C. If the server goes away, it tries again, and goes on where it was.

                With --until-done:
                {StatusCommand.ExitCodes}

                Examples:
                  rollingdeploy watch demo
                  rollingdeploy watch demo --until-done > deployment.log
                """,
        }.Does(failure, run => Run(run, run.Value(endpoint), run.Value(untilDone)));
    }

    private static async Task<int> Run(ServerRun run, string endpoint, bool untilDone)
    {
        var watched = new WatchedEndpoint(run.Client, endpoint);
        await watched.Look(run.Cancel);
        var outcome = await Follow(run, watched, untilDone);
        if (outcome is null)
        {
            return untilDone ? ServerCommand.Interrupted : 0;
        }

        if (!run.IsJson)
        {
            Screen.Line(outcome.Sentence);
        }

        return outcome.ExitCode;
    }

    private static async Task<Outcome?> Follow(ServerRun run, WatchedEndpoint watched, bool untilDone)
    {
        if (run.IsJson || !Screen.IsTerminal)
        {
            IWatchOutput output = run.IsJson ? new JsonWatch() : new LineWatch();
            return await new WatchLoop(run.Client, watched, output).Run(untilDone, run.Cancel);
        }

        using var tree = new TreeWatch();
        return await new WatchLoop(run.Client, watched, tree).Run(untilDone, run.Cancel);
    }
}
