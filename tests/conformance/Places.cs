using System.Reflection;

namespace RollingDeploy.Conformance;

/// <summary>Where things are, as the build noted it down.</summary>
internal static class Places
{
    /// <summary>The host as it was built with these tests: a library that .NET compiles while it runs.</summary>
    public static string JitHost { get; } = Noted("Host");

    /// <summary>
    /// The host to test: that one, or the native binary that the variable <c>ROLLINGDEPLOY_NATIVE</c> names. The variable is for
    /// all test projects that start the host as a process.
    /// </summary>
    public static string Host { get; } = Environment.GetEnvironmentVariable("ROLLINGDEPLOY_NATIVE") is { Length: > 0 } native
        ? Path.GetFullPath(native)
        : JitHost;

    /// <summary>The sources of these tests.</summary>
    public static string Directory { get; } = Noted("Directory");

    /// <summary>The Python files.</summary>
    public static string Scenarios { get; } = Path.Combine(Noted("Directory"), "scenarios");

    /// <summary>What runs on AWS's SDK for JavaScript.</summary>
    public static string JavaScript { get; } = Path.Combine(Noted("Directory"), "javascript");

    /// <summary>The journals that every run must repeat.</summary>
    public static string Journals { get; } = Path.Combine(Noted("Directory"), "journals");

    /// <summary>How many scenarios each file has: CI fails when fewer ran.</summary>
    public static string Cases { get; } = Path.Combine(Noted("Directory"), "cases.txt");

    private static string Noted(string key) => Path.GetFullPath(typeof(Places).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!);
}
