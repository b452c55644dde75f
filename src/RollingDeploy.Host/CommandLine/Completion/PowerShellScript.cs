using System.Text;

namespace RollingDeploy.Host.CommandLine.Completion;

/// <summary>The completion script for PowerShell. Where it returns nothing, PowerShell completes files.</summary>
internal static class PowerShellScript
{
    private const string Head = """
        # Completion of rollingdeploy for PowerShell. To load it: rollingdeploy completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName rollingdeploy -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          $commands = @{}
          $options = @{}
          $values = @{}
        """;

    private const string Tail = """
          $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
            Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
          $path = ''
          $last = $null
          foreach ($word in $words) {
            if ($last) { $last = $null; continue }
            if ($values.ContainsKey("$path|$word") -and $word.StartsWith('-')) { $last = $word; continue }
            if ($commands[$path] -and $commands[$path].Contains($word)) { $path = "$path $word".Trim() }
          }
          $found = if ($last) { $values["$path|$last"] }
            elseif ($wordToComplete.StartsWith('-')) { $options[$path] }
            elseif ($commands[$path]) { $commands[$path] }
            else { $values["$path|"] }
          foreach ($name in @($found.Keys | Where-Object { $_ -like "$wordToComplete*" })) {
            [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $found[$name])
          }
        }
        """;

    public static string Of(IReadOnlyList<CompletionNode> nodes)
    {
        var text = new StringBuilder(Head).AppendLine();
        foreach (var node in nodes)
        {
            Add(text, "commands", node.Path, node.Commands);
            Add(text, "options", node.Path, node.Options.Select(option => new Named(option.Name, option.Description)));
            foreach (var option in node.Options.Where(option => option.Value is not null))
            {
                Add(text, "values", $"{node.Path}|{option.Name}", Words(option.Value!));
            }

            if (node.Argument is { } argument)
            {
                Add(text, "values", $"{node.Path}|", Words(argument));
            }
        }

        return text.Append(Tail).ToString();
    }

    private static IEnumerable<Named> Words(CompletionValue value) => value.Words.Select(word => new Named(word, word));

    private static void Add(StringBuilder text, string table, string key, IEnumerable<Named> entries)
    {
        var items = string.Join("; ", entries.Select(each => $"{Quote(each.Name)} = {Quote(each.Description)}"));
        if (items.Length > 0 || table == "values")
        {
            text.AppendLine($"  ${table}[{Quote(key)}] = [ordered]@{{ {items} }}");
        }
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
