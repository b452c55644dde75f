using System.CommandLine;
using System.Net.Http.Headers;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The commands that export the state of an account of a server that is running, and import it.</summary>
internal static class StateCommands
{
    private const string Route = "state";

    /// <summary>Returns <c>rollingdeploy export [file]</c>.</summary>
    /// <param name="failure">Is told what has failed if the command does.</param>
    public static Command Export(Failure failure)
    {
        var (server, file) = (new RunningServer(), new Argument<string?>("file")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The file. Without it, the state is written to the standard output.",
        });
        return Create("export", "Exports everything in an account of a running server, as one JSON document.", server, file, parsed =>
        {
            failure.Beginning = "The state was not exported.";
            return Export(server.Call(parsed, HttpMethod.Get, Route), parsed.GetValue(file));
        });
    }

    /// <summary>Returns <c>rollingdeploy import file</c>.</summary>
    /// <param name="failure">Is told what has failed if the command does.</param>
    public static Command Import(Failure failure)
    {
        var (server, file) = (new RunningServer(), new Argument<string>("file") { Description = "The file that was exported." });
        var other = new Option<string>("--as")
        {
            HelpName = "id",
            Description = "The account to import a state of another account as.",
        };
        var import = Create("import", "Imports what was exported. It replaces everything in the account.", server, file, parsed =>
        {
            failure.Beginning = "The state was not imported.";
            var account = parsed.GetValue(other);
            var call = server.Call(parsed, HttpMethod.Put, Route, account);
            if (account is not null)
            {
                call.RequestUri = new Uri($"{call.RequestUri}&as={Uri.EscapeDataString(account)}");
            }

            return Import(call, parsed.GetValue(file)!);
        });
        import.Options.Add(other);
        return import;
    }

    private static Command Create(
        string name, string description, RunningServer server, Argument file, Func<ParseResult, Task> run)
    {
        var command = new Command(name, description);
        command.Arguments.Add(file);
        foreach (var option in server.Options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, _) => Odd(parsed, file) is { } odd
            ? throw new StartUpException($"{name} has no argument {odd}.", HelpText.Hint)
            : run(parsed));
        return command;
    }

    // The parser takes an option that it does not know as the file.
    private static string? Odd(ParseResult parsed, Argument file) =>
        parsed.GetResult(file)?.Tokens.Select(token => token.Value)
            .FirstOrDefault(text => text.StartsWith("--", StringComparison.Ordinal))
        ?? (parsed.UnmatchedTokens is [var odd, ..] ? odd : null);

    private static async Task Export(HttpRequestMessage call, string? path)
    {
        using var answer = await RunningServer.Send(call);
        await using var state = await answer.Content.ReadAsStreamAsync();
        if (path is null)
        {
            await using var output = Console.OpenStandardOutput();
            await state.CopyToAsync(output);
            return;
        }

        // All of it first: if the server goes away, the file stays as it was.
        await using var whole = Snapshots.Temporary();
        await state.CopyToAsync(whole);
        whole.Position = 0;
        try
        {
            // A link, a pipe or a device stays what it is.
            await using var file = File.Create(path);
            await whole.CopyToAsync(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{path} could not be written. {error.Message}");
        }
    }

    private static async Task Import(HttpRequestMessage call, string path)
    {
        try
        {
            await using var file = File.OpenRead(path);
            call.Content = new StreamContent(file)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
            using var answer = await RunningServer.Send(call);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{path} could not be read. {error.Message}");
        }
    }
}
