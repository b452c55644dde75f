namespace RollingDeploy.Host.Wording;

/// <summary>Writes a choice of values in a sentence.</summary>
internal static class Choice
{
    /// <summary>Returns the values with commas, and with "or" before the last one, such as "real, scaled or frozen".</summary>
    public static string Of(IReadOnlyList<string> values) => Join(values, "or");

    /// <summary>Returns the values with commas, and with "and" before the last one.</summary>
    public static string AllOf(IReadOnlyList<string> values) => Join(values, "and");

    private static string Join(IReadOnlyList<string> values, string beforeLast) => values.Count < 2
        ? string.Concat(values)
        : $"{string.Join(", ", values.Take(values.Count - 1))} {beforeLast} {values[^1]}";
}
