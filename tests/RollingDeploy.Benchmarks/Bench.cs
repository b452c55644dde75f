using System.Diagnostics;
using System.Security.Cryptography;

namespace RollingDeploy.Benchmarks;

/// <summary>
/// Times a case several times and prints its median, also as a ratio to a fixed piece of work (SHA-256 of 16 MiB) timed in the
/// same run, so that figures of two machines can be compared.
/// </summary>
internal static class Bench
{
    private const int Runs = 15;

    public static void Print<T>(string name, Func<T> prepare, Func<T, long> run)
    {
        var yardstick = Median(() => new byte[16 << 20], bytes => SHA256.HashData(bytes)[0]).Milliseconds;
        var (milliseconds, events) = Median(prepare, run);
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {milliseconds:0.0} ms for {events} events, {milliseconds / yardstick:0.00} of the yardstick ({yardstick:0.0} ms)"));
    }

    private static (double Milliseconds, long Events) Median<T>(Func<T> prepare, Func<T, long> run)
    {
        var events = run(prepare());
        var times = Enumerable.Range(0, Runs).Select(_ =>
        {
            var prepared = prepare();
            var start = Stopwatch.GetTimestamp();
            run(prepared);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        return (times.Order().ElementAt(Runs / 2), events);
    }
}
