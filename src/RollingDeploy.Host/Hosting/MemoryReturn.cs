namespace RollingDeploy.Host.Hosting;

/// <summary>
/// Gives memory back to the machine once it is quiet again. .NET keeps what it has once used: after a flood of large bodies that
/// is hundreds of megabytes, beside somebody's tests. This is about the process and its machine, so it goes by the real clock.
/// </summary>
internal sealed class MemoryReturn : BackgroundService
{
    private const long Mebibyte = 1024 * 1024;

    // Less is not worth it.
    private const long Growth = 32 * Mebibyte;

    // The collection that gives memory back stops everything: for 30 ms with a small heap, for a second with ten million objects.
    private const long LargestHeap = 64 * Mebibyte;

    // What is in use after as many looks is what the worlds need.
    private const int MostLooks = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // Of one core.
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
            // In the background. It tells how much is in use, and pools let go of what nobody has asked them for in a while.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            return;
        }

        _floor = Environment.WorkingSet;
        _looks = 0;
    }
}
