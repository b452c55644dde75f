using System.CommandLine;
using RollingDeploy.Host.CommandLine.Completion;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary>
/// <c>rollingdeploy completion shell</c> prints a script for a shell. The script holds all words and calls nothing.
/// </summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, Func<IReadOnlyList<CompletionNode>, string>> Shells =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["bash"] = BashScript.Of,
            ["zsh"] = ZshScript.Of,
            ["fish"] = FishScript.Of,
            ["pwsh"] = PowerShellScript.Of,
        };

    public static Command Create(Failure failure)
    {
        var shell = new Argument<string>("shell") { Description = "The shell: bash, zsh, fish or pwsh." };
        shell.CompletionSources.Add([.. Shells.Keys]);
        var command = new Command("completion", "Prints a script that completes commands and options in a shell.") { shell };
        command.SetAction(parsed =>
        {
            failure.Beginning = "";
            ServerCommand.RequireKnown(parsed);
            var name = parsed.GetValue(shell)!;
            var script = Shells.GetValueOrDefault(name) ?? throw new StartUpException(
                $"There is no script for {Printable.Of(name)}; use bash, zsh, fish or pwsh.{Nearest.Hint(name, Shells.Keys)}");
            var nodes = CompletionNode.Of((RootCommand)parsed.RootCommandResult.Command);
            Console.Out.WriteLine(script(nodes).ReplaceLineEndings("\n"));
        });
        return command;
    }
}
