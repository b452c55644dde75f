using System.Text.RegularExpressions;

namespace RollingDeploy.Conformance;

/// <summary>
/// The scenarios, found in the files of all languages: every top-level function called <c>test_…</c> is a test, and one for each
/// of CloudWatch's protocols when it takes a <c>protocol</c>.
/// </summary>
internal static partial class Scenarios
{
    private static readonly string[] Protocols = ["json", "query", "cbor"];

    /// <summary>The files that have scenarios, by name.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Language.AllFiles.Where(path => Cases(path).Any()).Select(path => Path.GetFileName(path)),
    ];

    public static TheoryData<string, string> All()
    {
        var rows = new TheoryData<string, string>();
        foreach (var file in Files)
        {
            foreach (var name in Cases(PathOf(file)))
            {
                rows.Add(file, name);
            }
        }

        return rows;
    }

    /// <summary>How many scenarios each file has, a line for each: what <c>cases.txt</c> is to say.</summary>
    public static string Count() => string.Concat(
        Files.Select(file => $"{file} {Cases(PathOf(file)).Count()}\n"));

    /// <summary>Returns the path of a file.</summary>
    public static string PathOf(string file) => Path.Combine(Language.Of(file).Folder, file);

    private static IEnumerable<string> Cases(string path) =>
        from function in Function().Matches(File.ReadAllText(path))
        let name = function.Groups["name"].Value
        from ending in function.Groups["protocol"].Success ? Protocols.Select(protocol => $"[{protocol}]") : [""]
        select name + ending;

    [GeneratedRegex(@"^(def|export async function) (?<name>test_\w+)\((?<protocol>protocol\b)?", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Function();
}
