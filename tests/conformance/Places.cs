using System.Reflection;

namespace RollingDeploy.Conformance;

/// <summary>Where things are, as the build noted it down.</summary>
internal static class Places
{
    /// <summary>The host's program.</summary>
    public static string Host { get; } = Noted("Host");

    /// <summary>The sources of these tests.</summary>
    public static string Directory { get; } = Noted("Directory");

    /// <summary>The Python files.</summary>
    public static string Scenarios { get; } = Path.Combine(Noted("Directory"), "scenarios");

    /// <summary>The journals that every run must repeat.</summary>
    public static string Journals { get; } = Path.Combine(Noted("Directory"), "journals");

    /// <summary>How many scenarios each file has: CI fails when fewer ran.</summary>
    public static string Cases { get; } = Path.Combine(Noted("Directory"), "cases.txt");

    private static string Noted(string key) => Path.GetFullPath(typeof(Places).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!);
}
