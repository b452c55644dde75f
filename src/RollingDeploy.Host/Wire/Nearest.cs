namespace RollingDeploy.Host.Wire;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class Nearest
{
    // Of a foreign text no more is compared than a name can be long.
    private const int MostCompared = 64;

    /// <summary>The nearest of <paramref name="known"/>; null where none is near.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var name = given.Length <= MostCompared ? given : given[..MostCompared];
        return known
            .Select(each => (Name: each, Distance: Distance(name.ToUpperInvariant(), each.ToUpperInvariant())))
            .Where(each => each.Distance <= Math.Max(name.Length, each.Name.Length) / 3 || IsPartOf(name, each.Name))
            .OrderBy(each => each.Distance)
            .Select(each => each.Name)
            .FirstOrDefault();
    }

    // BatchSize is near MaximumBatchSize, and TrafficRouting near TrafficRoutingConfiguration.
    private static bool IsPartOf(string given, string known) => given.Length >= 4
        && (known.StartsWith(given, StringComparison.OrdinalIgnoreCase) || known.EndsWith(given, StringComparison.OrdinalIgnoreCase));

    // Levenshtein's distance: how many letters have to be put in, taken out or replaced.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
