namespace RollingDeploy.Host.Wording;

/// <summary>Finds the right name for a misspelt one.</summary>
internal static class Nearest
{
    // A longer name is not a typing mistake, and the time to compare grows with the square of the length.
    private const int LongestName = 100;

    /// <summary>
    /// Returns the candidate that is most similar to <paramref name="name"/>; null if none is similar. Case, hyphens and
    /// underscores are ignored. A name without a section is also compared with the last part of each candidate: <c>--seed</c> is
    /// similar to <c>--RollingDeploy:Seed</c>.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var word = Plain(name);
        if (word.Length is 0 or > LongestName)
        {
            return null;
        }

        // One mistake for every three letters, at most four: "Max" is four letters away from "Maximum".
        var most = Math.Clamp(word.Length / 3, 1, 4);
        return candidates
            .Select(candidate => (Name: candidate, Distance: Distance(word, candidate)))
            .Where(each => each.Distance <= most)
            .OrderBy(each => each.Distance)
            .Select(each => each.Name)
            .FirstOrDefault();
    }

    /// <summary>The sentence " Did you mean {value}?" with a space before it; empty if no candidate is similar.</summary>
    public static string Hint(string value, IEnumerable<string> candidates) =>
        Of(value, candidates) is { } near ? $" Did you mean {near}?" : "";

    private static int Distance(string word, string candidate)
    {
        var whole = Mistakes(word, Plain(candidate));
        return word.Contains(':') ? whole : Math.Min(whole, Mistakes(word, Plain(candidate[(candidate.LastIndexOf(':') + 1)..])));
    }

#pragma warning disable CA1308 // Not a normalisation for storing: names are compared in lower case.
    private static string Plain(string name) =>
        string.Concat(name.Replace("__", ":", StringComparison.Ordinal).Where(each => each is not ('-' or '_' or '/')))
            .ToLowerInvariant();
#pragma warning restore CA1308

    // Counts the letters to insert, remove, replace or swap with the next one: "prot" is one mistake away from "port".
    private static int Mistakes(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Best(rows, from, to, i, j);
            }
        }

        return rows[from.Length, to.Length];
    }

    private static int Best(int[,] rows, string from, string to, int i, int j)
    {
        var replaced = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, 1 + Math.Min(rows[i - 1, j], rows[i, j - 1]));
        return i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]
            ? Math.Min(best, rows[i - 2, j - 2] + 1)
            : best;
    }
}
