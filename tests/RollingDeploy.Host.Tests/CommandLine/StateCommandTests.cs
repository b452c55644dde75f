using System.Text;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary><c>rollingdeploy export</c> and <c>rollingdeploy import</c>, as processes beside a server.</summary>
public sealed class StateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;
    private readonly HttpClient _http = new();

    private string File => Path.Combine(_folder, "state.json");

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Export_ThenImport_MovesTheStateToAnotherServer()
    {
        await using var one = await HostProgram.StartSilent("serve --quiet --clock frozen", _folder);
        await PutQuota(one, "000000000000");
        await using var other = await HostProgram.StartSilent("serve --quiet --clock frozen", _folder);

        var exported = await HostProgram.Run($"export --endpoint-url {one.Url} {File}");
        var imported = await HostProgram.Run($"import {File} --endpoint-url {other.Url}");

        exported.Should().BeEquivalentTo(new Ended(0, "", []));
        imported.Should().BeEquivalentTo(new Ended(0, "", []));
        (await Quota(other, "000000000000")).Should().Contain("\"limit\":7");
    }

    [Fact]
    public async Task Export_WithoutAFile_WritesToTheOutput()
    {
        await using var host = await HostProgram.StartSilent("serve --quiet --clock frozen", _folder);
        await PutQuota(host, "111122223333");

        var ended = await HostProgram.Run($"export --endpoint-url {host.Url} --account 111122223333");

        ended.ExitCode.Should().Be(0);
        ended.Output.Should().StartWith("{\"format\":1,\"account\":\"111122223333\"").And.EndWith("]}\n");
    }

    [Fact]
    public async Task Export_ToALink_LeavesTheLink()
    {
        await using var host = await HostProgram.StartSilent("serve --quiet --clock frozen", _folder);
        System.IO.File.WriteAllText(File, new string('x', 100_000));
        var link = Path.Combine(_folder, "link.json");
        System.IO.File.CreateSymbolicLink(link, File);

        var ended = await HostProgram.Run($"export --endpoint-url {host.Url} {link}");

        ended.ExitCode.Should().Be(0);
        new FileInfo(link).LinkTarget.Should().Be(File);
        (await System.IO.File.ReadAllTextAsync(File)).Should().StartWith("{\"format\":1,").And.EndWith("]}\n");
    }

    [Fact]
    public async Task Export_WithTheVariableOfAws_FindsTheServer()
    {
        await using var host = await HostProgram.StartSilent("serve --quiet --clock frozen", _folder);

        var ended = await HostProgram.Run("export", ("AWS_ENDPOINT_URL", host.Url.ToString()));

        ended.ExitCode.Should().Be(0);
        ended.Output.Should().StartWith("{\"format\":1,");
    }

    [Fact]
    public async Task Import_OfAnotherAccount_NeedsAs()
    {
        await using var host = await HostProgram.StartSilent("serve --quiet --clock frozen", _folder);
        await PutQuota(host, "111122223333");
        await HostProgram.Run($"export --endpoint-url {host.Url} --account 111122223333 {File}");

        var refused = await HostProgram.Run($"import {File} --endpoint-url {host.Url}");
        var imported = await HostProgram.Run($"import {File} --endpoint-url {host.Url} --as 444455556666");

        refused.ExitCode.Should().Be(1);
        refused.Errors.Should().ContainSingle().Which.Should().StartWith("The state was not imported. account: this is the state of ");
        imported.Should().BeEquivalentTo(new Ended(0, "", []));
        (await Quota(host, "444455556666")).Should().Contain("\"limit\":7");
    }

    [Theory]
    [InlineData("export --endpoint-url http://localhost:1", "The state was not exported. Nothing answers at http://localhost:1.*")]
    [InlineData("export --endpoint-url here", "The state was not exported. --endpoint-url is here; it must be an address such as http://localhost:4566.")]
    [InlineData("import /nowhere/state.json", "The state was not imported. /nowhere/state.json could not be read.*")]
    [InlineData("export one two", "*export has no argument two.")]
    [InlineData("export --port 4566", "*export has no argument --port.")]
    [InlineData("export --quiet", "*export has no argument --quiet.")]
    [InlineData("import --bogus state.json", "*import has no argument --bogus.")]
    [InlineData("import", "*Required argument 'file' missing for command: 'import'.")]
    public async Task Mistakes_AreToldInASentence(string arguments, string sentence)
    {
        var ended = await HostProgram.Run(arguments);

        ended.ExitCode.Should().Be(1);
        ended.Errors[0].Should().Match(sentence);
    }

    [Fact]
    public async Task Export_ToAFolderThatIsNotThere_SaysSoAndLeavesNothing()
    {
        await using var host = await HostProgram.StartSilent("serve --quiet --clock frozen", _folder);

        var ended = await HostProgram.Run($"export --endpoint-url {host.Url} {_folder}/none/state.json");

        ended.ExitCode.Should().Be(1);
        ended.Errors[0].Should().StartWith($"The state was not exported. {_folder}/none/state.json could not be written.");
        Directory.GetFileSystemEntries(_folder).Should().BeEmpty();
    }

    private async Task PutQuota(HostProgram host, string account)
    {
        using var body = new StringContent("""{"limit":7}""", Encoding.UTF8, "application/json");
        (await _http.PutAsync(new Uri(host.Url, $"/_rollingdeploy/quotas/ml.m5.large?account={account}"), body))
            .EnsureSuccessStatusCode();
    }

    private Task<string> Quota(HostProgram host, string account) =>
        _http.GetStringAsync(new Uri(host.Url, $"/_rollingdeploy/quotas/ml.m5.large?account={account}"));
}
