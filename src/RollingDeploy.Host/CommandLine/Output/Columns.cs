namespace RollingDeploy.Host.CommandLine.Output;

/// <summary>Writes a table in columns of equal width, as plain text.</summary>
internal static class Columns
{
    private const string Gap = "  ";

    /// <summary>Returns the lines of a table. The last column is not filled up.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows.Max(row => row.Length))
            .Select(column => rows.Where(row => column < row.Length).Max(row => row[column].Length))
            .ToArray();
        return rows.Select(row => string.Join(Gap, row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }
}
