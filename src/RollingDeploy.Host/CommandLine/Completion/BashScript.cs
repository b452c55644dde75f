using System.Text;

namespace RollingDeploy.Host.CommandLine.Completion;

/// <summary>The completion script for Bash, from version 3.2 on, which macOS has.</summary>
internal static class BashScript
{
    private const string Head = """
        # Completion of rollingdeploy for Bash. To load it: source <(rollingdeploy completion bash)
        _rollingdeploy() {
          local cur prev path= skip= i words= files=
          cur=${COMP_WORDS[COMP_CWORD]}
          prev=${COMP_WORDS[COMP_CWORD-1]}
          # Bash makes three words of --option=value.
          if [[ $cur == '=' ]]; then cur=; elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
          for ((i = 1; i < COMP_CWORD; i++)); do
            if [[ -n $skip ]]; then skip=; [[ ${COMP_WORDS[i]} == '=' ]] && skip=1; continue; fi
            case "$path|${COMP_WORDS[i]}" in
        """;

    private const string Middle = """
            esac
          done
          case "$path|$prev" in
        """;

    private const string Words = """
            *)
              case "$path" in
        """;

    private const string Tail = """
              esac ;;
          esac
          local IFS=$'\n'
          if [[ $files == folders ]]; then COMPREPLY=($(compgen -d -- "$cur")); compopt -o filenames 2>/dev/null
          elif [[ $files == files ]]; then COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2>/dev/null
          else IFS=$' \n'; COMPREPLY=($(compgen -W "$words" -- "$cur"))
          fi
        }
        complete -F _rollingdeploy rollingdeploy
        """;

    public static string Of(IReadOnlyList<CompletionNode> nodes)
    {
        var text = new StringBuilder(Head).AppendLine();
        foreach (var node in nodes)
        {
            foreach (var command in node.Commands)
            {
                text.AppendLine($"      '{node.Path}|{command.Name}') path='{(node.Path + " " + command.Name).Trim()}' ;;");
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
                text.AppendLine($"    '{node.Path}|{option.Name}') {Value(option.Value!)} ;;");
            }
        }

        text.AppendLine(Words);
        foreach (var node in nodes)
        {
            text.AppendLine($"        '{node.Path}')");
            text.AppendLine($"          if [[ $cur == -* ]]; then words='{string.Join(' ', node.Options.Select(option => option.Name))}'");
            text.AppendLine($"          else {(node.Commands.Count > 0 ? $"words='{string.Join(' ', node.Commands.Select(each => each.Name))}'" : Value(node.Argument))}; fi ;;");
        }

        return text.Append(Tail).ToString();
    }

    private static string Value(CompletionValue? value) => value is null ? "words=" : value.Kind switch
    {
        ValueKind.File => "files=files",
        ValueKind.Folder => "files=folders",
        ValueKind.Word => $"words='{string.Join(' ', value.Words)}'",
    };
}
