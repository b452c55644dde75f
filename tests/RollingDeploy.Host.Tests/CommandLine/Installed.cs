namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>The programs that this machine has.</summary>
internal static class Installed
{
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
