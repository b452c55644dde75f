using System.Text.RegularExpressions;
using RollingDeploy.Host.CommandLine;
using RollingDeploy.Host.Tests.Hosting;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>The README tells of every option and every setting.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root(), "README.md"));

    public static TheoryData<string> Options => [.. new ServeOptions().All.Select(option => option.Name)];

    public static TheoryData<string> Settings => [.. OptionPaths.All];

    [Theory]
    [MemberData(nameof(Options))]
    public void Readme_OfAnOption_TellsOfIt(string option) => Regex.IsMatch(Readme, $"`{option}[ `]").Should().BeTrue();

    // Of several in a row of the table, all but the first are shortened to their last part.
    [Theory]
    [MemberData(nameof(Settings))]
    public void Readme_OfASetting_TellsOfIt(string path) =>
        Regex.IsMatch(Readme, $"`(RollingDeploy:{path}|:{path.Split(':').Last()})[:`]").Should().BeTrue();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RollingDeploy.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
