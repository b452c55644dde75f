using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;

namespace RollingDeploy.Host.CommandLine.Completion;

/// <summary>What can follow a command, for the completion scripts.</summary>
/// <param name="Path">The names of the command and of those above it, such as <c>clock set</c>; empty for the program itself.</param>
/// <param name="Commands">The commands below it.</param>
/// <param name="Options">Its options.</param>
/// <param name="Argument">Its argument; null if it takes none.</param>
internal sealed record CompletionNode(
    string Path, IReadOnlyList<Named> Commands, IReadOnlyList<CompletionOption> Options, CompletionValue? Argument)
{
    /// <summary>Reads the tree of commands, so that the scripts always have what the program has.</summary>
    public static IReadOnlyList<CompletionNode> Of(RootCommand root) => [.. Of(root, "")];

    private static IEnumerable<CompletionNode> Of(Command command, string path) =>
    [
        new(
            path,
            [.. command.Subcommands.Select(each => new Named(each.Name, First(each.Description)))],
            [.. command.Options.Where(each => each is not HelpOption).Select(Option), new("--help", "Prints the help text.", null)],
            command.Arguments is [var argument, ..] ? Value(argument, argument.Name) : null),
        .. command.Subcommands.SelectMany(each => Of(each, path.Length > 0 ? $"{path} {each.Name}" : each.Name)),
    ];

    private static CompletionOption Option(Option option) => new(
        option.Name, First(option.Description), option.HelpName is { } name ? Value(option, name) : null);

    private static CompletionValue Value(Symbol symbol, string name) => new(
        name switch { "file" => ValueKind.File, "folder" => ValueKind.Folder, _ => ValueKind.Word },
        [.. symbol.GetCompletions(CompletionContext.Empty).Select(each => each.Label)]);

    // The first sentence is enough beside a name.
    private static string First(string? description) => description?.Split(". ")[0].TrimEnd('.') ?? "";
}

/// <summary>A name with its description.</summary>
internal sealed record Named(string Name, string Description);

/// <summary>An option.</summary>
/// <param name="Name">The name, with its hyphens.</param>
/// <param name="Description">What it does.</param>
/// <param name="Value">Its value; null if it takes none.</param>
internal sealed record CompletionOption(string Name, string Description, CompletionValue? Value);

/// <summary>A value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">The values that are known; empty if any is possible.</param>
internal sealed record CompletionValue(ValueKind Kind, IReadOnlyList<string> Words);

/// <summary>What a value is.</summary>
internal enum ValueKind
{
    Word,
    File,
    Folder,
}
