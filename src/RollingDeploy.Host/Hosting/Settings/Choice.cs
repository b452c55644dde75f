namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>Writes a choice of values in a sentence.</summary>
internal static class Choice
{
    /// <summary>The values with commas, and with "or" before the last one, such as "real, scaled or frozen".</summary>
    public static string Of(IReadOnlyList<string> values) =>
        values is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} or {last}" : string.Join("", values);
}
