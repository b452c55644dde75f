namespace RollingDeploy.Host.Hosting;

/// <summary>
/// Returns unused memory to the operating system when the process is idle. .NET keeps memory that it has used: hundreds of
/// megabytes after many large request bodies. It uses the real clock, because it concerns the process and the machine.
/// </summary>
internal sealed class MemoryReturn : BackgroundService
{
    private const long Mebibyte = 1024 * 1024;

    // The smallest growth of the working set, in bytes, for which memory is returned.
    private const long Growth = 32 * Mebibyte;

    // A compacting collection stops all threads: 30 ms for a small heap, a second for ten million objects.
    private const long LargestHeap = 64 * Mebibyte;

    // Memory that is still in use after this number of looks is needed by the worlds.
    private const int MostLooks = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // The CPU time, of one core, below which the process is idle during a pause.
    private static readonly TimeSpan QuietWork = Pause / 10;

    private TimeSpan _worked;
    private long _floor;
    private int _looks;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _floor = Environment.WorkingSet;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look(Environment.CpuUsage.TotalTime);
        }
    }

    private void Look(TimeSpan worked)
    {
        var isQuiet = worked - _worked < QuietWork;
        _worked = worked;
        if (!isQuiet || Environment.WorkingSet - _floor < Growth)
        {
            return;
        }

        var heap = GC.GetGCMemoryInfo(GCKind.Any);
        _looks++;
        if (_looks > 1 && heap.HeapSizeBytes - heap.FragmentedBytes <= LargestHeap)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        else if (_looks < MostLooks)
        {
            // Runs in the background. It finds out how much memory is in use, and makes pools release unused buffers.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            return;
        }

        _floor = Environment.WorkingSet;
        _looks = 0;
    }
}
