using RollingDeploy.Tests.Shared;

namespace RollingDeploy.Conformance;

/// <summary>A language that scenarios are written in: how its files look, and what runs them.</summary>
/// <param name="Program">The interpreter.</param>
/// <param name="Arguments">What it runs a file with. The path of the file follows.</param>
/// <param name="Files">The ending of the files.</param>
/// <param name="Folder">The folder of the files.</param>
/// <param name="Install">How to install what the files need.</param>
internal sealed record Language(string Program, string[] Arguments, string Files, string Folder, string Install)
{
    /// <summary>boto3 and the AWS CLI.</summary>
    public static readonly Language Python = new(
        "python3", ["-B", Path.Combine(Places.Scenarios, "run.py")], ".py", Places.Scenarios, "pip install boto3 awscli");

    /// <summary>AWS's SDK for JavaScript.</summary>
    public static readonly Language JavaScript = new(
        "node",
        [Path.Combine(Places.JavaScript, "run.mjs")],
        ".mjs",
        Path.Combine(Places.JavaScript, "scenarios"),
        "npm ci in tests/conformance/javascript");

    private static readonly IReadOnlyList<Language> All = [Python, JavaScript];

    /// <summary>The files of all languages, by name.</summary>
    public static IEnumerable<string> AllFiles => All
        .SelectMany(language => Directory.EnumerateFiles(language.Folder, $"*{language.Files}"))
        .OrderBy(Path.GetFileName, StringComparer.Ordinal);

    /// <summary>Returns the language of a file.</summary>
    public static Language Of(string file) => All.Single(language => file.EndsWith(language.Files, StringComparison.Ordinal));

    /// <summary>Returns why files cannot be run here, as far as that is known before; null if it is not.</summary>
    public async Task<string?> WhyMissing() => this == JavaScript ? await Task.Run(() => JavaScriptSdk.WhyMissing) : null;
}
