using System.CommandLine;
using System.CommandLine.Help;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The program's command line. <c>serve</c> is what it does when no command is named.</summary>
internal static class RollingDeployCommand
{
    /// <summary>The command that is run when none is named.</summary>
    public const string Serve = "serve";

    /// <summary>
    /// Runs the command that <paramref name="arguments"/> name. Whatever keeps it from starting ends in a sentence or two on the
    /// standard error stream, and in the exit code 1.
    /// </summary>
    public static int Run(string[] arguments, Action<Launch> serve)
    {
        var failure = new Failure();
        try
        {
            // Files of arguments are no custom here, and values may begin with @.
            var parsed = Create(launch => serve(failure.Launch = launch))
                .Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parsed.Errors.Count == 0 || parsed.Action is not System.CommandLine.Invocation.ParseErrorAction
                ? parsed.Invoke(
                    new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null })
                : throw new StartUpException(parsed.Errors[0].Message, HelpText.Hint);
        }
        catch (Exception error) when (error is not HostAbortedException)
        {
            failure.Tell(error);
            return 1;
        }
    }

    private static RootCommand Create(Action<Launch> serve)
    {
        var root = new RootCommand("A local Amazon SageMaker endpoint control plane that carries deployments out.");
        var options = new ServeOptions();
        var named = new Command(Serve, "Serves until it is stopped. This is the default.");
        root.Subcommands.Add(named);
        foreach (var command in (Command[])[root, named])
        {
            foreach (var option in options.All)
            {
                command.Options.Add(option);
            }

            // What is left over are settings of .NET.
            command.TreatUnmatchedTokensAsErrors = false;
            command.SetAction(parsed => serve(options.Read(parsed)));
        }

        Own<HelpOption>(root, () => HelpText.Of(root));
        Own<VersionOption>(root, () => HealthRoutes.Version);
        return root;
    }

    private static void Own<T>(RootCommand root, Func<string> text)
        where T : Option =>
        root.Options.OfType<T>().Single().Action = new Printing(text);

    private sealed class Printing(Func<string> text) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(text());
            return 0;
        }
    }
}
