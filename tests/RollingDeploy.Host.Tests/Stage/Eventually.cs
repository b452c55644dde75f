using System.Diagnostics;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>Waits for other threads by giving way to them, never by sleeping.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task Holds(Func<bool> condition, string complaint)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException(complaint);
            }

            await Task.Yield();
        }
    }
}
