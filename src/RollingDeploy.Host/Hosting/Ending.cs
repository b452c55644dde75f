using System.Reflection;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// Ends the host within five seconds of SIGTERM, even if something hangs, because Docker kills the process after ten seconds.
/// Long advances end at once. A call that waits for a real server has two more seconds, and then fails. Connections are closed
/// after four seconds.
/// </summary>
internal sealed class Ending : IHostedService, IDisposable
{
    /// <summary>The time after which open connections are closed.</summary>
    public static readonly TimeSpan ConnectionLimit = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ProcessLimit = TimeSpan.FromSeconds(4.7);

    private readonly CancellationTokenSource _waiting = new();
    private readonly CancellationToken _stopping;

    public Ending(IHostApplicationLifetime host, AdvanceThreads threads)
    {
        _stopping = host.ApplicationStopping;
        _stopping.Register(threads.End);
        _stopping.Register(() => _waiting.CancelAfter(AnswerLimit));
    }

    /// <summary>Canceled when calls that still wait for a real server must answer.</summary>
    public CancellationToken AnswerNow => _waiting.Token;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // If another program hosts RollingDeploy, only the host ends, not the process.
        if (Assembly.GetEntryAssembly() == typeof(Ending).Assembly)
        {
            _stopping.Register(() => new Thread(EndProcess) { IsBackground = true, Name = "Ending" }.Start());
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // This line is reached only if something still hangs. Otherwise the process has ended before.
    private static void EndProcess()
    {
        Thread.Sleep(ProcessLimit);
        Environment.Exit(0);
    }

    public void Dispose() => _waiting.Dispose();
}
