using System.Text.RegularExpressions;

namespace RollingDeploy.Conformance;

/// <summary>The scenarios, found in the Python files: every top-level function called <c>test_…</c> is a test.</summary>
internal static partial class Scenarios
{
    /// <summary>The files that have scenarios, by name.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Places.Scenarios, "*.py")
            .Where(path => Functions(path).Any())
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string, string> All()
    {
        var rows = new TheoryData<string, string>();
        foreach (var file in Files)
        {
            foreach (var function in Functions(Path.Combine(Places.Scenarios, file)))
            {
                rows.Add(file, function);
            }
        }

        return rows;
    }

    private static IEnumerable<string> Functions(string path) =>
        Function().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^def (?<name>test_\w+)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Function();
}
