using System.Reflection;

namespace RollingDeploy.Conformance;

/// <summary>Where things are, as the build noted it down.</summary>
internal static class Places
{
    /// <summary>The host's program.</summary>
    public static string Host { get; } = Noted("Host");

    /// <summary>The Python files.</summary>
    public static string Scenarios { get; } = Path.Combine(Noted("Directory"), "scenarios");

    /// <summary>The journals that every run must repeat.</summary>
    public static string Journals { get; } = Path.Combine(Noted("Directory"), "journals");

    private static string Noted(string key) => Path.GetFullPath(typeof(Places).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!);
}
