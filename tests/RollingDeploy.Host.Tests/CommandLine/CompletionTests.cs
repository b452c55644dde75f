using System.Diagnostics;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary><c>rollingdeploy completion</c>: each script runs in its shell, without the program.</summary>
public sealed class CompletionTests : IDisposable
{
    // Calls the function as Bash does when the user presses the tab key.
    private const string Bash = """
        source ./script
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
        _rollingdeploy
        echo "${COMPREPLY[*]}"
        """;

    // Zsh's own functions, which print what they are told.
    private const string Zsh = """
        compadd() { shift; print -- $* }
        _describe() { print -- ${(P)2%%:*} }
        _files() { print -- files $* }
        compset() { : }
        source ./script
        words=("$@"); CURRENT=$#
        _rollingdeploy
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;

    public static TheoryData<string, string> Cases => new()
    {
        { "rollingdeploy|clo", "clock" },
        { "rollingdeploy|clock|", "set" },
        { "rollingdeploy|clock|set|--mode|", "real scaled frozen skip" },
        { "rollingdeploy|status|demo|--ti", "--timeout" },
        { "rollingdeploy|--account|clock|stat", "status" },
        { "rollingdeploy|--log-level|", "Warning" },
        { "rollingdeploy|faults|add|", "insufficientCapacity" },
        { "rollingdeploy|faults|add|--fleet|", "old new" },
        { "rollingdeploy|completion|", "bash zsh fish pwsh" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bash_CompletesTheWord(string line, string expected)
    {
        await WriteScript("bash");

        var words = (await InShell("bash", ["-c", Bash, "bash", .. line.Split('|')])).Split(' ', '\n');

        words.Should().Contain(expected.Split(' '));
        var begun = line.Split('|').Last();
        words.Should().OnlyContain(word => word.StartsWith(begun, StringComparison.Ordinal) || word.Length == 0);
    }

    [Theory]
    [InlineData("rollingdeploy|clock|set|--mode|=|f", "frozen\n")]
    [InlineData("rollingdeploy|import|scr", "script\n")]
    [InlineData("rollingdeploy|--state|scr", "script\n")]
    [InlineData("rollingdeploy|--seed|scr", "\n")]
    [InlineData("rollingdeploy|watch|", "\n")]
    public async Task Bash_CompletesFilesAndValues(string line, string expected)
    {
        await WriteScript("bash");

        (await InShell("bash", ["-c", Bash, "bash", .. line.Split('|')])).Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Zsh_CompletesTheWord(string line, string expected)
    {
        SkipWithout("zsh");
        await WriteScript("zsh");

        (await InShell("zsh", ["-f", "-c", Zsh, "zsh", .. line.Split('|')])).Split(' ', '\n').Should().Contain(expected.Split(' '));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fish_CompletesTheWord(string line, string expected)
    {
        SkipWithout("fish");
        await WriteScript("fish");

        var printed = await InShell("fish", ["-N", "-c", $"source ./script; complete -C '{line.Replace('|', ' ')}'"]);

        printed.Split('\n').Select(row => row.Split('\t')[0]).Should().Contain(expected.Split(' '));
    }

    [Fact]
    public async Task PowerShell_HasEveryCommand()
    {
        var script = (await HostProgram.Run("completion pwsh")).Output;

        script.Should().StartWith("# Completion of rollingdeploy for PowerShell.").And.ContainAll(
            "Register-ArgumentCompleter -Native -CommandName rollingdeploy", "$commands['clock'] = [ordered]@{ 'set' = ",
            "$values['clock set|--mode'] = [ordered]@{ 'frozen' = 'frozen'; ");
        script.Count(each => each == '{').Should().Be(script.Count(each => each == '}'));
    }

    private static void SkipWithout(string shell) => Assert.SkipUnless(Installed.Has(shell), $"{shell} is not installed.");

    private async Task WriteScript(string shell) =>
        await File.WriteAllTextAsync(Path.Combine(_folder, "script"), await Scripts.Of(shell));

    private async Task<string> InShell(string shell, string[] arguments)
    {
        var start = new ProcessStartInfo(shell, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        (await errors).Should().BeEmpty();
        return await output;
    }

    // The program prints each script once for all tests.
    private static class Scripts
    {
        private static readonly Dictionary<string, Lazy<Task<Ended>>> All = ((string[])["bash", "zsh", "fish"])
            .ToDictionary(shell => shell, shell => new Lazy<Task<Ended>>(() => HostProgram.Run($"completion {shell}")));

        public static async Task<string> Of(string shell) => (await All[shell].Value).Output;
    }
}
