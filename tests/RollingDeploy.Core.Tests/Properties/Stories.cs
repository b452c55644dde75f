namespace RollingDeploy.Core.Tests.Properties;

/// <summary>Compares stories of the same seed.</summary>
internal static class Stories
{
    // The texts have megabytes, so only the first line that differs is shown.
    public static void RequireSame(string one, string other, int seed)
    {
        if (one == other)
        {
            return;
        }

        var (ours, theirs) = (one.Split('\n'), other.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(ours.Length, theirs.Length)).First(i => ours[i] != theirs[i]);
        var before = string.Join('\n', theirs[..(line + 1)].TakeLast(3));
        ours[line].Should().Be(theirs[line], "seed {0} gives the same at line {1} after {2}", seed, line, before);
    }
}
