using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>The program, started as a process the way in which a user starts it.</summary>
public sealed class ServeTests : IDisposable
{
    private const string Port = "--port 0";

    private readonly string _folder = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Help_ListsOptionsSettingsAndExamples()
    {
        var ended = await HostProgram.Run("--help");

        ended.ExitCode.Should().Be(0);
        ended.Errors.Should().BeEmpty();
        ended.Output.Should().ContainAll(
            "serve ", "--port <number>", "--clock <mode>", "--speed <factor>", "--account <id>", "--log-level <level>", "--quiet", "--help", "--version",
            "RollingDeploy__Fleet__LaunchSeconds=60", "Examples:");
        ended.Output.Split('\n').Should().OnlyContain(line => line.Length <= 100);
    }

    [Fact]
    public async Task Version_IsOneLine()
    {
        var ended = await HostProgram.Run("--version");

        ended.Should().BeEquivalentTo(new Ended(0, "0.1.0\n", []));
    }

    [Fact]
    public async Task Banner_WithAStateFile_NamesIt()
    {
        var path = Path.Combine(_folder, "state.db");
        await using var host = await HostProgram.Start($"serve {Port} --state {path}");

        await host.Prints($"State is kept in {path}. Press Ctrl+C to stop.");
    }

    [Fact]
    public async Task Banner_OfAFrozenHost_SaysAllThatAUserNeeds()
    {
        await using var host = await HostProgram.Start($"serve {Port} --clock frozen");

        await host.Prints("Press Ctrl+C to stop.");

        host.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "RollingDeploy 0.1.0",
            $"Now listening on: {host.Url.ToString().TrimEnd('/')}",
            $"Swagger UI:       {host.Url}swagger",
            "Clock:            frozen; advance it with POST /_rollingdeploy/clock/advance",
            "State is kept in memory only and is lost when the program stops. Press Ctrl+C to stop.");
    }

    [Theory]
    [InlineData("--clock frozen serve", "frozen", 1)]
    [InlineData("serve --clock frozen", "frozen", 1)]
    [InlineData("--speed 60", "scaled", 60)]
    [InlineData("--clock scaled --speed=60", "scaled", 60)]
    [InlineData("--RollingDeploy:Clock:Mode skip --environment Staging", "skip", 1)]
    public async Task Options_OfTheClock_SetIt(string options, string mode, double speed)
    {
        await using var host = await HostProgram.Start($"{Port} {options}");

        var clock = await _http.GetFromJsonAsync<JsonObject>(new Uri(host.Url, "/_rollingdeploy/clock"));

        ((string)clock!["mode"]!).Should().Be(mode);
        ((double)clock["speed"]!).Should().Be(speed);
    }

    [Fact]
    public async Task Start_FromAFolderWithForeignSettings_DoesNotReadThem()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), """{"RollingDeploy":{"Clock":{"Mode":"frosty"}},"urls":"nonsense"}""");

        await using var host = await HostProgram.Start(Port, _folder);

        (await _http.GetAsync(new Uri(host.Url, "/health"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Start_WithSettingsBesideTheProgram_ReadsThem()
    {
        var program = HostProgram.CopyTo(Directory.CreateDirectory(Path.Combine(_folder, "program")).FullName);
        await File.WriteAllTextAsync(Path.Combine(_folder, "program", "appsettings.json"), """{"RollingDeploy":{"Clock":{"Mode":"frozen"}}}""");

        await using var host = await HostProgram.Start(Port, _folder, program);

        await host.Prints("Clock:            frozen");
    }

    [Fact]
    public async Task Start_WithAContentRoot_TakesItFromTheWorkingDirectory()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "mine"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "mine", "appsettings.json"), """{"RollingDeploy":{"Clock":{"Mode":"frozen"}}}""");

        await using var host = await HostProgram.Start($"{Port} --contentRoot mine", _folder);

        await host.Prints("Clock:            frozen");
    }

    [Fact]
    public async Task Start_FromAFolderWithATree_WatchesNoneOfIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "watchers are counted in /proc");
        Directory.CreateDirectory(Path.Combine(_folder, "a", "b", "c"));

        await using var host = await HostProgram.Start(Port, _folder);

        var handles = Directory.EnumerateFiles($"/proc/{host.Id}/fdinfo").Select(File.ReadAllText);
        handles.Should().NotContain(handle => handle.Contains("inotify wd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_ByDefault_AreOfCallsThatChangeAnythingOrAreRefused()
    {
        await using var host = await HostProgram.Start(Port, _folder);

        await Call(host, "ListModels", "{}");
        await Call(host, "DeleteModel", """{"ModelName":"m"}""");

        await host.Prints("DeleteModel m 400 ValidationException");
        host.Output.Should().NotContain("ListModels").And.NotContain("HTTP/1.1");
    }

    [Fact]
    public async Task Lines_AtLevelDebug_HaveCallsThatRead()
    {
        await using var host = await HostProgram.Start($"{Port} --log-level debug", _folder);

        await Call(host, "ListModels", "{}");

        await host.Prints("ListModels - 200");
        host.Output.Should().NotContain("Microsoft").And.NotContain("HTTP/1.1");
    }

    [Fact]
    public async Task Quiet_PrintsNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a process is ended by a signal");
        await using var host = await HostProgram.StartSilent("--quiet", _folder);

        await Call(host, "DeleteModel", """{"ModelName":"m"}""");

        (await host.Stop()).Should().Be(0);
        host.Output.Should().BeEmpty();
    }

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<HttpResponseMessage> Call(HostProgram host, string operation, string body) =>
        _http.PostAsync(new Uri(host.Url, $"/sagemaker/{operation}"), new StringContent(body));
}
