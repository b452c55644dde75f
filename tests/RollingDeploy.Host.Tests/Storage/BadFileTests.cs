using Microsoft.Data.Sqlite;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Tests.Storage;

/// <summary>A file that is not a state file of this version is refused with a sentence, and not touched.</summary>
public sealed class BadFileTests : IDisposable
{
    private const int Format = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "state.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Open_OfATextFile_IsRefused()
    {
        System.IO.File.WriteAllText(File, "This is my diary, and it is long enough for a header. " + new string('x', 200));

        Refused().Should().Be($"{File} is not a state file of RollingDeploy. Use another file.");
    }

    [Fact]
    public void Open_OfAFewBytes_IsRefused()
    {
        System.IO.File.WriteAllText(File, "SQLite");

        Refused().Should().Be($"{File} is not a state file of RollingDeploy. Use another file.");
    }

    [Fact]
    public void Open_OfAnotherProgramsDatabase_IsRefused()
    {
        using (var other = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            other.Open();
            using var create = other.CreateCommand();
            create.CommandText = "CREATE TABLE mine (x)";
            create.ExecuteNonQuery();
        }

        Refused().Should().Be($"{File} is not a state file of RollingDeploy. Use another file.");
    }

    [Fact]
    public void Open_OfANewerFormat_IsRefused()
    {
        Make();
        Change(bytes => bytes[Format + 3] = 9);

        Refused().Should().Be(
            $"{File} has the format 9 of a newer version; this version reads the format 1. Use the newer version, or another file.");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(4096)]
    [InlineData(8000)]
    public void Open_OfAFileThatWasCutShort_IsRefused(int length)
    {
        Make();
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..length]);

        Refused().Should().StartWith($"{File} was cut short: it has {length:N0} bytes instead of ");
    }

    [Fact]
    public void Open_OfADamagedFile_IsRefused()
    {
        Make();
        Change(bytes => Array.Fill(bytes, (byte)0xAB, 4096, bytes.Length - 4096));

        Refused().Should().Be($"{File} is damaged. Use a copy of it, or another file.");
    }

    [Fact]
    public void Open_OfAFolder_IsRefused()
    {
        var act = () => SqliteStateStore.Open(_folder.FullName);

        act.Should().Throw<StateStoreException>()
            .WithMessage($"{_folder.FullName} is a folder. Use a file in it, such as {Path.Combine(_folder.FullName, "state.db")}.");
    }

    [Fact]
    public void Open_InAFolderThatIsNotThere_IsRefused()
    {
        var missing = Path.Combine(_folder.FullName, "missing", "state.db");

        var act = () => SqliteStateStore.Open(missing);

        act.Should().Throw<StateStoreException>()
            .WithMessage($"{missing} cannot be created: there is no folder {Path.GetDirectoryName(missing)}.");
    }

    [Fact]
    public void Open_OfAnEmptyFile_MakesItAStateFile()
    {
        System.IO.File.WriteAllBytes(File, []);

        Make();

        using var again = SqliteStateStore.Open(File);
        again.LatestSnapshots().Should().BeEmpty();
    }

    private void Make() => SqliteStateStore.Open(File).Dispose();

    private void Change(Action<byte[]> change)
    {
        var bytes = System.IO.File.ReadAllBytes(File);
        change(bytes);
        System.IO.File.WriteAllBytes(File, bytes);
    }

    private string Refused()
    {
        var before = System.IO.File.ReadAllBytes(File);
        var act = () => SqliteStateStore.Open(File);

        var message = act.Should().Throw<StateStoreException>().Which.Message;
        System.IO.File.ReadAllBytes(File).Should().Equal(before);
        Directory.GetFiles(_folder.FullName).Should().Equal(File);
        return message;
    }
}
