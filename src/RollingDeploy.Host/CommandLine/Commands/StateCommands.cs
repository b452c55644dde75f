using System.CommandLine;
using System.Net.Http.Headers;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary>The commands that export the state of an account of a server that is running, and import it.</summary>
internal static class StateCommands
{
    private const string Route = "state";
    private const string Json = "Prints an error as JSON.";

    /// <summary>Returns <c>rollingdeploy export [file]</c>.</summary>
    /// <param name="failure">Is told what has failed if the command does.</param>
    public static Command Export(Failure failure)
    {
        var file = new Argument<string?>("file")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The file. Without it, the state is written to the standard output.",
        };
        return new ServerCommand(
            "export", "Exports everything in an account of a running server, as one JSON document.", [file], new ServerOptions(hasRegion: false), Json)
        {
            Failed = "The state was not exported.",
        }.Does(failure, async run =>
        {
            await Export(run, run.Parsed.GetValue(file));
            return 0;
        });
    }

    /// <summary>Returns <c>rollingdeploy import file</c>.</summary>
    /// <param name="failure">Is told what has failed if the command does.</param>
    public static Command Import(Failure failure)
    {
        var file = new Argument<string>("file") { Description = "The file that was exported." };
        var other = new Option<string>("--as")
        {
            HelpName = "id",
            Description = "The account to import a state of another account as.",
        };
        return new ServerCommand(
            "import", "Imports what was exported. It replaces everything in the account.", [file, other], new ServerOptions(hasRegion: false), Json)
        {
            Failed = "The state was not imported.",
        }.Does(failure, async run =>
        {
            var account = run.Value(other);
            var address = account is null ? run.Client.Address : run.Client.Address with { Account = account };
            await Import(run, address.Of(Route, ("as", account)), run.Value(file));
            return 0;
        });
    }

    private static async Task Export(ServerRun run, string? path)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, run.Client.Address.Of(Route));
        using var answer = await run.Client.Send(call, run.Cancel);
        await using var state = await answer.Content.ReadAsStreamAsync(run.Cancel);
        if (path is null)
        {
            await using var output = Console.OpenStandardOutput();
            await state.CopyToAsync(output, run.Cancel);
            return;
        }

        // All of it first: if the server goes away, the file stays as it was.
        await using var whole = Snapshots.Temporary();
        await using (var counted = new CountedStream(state, answer.Content.Headers.ContentLength ?? 0))
        {
            await ByteProgress.Show("Exporting", counted, counted.CopyToAsync(whole, run.Cancel), run.Cancel);
        }

        whole.Position = 0;
        try
        {
            // A link, a pipe or a device stays what it is.
            await using var file = File.Create(path);
            await whole.CopyToAsync(file, run.Cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{path} could not be written. {error.Message}");
        }
    }

    private static async Task Import(ServerRun run, Uri route, string path)
    {
        try
        {
            await using var file = File.OpenRead(path);
            await using var counted = new CountedStream(file, file.CanSeek ? file.Length : 0);
            using var call = new HttpRequestMessage(HttpMethod.Put, route)
            {
                Content = new StreamContent(counted)
                {
                    Headers =
                    {
                        ContentType = new MediaTypeHeaderValue("application/json"),
                        ContentLength = file.CanSeek ? file.Length : null,
                    },
                },
            };
            var sending = run.Client.Send(call, run.Cancel);
            await ByteProgress.Show("Importing", counted, sending, run.Cancel);
            (await sending).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{path} could not be read. {error.Message}");
        }
    }
}
