using System.CommandLine;
using System.CommandLine.Help;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The command line of the program. The default command is <c>serve</c>.</summary>
internal static class RollingDeployCommand
{
    /// <summary>The name of the default command.</summary>
    public const string Serve = "serve";

    /// <summary>
    /// Runs the command in <paramref name="arguments"/>. If it cannot start, the reason is written to the standard error stream
    /// and the exit code is 1.
    /// </summary>
    public static int Run(string[] arguments, Action<Launch> serve)
    {
        var failure = new Failure();
        try
        {
            ServeOptions.RequireNoValues(arguments);

            // No response files: a value may begin with @.
            var parsed = Create(failure, launch => serve(failure.Launch = launch))
                .Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parsed.Errors.Count == 0 || parsed.Action is not System.CommandLine.Invocation.ParseErrorAction
                ? parsed.Invoke(
                    new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null })
                : throw Mistake(parsed, failure);
        }
        catch (Exception error) when (error is not HostAbortedException)
        {
            failure.Tell(error);
            return 1;
        }
    }

    // Sentences about the command serve begin with "RollingDeploy cannot start".
    private static StartUpException Mistake(ParseResult parsed, Failure failure)
    {
        var command = parsed.CommandResult.Command;
        var isServe = command is RootCommand || command.Name == Serve;
        failure.Beginning = isServe ? null : "";
        return new(parsed.Errors[0].Message, isServe ? HelpText.Hint : CommandHelp.Hint(command));
    }

    private static RootCommand Create(Failure failure, Action<Launch> serve)
    {
        var root = new RootCommand("A local emulator of the Amazon SageMaker endpoint control plane that runs real deployments.");
        var options = new ServeOptions();
        var named = new Command(Serve, "Runs the server until you stop it. This is the default command.");
        root.Subcommands.Add(named);
        foreach (var command in (Command[])[root, named])
        {
            foreach (var option in options.All)
            {
                command.Options.Add(option);
            }

            // Other arguments are settings of .NET, which ConfigurationArguments reads.
            command.TreatUnmatchedTokensAsErrors = false;
            command.SetAction(parsed => serve(options.Read(parsed)));
        }

        foreach (var command in CommandTable.Create(failure))
        {
            root.Subcommands.Add(command);
        }

        Own<HelpOption>(root, command => command == root || command == named ? HelpText.Of(root) : CommandHelp.Of(command));
        Own<VersionOption>(root, _ => ProductVersion.Text);
        return root;
    }

    private static void Own<T>(RootCommand root, Func<Command, string> text)
        where T : Option =>
        root.Options.OfType<T>().Single().Action = new Printing(text);

    private sealed class Printing(Func<Command, string> text) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(text(parseResult.CommandResult.Command));
            return 0;
        }
    }
}
