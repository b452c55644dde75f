using Microsoft.Data.Sqlite;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Tests.Storage;

/// <summary>How far the receivers of events have come, in the state file.</summary>
public sealed class DeliveryStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "state.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Place_OfAReceiver_IsTheLastOne()
    {
        using (var store = SqliteStateStore.Open(File))
        {
            store.PutPlaces([Place("one", 1, 7), Place("other", 1, 2)]);
            store.PutPlaces([Place("one", 2, 1)]);
        }

        using var again = SqliteStateStore.Open(File);

        again.ReadPlaces().Should().BeEquivalentTo([Place("one", 2, 1), Place("other", 1, 2)]);
    }

    [Fact]
    public void Waiting_UpToThePlace_IsDropped()
    {
        using var store = SqliteStateStore.Open(File);
        store.PutWaiting([Post("one", 1, 9), Post("one", 1, 8), Post("one", 2, 1), Post("other", 1, 8)]);

        store.PutPlaces([Place("one", 1, 8)]);

        store.ReadWaiting("one", "1").Select(post => post.Place).Should().Equal(Place("one", 1, 9), Place("one", 2, 1));
        store.ReadWaiting("one", "1")[0].Body.Should().Equal(9);
        store.ReadWaiting("other", "1").Should().ContainSingle();
        store.ReadWaiting("one", "2").Should().BeEmpty();
    }

    [Fact]
    public void File_OfAnEarlierVersion_GetsTheTables()
    {
        using (SqliteStateStore.Open(File))
        {
            // It is made.
        }

        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var drop = connection.CreateCommand();
            drop.CommandText = "DROP TABLE places; DROP TABLE waiting";
            drop.ExecuteNonQuery();
        }

        using var store = SqliteStateStore.Open(File);

        store.ReadPlaces().Should().BeEmpty();
    }

    private static StoredPlace Place(string receiver, long epoch, long sequence) => new(receiver, "1", epoch, sequence);

    private static StoredPost Post(string receiver, long epoch, long sequence) =>
        new(Place(receiver, epoch, sequence), "statusChanged", [(byte)sequence]);
}
