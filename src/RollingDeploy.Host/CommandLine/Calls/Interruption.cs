using System.Runtime.InteropServices;

namespace RollingDeploy.Host.CommandLine.Calls;

/// <summary>Cancels what a command does when the user presses Ctrl+C, so that the command can restore the terminal.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    public Interruption()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            _signals.Add(PosixSignalRegistration.Create(signal, Cancel));
        }
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _signals.ForEach(each => each.Dispose());
        _source.Dispose();
    }

    // The second signal ends the program at once.
    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
