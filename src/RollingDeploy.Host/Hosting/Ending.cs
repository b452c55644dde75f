using System.Reflection;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// How the host ends: gone within five seconds of SIGTERM, whatever hangs, since Docker kills after ten. Long advances end at
/// once; what waits for somebody else has two seconds, and is then answered with an error; connections are cut after four.
/// </summary>
internal sealed class Ending : IHostedService, IDisposable
{
    /// <summary>How long connections may stay open.</summary>
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

    /// <summary>Whoever still waits for somebody else is to answer now.</summary>
    public CancellationToken AnswerNow => _waiting.Token;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // In a process of somebody else's we end the host, never the process.
        if (Assembly.GetEntryAssembly() == typeof(Ending).Assembly)
        {
            _stopping.Register(() => new Thread(EndProcess) { IsBackground = true, Name = "Ending" }.Start());
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Runs only where something still hangs when all the others have gone: otherwise the process has ended before.
    private static void EndProcess()
    {
        Thread.Sleep(ProcessLimit);
        Environment.Exit(0);
    }

    public void Dispose() => _waiting.Dispose();
}
