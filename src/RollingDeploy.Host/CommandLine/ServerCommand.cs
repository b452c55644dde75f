using System.CommandLine;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.CommandLine;

/// <summary>
/// A command for a running server. It has the options that name the server, and <c>--json</c>. What it throws is told on the
/// standard error stream, and the exit code is then 1.
/// </summary>
internal sealed class ServerCommand : Command
{
    /// <summary>The exit code after Ctrl+C, as of a program that the signal SIGINT ends: 128 + 2.</summary>
    public const int Interrupted = 130;

    private readonly ServerOptions _server;
    private readonly Option<bool>? _json;

    /// <param name="name">The name.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="own">Its own arguments and options, in the order in which the help text lists them.</param>
    /// <param name="server">The options that name the server.</param>
    /// <param name="json">What <c>--json</c> prints; null if the command does not have this option.</param>
    public ServerCommand(string name, string description, IEnumerable<Symbol> own, ServerOptions server, string? json)
        : base(name, description)
    {
        _server = server;
        _json = json is null ? null : new Option<bool>("--json") { Arity = ArgumentArity.Zero, Description = json };
        IEnumerable<Symbol> all = [.. own, .. server.All, .. _json is null ? Array.Empty<Symbol>() : [_json]];
        foreach (var symbol in all)
        {
            if (symbol is Argument argument)
            {
                Arguments.Add(argument);
            }
            else
            {
                Options.Add((Option)symbol);
            }
        }
    }

    /// <summary>The sentence before the reason if the command fails; empty if the reason is enough.</summary>
    public string Failed { get; init; } = "";

    /// <summary>Lines for the end of the help text: examples, exit codes.</summary>
    public string? More { get; init; }

    /// <summary>Sets what the command does. The result is its exit code.</summary>
    /// <param name="failure">Tells the user why the command has failed.</param>
    /// <param name="run">Runs it.</param>
    public ServerCommand Does(Failure failure, Func<ServerRun, Task<int>> run)
    {
        SetAction((parsed, _) =>
        {
            failure.IsJson = _json is not null && parsed.GetValue(_json);
            failure.Beginning = Failed;
            RequireKnown(parsed);
            return Run(parsed, failure, run);
        });
        return this;
    }

    /// <exception cref="StartUpException">An argument is not one of the command.</exception>
    internal static void RequireKnown(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;

        // The parser takes an option that it does not know as an argument.
        var odd = command.Arguments.SelectMany(each => parsed.GetResult(each)?.Tokens ?? []).Select(token => token.Value)
            .FirstOrDefault(text => text.StartsWith("--", StringComparison.Ordinal))
            ?? (parsed.UnmatchedTokens is [var unmatched, ..] ? unmatched : null);
        if (odd is not null)
        {
            var known = command.Options.Concat<Symbol>(command.Subcommands).Select(each => each.Name);
            var hint = Nearest.Hint(odd, known);
            throw new StartUpException($"{command.Name} has no argument {odd}.{hint}", CommandHelp.Hint(command));
        }
    }

    private async Task<int> Run(ParseResult parsed, Failure failure, Func<ServerRun, Task<int>> run)
    {
        using var interruption = new Interruption();
        using var client = new ControlClient(_server.Read(parsed));
        try
        {
            return await run(new(parsed, client, failure.IsJson, interruption.Token));
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return Interrupted;
        }
    }
}

/// <summary>One run of a command.</summary>
/// <param name="Parsed">The command line.</param>
/// <param name="Client">Calls the server.</param>
/// <param name="IsJson">Whether to print JSON.</param>
/// <param name="Cancel">Is canceled when the user presses Ctrl+C.</param>
internal sealed record ServerRun(ParseResult Parsed, ControlClient Client, bool IsJson, CancellationToken Cancel)
{
    public T? Value<T>(Option<T> option) => Parsed.GetValue(option);

    public string Value(Argument<string> argument) => Parsed.GetValue(argument)!;
}
