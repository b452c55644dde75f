using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Durability;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Hosting;

/// <summary>Takes snapshots of worlds, and keeps them, so that a start has fewer commands to run again.</summary>
internal sealed partial class Snapshots(
    CommandJournal journal, WorldFactory factory, MachineClock machine, ILogger<Snapshots> logger)
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    /// <summary>
    /// Keeps a snapshot of a world that has had commands since the last one. The world is locked while it is written. If it
    /// fails, the commands are still kept.
    /// </summary>
    public Task Take(World world) => OneAtATime(() => Try(world.Account, async () =>
    {
        if (world.Settings.Recorder is AccountJournal { SinceSnapshot: > 0 } recorder)
        {
            await using var file = Temporary();
            var last = Write(world, recorder, file);
            await journal.Empty();
            await Put(world.Account, last, file);
        }
    }));

    /// <summary>Keeps a snapshot of what is kept of an account so far. If it fails, the commands are still kept.</summary>
    public Task Renew(string account) => OneAtATime(() => Try(account, () => Task.Run(() =>
    {
        if (journal.Store!.LatestSnapshots().SingleOrDefault(each => each.Account == account) is { } snapshot)
        {
            factory.Renew(snapshot);
        }
    })));

    /// <summary>Keeps an imported world in place of the one before, which has ended.</summary>
    /// <exception cref="StateStoreException">It could not be kept.</exception>
    public Task Replace(World before, World imported, SetClock clock) => OneAtATime(async () =>
    {
        if (before.Settings.Recorder is AccountJournal recorder)
        {
            await journal.Empty();
            await using var file = Temporary();
            KeptDocument.Write(file, imported, clock);
            await Put(imported.Account, recorder.Last + 1, file);
            WorldFactory.BeginImported(imported, recorder.Last + 1, clock);
        }
    });

    /// <summary>
    /// Returns a file for a snapshot, which is deleted when it is closed. Without a folder for such files, it is memory.
    /// </summary>
    public static Stream Temporary()
    {
        try
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            return new FileStream(
                path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new MemoryStream();
        }
    }

    private Task OneAtATime(Func<Task> action)
    {
        lock (_lock)
        {
            return _last = After(_last, action);
        }
    }

    private static async Task After(Task before, Func<Task> action)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await action();
    }

    private async Task Try(string account, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception error) when (error is StateStoreException or IOException)
        {
            Log.Failed(logger, account, error.Message);
        }
    }

    private static long Write(World world, AccountJournal recorder, Stream file)
    {
        var last = 0L;
        SnapshotDocument.Write(world, file, () =>
        {
            (last, recorder.SinceSnapshot) = (recorder.Last, 0);
            KeptDocument.WriteHead(file, world, recorder.Clock);
        });
        return last;
    }

    // The thread of a call must not wait for the disk.
    private Task Put(string account, long last, Stream file)
    {
        file.Position = 0;
        return Task.Run(() => journal.Store!.PutSnapshot(new(account, last, machine.Wall), file));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No snapshot of account {Account} was kept. {Reason}")]
        public static partial void Failed(ILogger logger, string account, string reason);
    }
}
