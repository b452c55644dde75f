using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Tests.Seeds;

public sealed class SeedFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_AFolder_TakesSeedsInTheOrderOfTheirNames()
    {
        foreach (var name in (string[])["b.json", "a.yaml", "C.YML", "10.json", "9.json", "notes.txt", ".hidden.json", "x.json.bak"])
        {
            Write(name);
        }

        Directory.CreateDirectory(Path.Combine(_folder, "folder.json"));

        Read().Should().Equal("10.json", "9.json", "C.YML", "a.yaml", "b.json");
    }

    [Fact]
    public void Read_LinksToFiles_FollowsThem()
    {
        // As Kubernetes mounts a ConfigMap.
        Directory.CreateDirectory(Path.Combine(_folder, "..data"));
        Write("..data/a.json");
        File.CreateSymbolicLink(Path.Combine(_folder, "a.json"), Path.Combine("..data", "a.json"));

        Read().Should().Equal("a.json");
    }

    [Fact]
    public void Read_ALinkToNothing_IsRefused()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "a.json"), "nothing.json");

        Refused().Should().Match("--seed is x; Could not find file *. The user who runs RollingDeploy must be able to read it.");
    }

    [Fact]
    public void Read_AnEmptyFile_IsRefused()
    {
        Write("a.json", "");

        Refused().Should().Be($"{_folder}/a.json:1: The file is empty. A file without calls has the content [].");
    }

    [Fact]
    public void Read_ALargeFile_IsRefusedUnread()
    {
        using (var file = File.Create(Path.Combine(_folder, "a.json")))
        {
            file.SetLength(5L * 1024 * 1024 * 1024);
        }

        Refused().Should().Be($"{_folder}/a.json:1: The file has 5368709120 bytes; the largest seed file has 33554432.");
    }

    [Fact]
    public void Fingerprint_AfterAChange_IsAnotherOne()
    {
        Write("a.json");
        var before = SeedFolder.Fingerprint(SeedFolder.Read(_folder, "--seed is x"));

        Write("a.json", "[ ]");

        SeedFolder.Fingerprint(SeedFolder.Read(_folder, "--seed is x")).Should().NotBe(before);
    }

    private string Refused()
    {
        var read = () => SeedFolder.Read(_folder, "--seed is x");

        return read.Should().Throw<StartUpException>().Which.Message;
    }

    private IEnumerable<string> Read() => SeedFolder.Read(_folder, "--seed is x").Select(file => Path.GetFileName(file.Path));

    private void Write(string name, string text = "[]") => File.WriteAllText(Path.Combine(_folder, name), text);
}
