using System.Text;

namespace RollingDeploy.Tests.Shared.Architecture;

/// <summary>
/// The rooms as a Mermaid graph. An arrow that follows from others is left out, and so are those to rooms that almost all use.
/// </summary>
internal static class RoomGraph
{
    private const string Opening = "```mermaid\n";
    private const string Closing = "```";

    /// <summary>
    /// Returns the picture below a heading of docs/architecture.md. If the environment variable UPDATE_DOCS is 1, the picture is
    /// first replaced by <paramref name="current"/>.
    /// </summary>
    public static string InDocument(string heading, string current)
    {
        var path = Path.Combine(Repository.Root, "docs", "architecture.md");
        var document = File.ReadAllText(path);
        var start = document.IndexOf(Opening, document.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal);
        var end = document.IndexOf(Closing, start + Opening.Length, StringComparison.Ordinal) + Closing.Length;
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, document[..start] + current + document[end..]);
            return current;
        }

        return document[start..end];
    }

    /// <param name="rooms">The rooms.</param>
    /// <param name="basic">The rooms to which no arrows are drawn.</param>
    public static string Mermaid(Rooms rooms, params string[] basic)
    {
        var direct = rooms.Uses
            .Select(use => (From: rooms.Of(use.User), To: rooms.Of(use.Used)))
            .Where(arrow => !basic.Contains(arrow.To))
            .ToHashSet();
        var arrows = direct
            .Where(arrow => !direct.Any(
                first => first.From == arrow.From && first.To != arrow.To && Reaches(direct, first.To, arrow.To)))
            .OrderByDescending(arrow => Array.IndexOf(rooms.InOrder, arrow.From))
            .ThenByDescending(arrow => Array.IndexOf(rooms.InOrder, arrow.To));
        var text = new StringBuilder(Opening).Append("graph TD\n");
        foreach (var (from, to) in arrows)
        {
            text.Append("  ").Append(Node(from)).Append(" --> ").Append(Node(to)).Append('\n');
        }

        return text.Append(Closing).ToString();
    }

    // The name of a node must be one word.
    private static string Node(string room) =>
        room.Contains('/', StringComparison.Ordinal) ? $"{room.Replace("/", "", StringComparison.Ordinal)}[{room}]" : room;

    private static bool Reaches(HashSet<(string From, string To)> arrows, string from, string to) =>
        arrows.Contains((from, to)) || arrows.Any(arrow => arrow.From == from && Reaches(arrows, arrow.To, to));
}
