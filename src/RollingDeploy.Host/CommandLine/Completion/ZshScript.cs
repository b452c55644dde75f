using System.Text;

namespace RollingDeploy.Host.CommandLine.Completion;

/// <summary>The completion script for Zsh. It can be sourced, or put into a folder of <c>fpath</c>.</summary>
internal static class ZshScript
{
    private const string Head = """
        #compdef rollingdeploy
        # Completion of rollingdeploy for Zsh. To load it: source <(rollingdeploy completion zsh)
        _rollingdeploy() {
          local command_path='' skip='' i cur=${words[CURRENT]} prev=${words[CURRENT-1]}
          local -a items
          # --option=value is one word.
          if [[ $cur == --*=* ]]; then prev=${cur%%=*}; compset -P 1 '*='; fi
          for ((i = 2; i < CURRENT; i++)); do
            if [[ -n $skip ]]; then skip=''; continue; fi
            case "$command_path|${words[i]}" in
        """;

    private const string Middle = """
            esac
          done
          case "$command_path|$prev" in
        """;

    private const string Words = """
            *)
              case "$command_path" in
        """;

    private const string Tail = """
              esac ;;
          esac
        }
        if [[ ${funcstack[1]} == _rollingdeploy ]]; then _rollingdeploy; elif (( $+functions[compdef] )); then compdef _rollingdeploy rollingdeploy; fi
        """;

    public static string Of(IReadOnlyList<CompletionNode> nodes)
    {
        var text = new StringBuilder(Head).AppendLine();
        foreach (var node in nodes)
        {
            foreach (var command in node.Commands)
            {
                text.AppendLine($"      '{node.Path}|{command.Name}') command_path='{(node.Path + " " + command.Name).Trim()}' ;;");
            }

            foreach (var option in node.Options.Where(option => option.Value is not null))
            {
                text.AppendLine($"      '{node.Path}|{option.Name}') skip=1 ;;");
            }
        }

        text.AppendLine(Middle);
        foreach (var node in nodes)
        {
            foreach (var option in node.Options.Where(option => option.Value is not null))
            {
                text.AppendLine($"    '{node.Path}|{option.Name}') {Value(option.Value)} ;;");
            }
        }

        text.AppendLine(Words);
        foreach (var node in nodes)
        {
            text.AppendLine($"        '{node.Path}')");
            text.AppendLine($"          if [[ $cur == -* ]]; then items=({Items(node.Options.Select(each => new Named(each.Name, each.Description)))}); _describe option items");
            text.AppendLine($"          else {(node.Commands.Count > 0 ? $"items=({Items(node.Commands)}); _describe command items" : Value(node.Argument))}; fi ;;");
        }

        return text.Append(Tail).ToString();
    }

    private static string Items(IEnumerable<Named> named) => string.Join(' ', named.Select(each => Quote($"{each.Name}:{each.Description}")));

    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Value(CompletionValue? value) => value is null ? ":" : value.Kind switch
    {
        ValueKind.File => "_files",
        ValueKind.Folder => "_files -/",
        ValueKind.Word => value.Words.Count == 0 ? ":" : $"compadd -- {string.Join(' ', value.Words)}",
    };
}
