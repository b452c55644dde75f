using System.Text;

namespace RollingDeploy.Host.Control.Reports;

/// <summary>Writes Markdown as GitHub reads it. Names are shown as they are: they never become markup.</summary>
internal sealed class Markdown
{
    private const string Special = "\\`*_[]#|<>~&@";

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line as it is, and an empty one.</summary>
    public Markdown Block(string line)
    {
        _text.Append(line).Append("\n\n");
        return this;
    }

    /// <summary>Adds a table. The cells are as they are.</summary>
    public Markdown Table(string[] head, IEnumerable<string[]> rows)
    {
        Row(head);
        Row([.. head.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Row(row);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Returns a text of users in one line, without any meaning in Markdown and HTML.</summary>
    public static string Text(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsControl(letter))
            {
                safe.Append(' ');
            }
            else if (Special.Contains(letter, StringComparison.Ordinal))
            {
                // A backslash does not stop HTML and mentions.
                safe.Append(System.Globalization.CultureInfo.InvariantCulture, $"&#{(int)letter};");
            }
            else
            {
                safe.Append(letter);
            }
        }

        return safe.ToString();
    }

    /// <summary>Returns the document.</summary>
    public override string ToString() => _text.ToString();

    private void Row(string[] cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
