using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Seeds.Files;

/// <summary>A place in a seed file.</summary>
internal sealed record SeedPlace(string File, int Line)
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>Makes the error for a mistake at this place: file, line and reason, on one line.</summary>
    public StartUpException Mistake(string reason) =>
        new($"{File}:{Line}: {string.Join(' ', reason.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}");
}
