using Microsoft.Extensions.Options;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Webhooks.Sns;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Webhooks;

/// <summary>
/// Sends the events of all accounts to all receivers. Each account and each receiver has its own order, and does not wait for
/// others.
/// </summary>
internal sealed partial class Deliveries(
    IOptions<RollingDeployOptions> options, Sender sender, Progress progress, IServiceProvider services,
    IHostApplicationLifetime host, ILogger<Deliveries> logger) : IEventReader, IHostedLifecycleService
{
    private readonly Receiver[] _receivers =
    [
        .. options.Value.ReadWebhooks().Select(setting => new Webhook(setting)),
        .. options.Value.ReadTopics().Select(setting => new Subscription(setting)),
    ];

    private readonly Dictionary<string, (Receiver Receiver, Delivery Delivery)[]> _accounts = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private Task? _stopping;

    /// <inheritdoc/>
    public Action<EventLog>? Follow(string account, EventLog? restored)
    {
        if (_receivers.Length == 0)
        {
            return null;
        }

        var deliveries = Of(account, restored);
        return log => Notice(deliveries, log);
    }

    /// <inheritdoc/>
    public void Kept(string account, EventLog log)
    {
        if (_receivers.Length > 0)
        {
            Notice(Of(account, null), log);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called when all worlds are restored, so their events can be read.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        progress.KeepKnown(_receivers);
        foreach (var (_, (_, delivery)) in All())
        {
            delivery.Wake();
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Keeps what is still to be sent. This service is the last one that stops, so the worlds have had their last events.
    /// </summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Whoever hosts the program may stop it twice.
        lock (_lock)
        {
            return _stopping ??= KeepWaiting();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Notice((Receiver Receiver, Delivery Delivery)[] deliveries, EventLog log)
    {
        foreach (var (_, delivery) in deliveries)
        {
            delivery.Notice(log);
        }
    }

    private async Task KeepWaiting()
    {
        try
        {
            foreach (var (account, (receiver, delivery)) in All())
            {
                progress.KeepWaiting(receiver, account, await delivery.End());
            }
        }
        catch (StateStoreException error)
        {
            Log.NotKept(logger, error.Message);
        }
    }

    private List<(string Account, (Receiver Receiver, Delivery Delivery) One)> All()
    {
        lock (_lock)
        {
            return [.. _accounts.SelectMany(each => each.Value.Select(one => (each.Key, one)))];
        }
    }

    private (Receiver Receiver, Delivery Delivery)[] Of(string account, EventLog? restored)
    {
        lock (_lock)
        {
            if (!_accounts.TryGetValue(account, out var deliveries))
            {
                deliveries = [.. _receivers.Select(receiver => (receiver, Begin(receiver, account, restored)))];
                _accounts[account] = deliveries;
            }

            return deliveries;
        }
    }

    private Delivery Begin(Receiver receiver, string account, EventLog? restored)
    {
        var start = progress.StartOf(receiver, account, restored is null ? null : new(restored.Epoch, restored.Last));
        var delivery = new Delivery(receiver, account, start, restored, Present, sender, progress, logger);
        delivery.Begin(host.ApplicationStopping);
        return delivery;

        EventLog? Present() => services.GetRequiredService<Worlds>().Existing(account)?.World.Log;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What is still to be sent to webhooks was not kept. {Reason}")]
        public static partial void NotKept(ILogger logger, string reason);
    }
}
