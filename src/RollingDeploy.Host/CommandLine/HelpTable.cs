using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace RollingDeploy.Host.CommandLine;

/// <summary>Names with their descriptions, in two columns.</summary>
internal static class HelpTable
{
    private const int Width = 100;
    private const int Indent = 24;

    public static void Add(StringBuilder text, IEnumerable<Option> options)
    {
        foreach (var option in options.Where(option => option is not (HelpOption or VersionOption)))
        {
            Add(text, option.HelpName is { } value ? $"{option.Name} <{value}>" : option.Name, option.Description!);
        }
    }

    /// <summary>Adds a row. The description is wrapped to the right of the name.</summary>
    public static void Add(StringBuilder text, string name, string description)
    {
        var line = $"  {name}".PadRight(Indent - 1);
        if (line.Length >= Indent)
        {
            text.AppendLine(line);
            line = new string(' ', Indent - 1);
        }

        foreach (var word in description.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                text.AppendLine(line);
                line = new string(' ', Indent - 1);
            }

            line += $" {word}";
        }

        text.AppendLine(line);
    }
}
