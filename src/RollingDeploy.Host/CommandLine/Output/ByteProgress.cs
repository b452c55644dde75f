namespace RollingDeploy.Host.CommandLine.Output;

/// <summary>Shows on a terminal how much of a large file has been read or sent.</summary>
internal static class ByteProgress
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for <paramref name="work"/>. A bar appears on the standard error stream if it takes long.</summary>
    public static async Task Show(string name, CountedStream counted, Task work, CancellationToken cancel)
    {
        if (Screen.ShowsProgress && !await IsDone(work, Quick, cancel))
        {
            await Screen.Progress().StartAsync(async progress =>
            {
                var task = progress.AddTask(name, maxValue: Math.Max(1, counted.Total));
                task.IsIndeterminate = counted.Total == 0;
                while (!await IsDone(work, Interval, cancel))
                {
                    task.Value = counted.BytesRead;
                }
            });
        }

        await work;
    }

    private static async Task<bool> IsDone(Task work, TimeSpan limit, CancellationToken cancel) =>
        await Task.WhenAny(work, Task.Delay(limit, TimeProvider.System, cancel)) == work;
}
