using System.Text;

namespace RollingDeploy.Core.Tests.Architecture;

/// <summary>
/// The rooms as a Mermaid graph. An arrow that follows from others is left out, and so are those to Kernel, on which all stand.
/// </summary>
internal static class RoomGraph
{
    private const string Opening = "```mermaid\n";
    private const string Closing = "```";

    /// <summary>A document's picture, and what stands before and after it.</summary>
    public static (string Before, string Picture, string After) Cut(string document)
    {
        var start = document.IndexOf(Opening, StringComparison.Ordinal);
        var end = document.IndexOf(Closing, start + Opening.Length, StringComparison.Ordinal) + Closing.Length;
        return (document[..start], document[start..end], document[end..]);
    }

    public static string Mermaid()
    {
        var direct = Rooms.Uses
            .Select(use => (From: Rooms.Of(use.User), To: Rooms.Of(use.Used)))
            .Where(arrow => arrow.To != "Kernel")
            .ToHashSet();
        var arrows = direct
            .Where(arrow => !direct.Any(
                first => first.From == arrow.From && first.To != arrow.To && Reaches(direct, first.To, arrow.To)))
            .OrderByDescending(arrow => Array.IndexOf(Rooms.InOrder, arrow.From))
            .ThenByDescending(arrow => Array.IndexOf(Rooms.InOrder, arrow.To));
        var text = new StringBuilder(Opening).Append("graph TD\n");
        foreach (var (from, to) in arrows)
        {
            text.Append("  ").Append(from).Append(" --> ").Append(to).Append('\n');
        }

        return text.Append(Closing).ToString();
    }

    private static bool Reaches(HashSet<(string From, string To)> arrows, string from, string to) =>
        arrows.Contains((from, to)) || arrows.Any(arrow => arrow.From == from && Reaches(arrows, arrow.To, to));
}
