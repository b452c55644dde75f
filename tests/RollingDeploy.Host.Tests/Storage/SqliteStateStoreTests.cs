using System.Security.Cryptography;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Tests.Storage;

public sealed class SqliteStateStoreTests : IDisposable
{
    private static readonly DateTimeOffset Wall = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "state.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void ReadAfter_InAnotherRun_ReturnsWhatWasAppended()
    {
        Use(store => store.Append([Command(1), Command(2), Command(3), Command(1, "999999999999")]));

        Use(store =>
        {
            store.ReadAfter("000000000000", 1).Should().Equal(Command(2), Command(3));
            store.ReadAfter("999999999999", 0).Should().Equal(Command(1, "999999999999"));
            store.ReadAfter("111111111111", 0).Should().BeEmpty();
        });
    }

    [Fact]
    public void ReadAfter_MoreThanAPage_ReturnsAll()
    {
        Use(store =>
        {
            store.Append([.. Enumerable.Range(1, 2500).Select(sequence => Command(sequence))]);

            store.ReadAfter("000000000000", 0).Select(command => command.Sequence)
                .Should().Equal(Enumerable.Range(1, 2500).Select(i => (long)i));
        });
    }

    [Fact]
    public void Append_OfAGroupInWhichOneFails_KeepsNone()
    {
        Use(store =>
        {
            store.Append([Command(2)]);

            var act = () => store.Append([Command(1), Command(2)]);

            act.Should().Throw<StateStoreException>().WithMessage($"{File} cannot be written: *");
            store.ReadAfter("000000000000", 0).Should().Equal(Command(2));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1 << 20)]
    [InlineData((5 << 19) + 1)]
    public void PutSnapshot_OfAnyLength_IsReadInAnotherRun(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        Use(store => Put(store, 7, bytes));

        Use(store =>
        {
            store.LatestSnapshots().Should().Equal(Snapshot(7));
            Read(store, Snapshot(7)).Should().Equal(bytes);
        });
    }

    [Fact]
    public void PutSnapshot_AfterAnother_DropsWhatItReplaces()
    {
        Use(store =>
        {
            Put(store, 0, [1]);
            store.Append([Command(1), Command(2), Command(3), Command(1, "999999999999")]);

            Put(store, 2, [2]);

            store.LatestSnapshots().Should().Equal(Snapshot(2));
            store.ReadAfter("000000000000", 0).Should().Equal(Command(3));
            store.ReadAfter("999999999999", 0).Should().HaveCount(1);
            Read(store, Snapshot(0)).Should().BeEmpty();
        });
    }

    [Fact]
    public void PutSnapshot_ThatBreaksOff_ChangesNothing()
    {
        Use(store =>
        {
            Put(store, 0, [1]);
            store.Append([Command(1)]);

            var act = () => store.PutSnapshot(Snapshot(1), new BreakingStream());

            act.Should().Throw<IOException>();
        });

        Use(store =>
        {
            store.LatestSnapshots().Should().Equal(Snapshot(0));
            store.ReadAfter("000000000000", 0).Should().Equal(Command(1));
            Put(store, 1, [2]);
            Read(store, Snapshot(1)).Should().Equal(2);
        });
    }

    [Fact]
    public void Open_WhileAnotherHasTheFile_SaysSo()
    {
        Use(_ =>
        {
            var act = () => SqliteStateStore.Open(File);

            act.Should().Throw<StateStoreException>().WithMessage($"{File} is in use by another process. Stop it, or use another file.");
        });
    }

    private static StoredCommand Command(long sequence, string account = "000000000000") =>
        new(account, sequence, Wall.AddSeconds(sequence), $"command {sequence}");

    private static StoredSnapshot Snapshot(long sequence) => new("000000000000", sequence, Wall);

    private static void Put(IStateStore store, long sequence, byte[] bytes) =>
        store.PutSnapshot(Snapshot(sequence), new MemoryStream(bytes));

    private static byte[] Read(IStateStore store, StoredSnapshot snapshot)
    {
        using var document = store.Open(snapshot);
        using var all = new MemoryStream();
        document.CopyTo(all);
        return all.ToArray();
    }

    private void Use(Action<IStateStore> use)
    {
        using var store = SqliteStateStore.Open(File);
        use(store);
    }

    private sealed class BreakingStream : MemoryStream
    {
        private int _reads;

        public override int Read(Span<byte> buffer) => _reads++ == 0 ? buffer.Length : throw new IOException("The disk broke.");
    }
}
