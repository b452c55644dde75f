using System.Threading.Channels;
using Polly;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.Webhooks;

/// <summary>
/// Sends the events of an account to a receiver, one after the other. It reads the log itself and waits only for its receiver.
/// A call that appends an event only wakes it.
/// </summary>
internal sealed partial class Delivery(
    Receiver receiver, string account, EventPlace start, EventLog? restored, Func<EventLog?> present, Sender sender,
    IProgress progress, ILogger logger)
{
    private const int Page = 64;

    // A reset begins an epoch. A receiver that hangs must not keep the logs of all epochs of a long test run.
    private const int MostEpochs = 16;

    private readonly Channel<bool> _noticed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly EpochLogs _logs = new(present);
    private readonly ResiliencePipeline _pipeline = sender.PipelineOf(receiver);
    private LostEvents? _lost;
    private Spot _read = At(start, restored);

    // Up to here, the receiver has got everything or knows what it does not get.
    private Spot _told = At(start, restored);
    private Task _running = Task.CompletedTask;

    /// <summary>Called after each event, while the world is locked, and when more events are kept.</summary>
    public void Notice(EventLog log)
    {
        _logs.Notice(log, MostEpochs);
        Wake();
    }

    /// <summary>Lets it look for events.</summary>
    public void Wake() => _noticed.Writer.TryWrite(true);

    /// <summary>Begins to send.</summary>
    public void Begin(CancellationToken stopping) => _running = Task.Run(() => Run(stopping), CancellationToken.None);

    /// <summary>Waits until it sends no more, and returns what is still to be sent.</summary>
    public async Task<IReadOnlyList<(EventPlace Place, WrittenEvent Written)>> End()
    {
        await _running;
        Keep();
        var left = new List<(EventPlace, WrittenEvent)>();
        var reader = new EventReader(_logs, _told.Log, _told.Place);
        while (reader.Read(Page, out _) is { Count: > 0 } events)
        {
            foreach (var logged in events)
            {
                if (Write(logged) is { } written)
                {
                    left.Add((EventFormat.PlaceOf(logged), written));
                }
            }
        }

        return left;
    }

    private async Task Run(CancellationToken stopping)
    {
        try
        {
            await SendWaiting(stopping);
            while (true)
            {
                await _noticed.Reader.ReadAsync(stopping);
                await SendAll(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // What was still to be sent when the host stopped. Events in the log of a restored world no longer have all their facts.
    private async Task SendWaiting(CancellationToken stopping)
    {
        foreach (var (place, written) in progress.Waiting(receiver, account))
        {
            if (place.CompareTo(_read.Place) > 0)
            {
                _read = At(place, _read.Log);
                await Send(place, written, stopping);
                Note();
                Keep();
                stopping.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task SendAll(CancellationToken stopping)
    {
        var reader = new EventReader(_logs, _read.Log, _read.Place);
        while (reader.Read(Page, out var missed) is { Count: > 0 } events)
        {
            _lost = missed is { } dropped ? LostEvents.Dropped(_lost, dropped) : _lost;
            foreach (var logged in events)
            {
                if (Write(logged) is { } written)
                {
                    await Send(EventFormat.PlaceOf(logged), written, stopping);
                }

                _read = new(EventFormat.PlaceOf(logged), reader.Log);
                Note();
                stopping.ThrowIfCancellationRequested();
            }

            Keep();
            _logs.ForgetBefore(_told.Log);
        }
    }

    private async Task Send(EventPlace place, WrittenEvent written, CancellationToken stopping)
    {
        var requests = new List<Func<HttpRequestMessage>>();
        if (_lost is { } lost && receiver.Write(lost) is { } message)
        {
            requests.Add(() => receiver.Request(account, lost.To, message));
        }

        requests.Add(() => receiver.Request(account, place, written));
        var accepted = await sender.Send(_pipeline, requests, $"the event {place} of account {account}", stopping);
        _lost = accepted > 0 ? null : _lost;
        if (accepted < requests.Count)
        {
            _lost = LostEvents.GivenUp(_lost, place);
            Log.GivenUp(logger, place, account, receiver.Name, receiver.GiveUp.TotalSeconds);
        }
    }

    // After a reset, the log of the epoch before is only at hand if somebody has it.
    private static Spot At(EventPlace place, EventLog? log) => new(place, log?.Epoch == place.Epoch ? log : null);

    private WrittenEvent? Write(LoggedEvent logged)
    {
        try
        {
            return receiver.Write(account, logged);
        }
        catch (Exception error)
        {
            // An event that cannot be written must not stop the others.
            Log.Failed(logger, error, EventFormat.PlaceOf(logged), account, receiver.Name);
            return null;
        }
    }

    private void Note() => _told = _lost is null ? _read : _told;

    private void Keep() => progress.Keep(receiver, account, _told.Place);

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Warning, "The event {Place} of account {Account} is given up: the {Receiver} has not accepted it in {Seconds} s.")]
        public static partial void GivenUp(ILogger logger, EventPlace place, string account, string receiver, double seconds);

        [LoggerMessage(2, LogLevel.Error, "The event {Place} of account {Account} could not be written for the {Receiver}")]
        public static partial void Failed(ILogger logger, Exception error, EventPlace place, string account, string receiver);
    }
}
