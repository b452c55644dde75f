using System.Text;

namespace RollingDeploy.Host.CommandLine.Completion;

/// <summary>The completion script for fish.</summary>
internal static class FishScript
{
    private const string Head = """
        # Completion of rollingdeploy for fish. To load it: rollingdeploy completion fish | source
        function __rollingdeploy_path
          set -l path ''
          set -l skip 0
          set -l words (commandline -opc)
          for word in $words[2..-1]
            if test $skip = 1
              set skip 0
              continue
            end
            switch "$path|$word"
        """;

    private const string Tail = """
            end
          end
          echo $path
        end
        function __rollingdeploy_at
          test (__rollingdeploy_path) = "$argv[1]"
        end
        complete -c rollingdeploy -f
        """;

    public static string Of(IReadOnlyList<CompletionNode> nodes)
    {
        var text = new StringBuilder(Head).AppendLine();
        foreach (var node in nodes)
        {
            foreach (var command in node.Commands)
            {
                text.AppendLine($"      case '{node.Path}|{command.Name}'").AppendLine($"        set path '{(node.Path + " " + command.Name).Trim()}'");
            }

            foreach (var option in node.Options.Where(option => option.Value is not null))
            {
                text.AppendLine($"      case '{node.Path}|{option.Name}'").AppendLine("        set skip 1");
            }
        }

        text.AppendLine(Tail);
        foreach (var node in nodes)
        {
            Add(text, node);
        }

        return text.ToString().TrimEnd();
    }

    private static void Add(StringBuilder text, CompletionNode node)
    {
        var line = $"complete -c rollingdeploy -n '__rollingdeploy_at \"{node.Path}\"'";
        foreach (var command in node.Commands)
        {
            text.AppendLine($"{line} -a {command.Name} -d {Quote(command.Description)}");
        }

        if (node.Commands.Count == 0 && node.Argument is { } argument)
        {
            text.AppendLine($"{line} {Value(argument)}");
        }

        foreach (var option in node.Options)
        {
            var value = option.Value is null ? "" : $" -r {Value(option.Value)}";
            text.AppendLine($"{line} -l {option.Name.TrimStart('-')}{value} -d {Quote(option.Description)}");
        }
    }

    private static string Value(CompletionValue value) => value.Kind switch
    {
        ValueKind.File => "-F",
        ValueKind.Folder => "-f -a '(__fish_complete_directories)'",
        ValueKind.Word => value.Words.Count == 0 ? "-f" : $"-f -a {Quote(string.Join(' ', value.Words))}",
    };

    private static string Quote(string text) =>
        $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";
}
