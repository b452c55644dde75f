using System.Diagnostics;
using RollingDeploy.Core;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Benchmarks;

/// <summary>The time and the bytes that it takes to save and restore large worlds. While one is saved, it is locked.</summary>
internal static class Snapshots
{
    private const int Metrics = 1000;
    private const int Datapoints = 2000;

    public static void Print()
    {
        Print("100,000 idle endpoints", Idle.IdleEndpoints(isEager: false, haveAlarms: false));
        Print("100,000 idle endpoints with an alarm each", Idle.IdleEndpoints(isEager: false));
        var bytes = Print("2,000,000 datapoints of one-minute data", Changing());
        Console.WriteLine(FormattableString.Invariant($"  {(double)bytes / Metrics / Datapoints:0.0} bytes a datapoint"));
    }

    private static long Print(string name, World world)
    {
        using var stream = new MemoryStream();
        var write = Seconds(() => SnapshotDocument.Write(world, stream));
        stream.Position = 0;
        World? restored = null;
        GC.Collect();
        var read = Seconds(() => restored = SnapshotDocument.Read(stream, world.Settings));
        var minute = Seconds(() => restored!.RunUntil(restored.Now.AddMinutes(1)));
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: saved in {write:0.000} s (locked meanwhile), {stream.Length:N0} bytes, restored in {read:0.000} s, the minute after in {minute:0.000} s"));
        PrintParts(stream);
        return stream.Length;
    }

    private static void PrintParts(MemoryStream stream)
    {
        var parts = new Dictionary<string, (int Items, long Bytes)>();
        stream.Position = 0;
        using var reader = new StreamReader(stream, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("{\"", StringComparison.Ordinal) && line.IndexOf('"', 2) is > 0 and var end)
            {
                var (items, bytes) = parts.GetValueOrDefault(line[2..end]);
                parts[line[2..end]] = (items + 1, bytes + line.Length);
            }
        }

        var texts = parts.OrderByDescending(part => part.Value.Bytes).Take(8)
            .Select(part => FormattableString.Invariant($"{part.Value.Items:N0} {part.Key} of {part.Value.Bytes / part.Value.Items:N0} bytes"));
        Console.WriteLine($"  {string.Join(", ", texts)}");
    }

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // A measurement every minute, with all digits of a random number.
    private static World Changing()
    {
        var world = new World("000000000000", new WorldSettings());
        var random = new Random(1);
        for (var i = 0; i < Metrics; i++)
        {
            var data = Enumerable.Range(0, Datapoints)
                .Select(minute => Worlds.Datum($"metric-{i}", random.NextDouble() * 100) with { Timestamp = world.Now.AddMinutes(minute) });
            world.Apply(new PutMetricData(Worlds.Region, [.. data]), world.Now);
        }

        return world;
    }
}
