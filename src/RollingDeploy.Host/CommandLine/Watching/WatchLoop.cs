using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Following;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>Follows an endpoint until the user presses Ctrl+C, or until its deployment has ended.</summary>
internal sealed class WatchLoop(ControlClient client, WatchedEndpoint watched, IWatchOutput output)
{
    // The remaining time of a bake changes without an event.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    // Deployments under fast clocks send events faster than people read.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private bool _isStale;
    private bool _isQuiet;

    /// <summary>Follows the endpoint, which has been looked at once.</summary>
    /// <param name="untilDone">Whether to end with the deployment.</param>
    /// <param name="cancel">Is canceled when the user presses Ctrl+C.</param>
    /// <returns>The outcome of the deployment; null after Ctrl+C.</returns>
    public async Task<Outcome?> Run(bool untilDone, CancellationToken cancel)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancel);

        // Events are of all regions unless the call names one; an endpoint is of the standard region.
        (string, string?)[] region = client.Address.Region is null ? [("region", "us-east-1")] : [];
        var feed = new EventFollower(client, [("clock", "true"), .. region], watched.View!.Position);
        var following = feed.Run(source.Token);
        try
        {
            output.Show(watched, isNew: true);

            // The endpoint can be looked at before its last events have come.
            while (!(untilDone && watched.Outcome.IsOver && (_isQuiet || watched.HasSeenAll)))
            {
                output.Show(watched, await Step(feed, source.Token));
            }

            return watched.Outcome;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await source.CancelAsync();
            await following;
        }
    }

    // Returns whether the endpoint was looked at.
    private async Task<bool> Step(EventFollower feed, CancellationToken cancel)
    {
        await Wait(feed, cancel);
        _isQuiet = true;
        while (feed.Messages.TryRead(out var message))
        {
            _isQuiet = false;
            output.Tell(watched, message);
            _isStale |= watched.Take(message);
        }

        if (!_isStale || watched.IsAway)
        {
            return false;
        }

        try
        {
            await watched.Look(cancel);
            _isStale = false;
        }
        catch (CallException error) when (error.IsAway)
        {
            // The feed finds out too, and tries again.
        }

        await Task.Delay(Pause, TimeProvider.System, cancel);
        return !_isStale;
    }

    private static async Task Wait(EventFollower feed, CancellationToken cancel)
    {
        using var tick = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        tick.CancelAfter(Tick);
        try
        {
            await feed.Messages.WaitToReadAsync(tick.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nothing has happened.
        }
    }
}
