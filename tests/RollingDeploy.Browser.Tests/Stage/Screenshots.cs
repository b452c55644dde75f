using RollingDeploy.Tests.Shared;

namespace RollingDeploy.Browser.Tests.Stage;

/// <summary>Where screenshots are kept, as artefacts of a build.</summary>
internal static class Screenshots
{
    public static string PathOf(string name) => Path.Combine(
        Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName, $"{name.ToLowerInvariant()}.png");
}
