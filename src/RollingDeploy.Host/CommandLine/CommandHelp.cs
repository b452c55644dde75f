using System.CommandLine;
using System.Text;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The text of <c>rollingdeploy command --help</c>.</summary>
internal static class CommandHelp
{
    /// <summary>The sentence that says where the help for a command is.</summary>
    public static string Hint(Command command) => $"Run rollingdeploy {PathOf(command)} --help to see how to use it.";

    public static string Of(Command command)
    {
        var text = new StringBuilder(command.Description).AppendLine().AppendLine()
            .AppendLine("Usage:")
            .AppendLine($"  rollingdeploy {string.Join(' ', [.. Parents(command), Usage(command)])} [options]");
        if (command.Subcommands.Count > 0)
        {
            text.AppendLine().AppendLine("Commands:");
            foreach (var each in command.Subcommands)
            {
                HelpTable.Add(text, Usage(each), each.Description!);
            }
        }

        if (command.Arguments.Count > 0)
        {
            text.AppendLine().AppendLine("Arguments:");
            foreach (var argument in command.Arguments)
            {
                HelpTable.Add(text, Usage(argument), argument.Description!);
            }
        }

        text.AppendLine().AppendLine("Options:");
        HelpTable.Add(text, command.Options);
        HelpTable.Add(text, "--help, -h", "Prints this text.");
        return (command is ServerCommand { More: { } more } ? text.AppendLine().Append(more) : text).ToString().TrimEnd();
    }

    /// <summary>The name of a command with its arguments, such as <c>status &lt;endpoint&gt;</c>.</summary>
    public static string Usage(Command command) => string.Join(' ', command.Arguments.Select(Usage).Prepend(command.Name));

    /// <summary>The names of a command and of those above it, such as <c>clock set</c>.</summary>
    public static string PathOf(Command command) => string.Join(' ', [.. Parents(command), command.Name]);

    private static IEnumerable<string> Parents(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
            ? [.. Parents(parent), parent.Name]
            : [];

    private static string Usage(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : $"<{argument.Name}>";
}
